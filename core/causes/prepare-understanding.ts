import { remember } from '../base/remember.ts'
import type { LinkDecision } from '../issues/link-decision.ts'
import type { Correction } from '../signals/corrections/correction.ts'
import type { LearnedSignals } from '../signals/learning/learn-signals.ts'
import { prepareSignalReader } from '../signals/learning/read-learned.ts'
import type { WordTable } from '../text/word-table.ts'
import { type Assign, prepareAssigner, prepareOtherness } from './assign-cause.ts'
import type { CauseModel } from './cause-model.ts'
import { applyDecisions } from './decisions/apply-decisions.ts'
import type { CauseDecision } from './decisions/cause-decision.ts'
import type { Understanding, WordUnderstanding } from './read-customer.ts'

/** What a reading learned of the whole workspace before it read customers; kept with it as plain JSON. */
export type Learned = {
  /** Null when too few reasons were given in words. */
  readonly causes: CauseModel | null
  readonly categorised: readonly string[]
  /** What people decided about causes, applied to them whenever they are used. */
  readonly decisions: readonly CauseDecision[]
  /** What people decided about which contacts are one issue. */
  readonly links: readonly LinkDecision[]
  /** What corrections taught about signals; empty where there were too few. */
  readonly signals: LearnedSignals
  /** What an endpoint did for this reading; left out where none was asked. */
  readonly endpoint?: EndpointShare
}

/** How far an endpoint took part in a reading. */
export type EndpointShare = {
  readonly engine: string
  /** Reasons whose meaning it gave, now or earlier, and those left to the word table. */
  readonly given: number
  readonly builtIn: number
  /** Causes whose name it worded. */
  readonly worded: number
  /** Why it did not do all; null when it did. */
  readonly because: string | null
}

/** The causes as found, with what people decided about them. */
export function decidedCauses({ causes, decisions }: Learned): CauseModel | null {
  return causes === null ? null : applyDecisions(causes, decisions)
}

/** Prepares reading by what was learned, with the word table that it was learned with. */
export function prepareUnderstanding(learned: Learned, table: WordTable): Understanding {
  const causes = decidedCauses(learned)
  return {
    words: causes === null ? null : prepareWords(causes, table),
    categorised: new Set(learned.categorised),
    links: learned.links,
    corrections: new Map(),
    learned: learned.signals,
    readSignals: prepareSignalReader(learned.signals, table),
  }
}

/** The same understanding of texts, and what people said of some of them, oldest first. */
export function withCorrections(
  understanding: Understanding,
  corrections: readonly Correction[],
): Understanding {
  return { ...understanding, corrections: Map.groupBy(corrections, ({ interaction }) => interaction) }
}

/**
 * The same understanding for whoever reads the same texts again and again: it remembers how it read the last ones, `most` characters
 * of them for each thing that is read of a text.
 */
export function rememberTexts(understanding: Understanding, most: number): Understanding {
  const { words, readSignals } = understanding
  const said = remember((text) => readSignals(text, 'customer'), most)
  const heard = remember((text) => readSignals(text, 'company'), most)
  return {
    ...understanding,
    words: words && rememberWords(words, most),
    readSignals: (text, from) => (from === 'customer' ? said(text) : heard(text)),
  }
}

function rememberWords(words: WordUnderstanding, most: number): WordUnderstanding {
  const assign = remember((reason) => words.assign(reason), most)
  return {
    ...words,
    assign: (reason, vector) => (vector === undefined ? assign(reason) : words.assign(reason, vector)),
  }
}

/** The same understanding, knowing what an endpoint says that these reasons mean. */
export function withMeanings(
  understanding: Understanding,
  vectors: ReadonlyMap<string, Float32Array>,
): Understanding {
  const { words } = understanding
  if (words === null || vectors.size === 0) return understanding
  const assign: Assign = (reason) => words.assign(reason, vectors.get(reason))
  return { ...understanding, words: { ...words, assign, reads: (reason) => vectors.has(reason) } }
}

function prepareWords(causes: CauseModel, table: WordTable): WordUnderstanding {
  return {
    assign: prepareAssigner(causes, table),
    othernessOf: prepareOtherness(causes, table),
    engine: causes.given?.engine ?? null,
  }
}
