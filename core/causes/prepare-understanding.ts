import type { LinkDecision } from '../issues/link-decision.ts'
import type { Correction } from '../signals/corrections/correction.ts'
import type { LearnedSignals } from '../signals/learning/learn-signals.ts'
import { prepareSignalReader } from '../signals/learning/read-learned.ts'
import type { WordTable } from '../text/word-table.ts'
import { prepareAssigner, prepareOtherness } from './assign-cause.ts'
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

function prepareWords(causes: CauseModel, table: WordTable): WordUnderstanding {
  return { assign: prepareAssigner(causes, table), othernessOf: prepareOtherness(causes, table) }
}
