import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WordTable } from '../core/text/word-table.ts'
import { type InteractionTruth, tellCaseTruth, tellTruth } from '../demo/truth.ts'
import type { StorySettings } from '../demo/walk.ts'
import { writeExport } from '../demo/write-export.ts'
import { fileOnDisk } from '../sources/source-file.ts'
import { scoreAgreement } from './ear-scores.ts'
import { countPlanted } from './planted-signals.ts'
import { type PromiseScores, scorePromises } from './promises.ts'
import { type MemoryReading, readInMemory } from './read-in-memory.ts'

/** How well the readings of the demo company hold against its truth. */
export type DemoScores = {
  readonly contacts: number
  readonly trueContacts: number
  readonly causes: {
    readonly nmi: number
    readonly ari: number
    readonly found: number
    readonly planted: number
  }
  /** Of the contacts that open a true issue: whether their cause is told apart. */
  readonly causesOfFirsts: { readonly nmi: number; readonly ari: number }
  /** Recall is of pairs whose customer can be known; `unknowable` pairs of one issue show no identity that joins them. */
  readonly linking: { readonly precision: number; readonly recall: number; readonly unknowable: number }
  readonly unassigned: number
  readonly handOffs: { readonly found: number; readonly planted: number }
  readonly promises: PromiseScores
  readonly signals: ReturnType<typeof countPlanted>
}

type Judged = {
  readonly truth: InteractionTruth
  readonly issue: string
  readonly cause: string | null
  readonly isFirst: boolean
}

export async function scoreDemo(settings: StorySettings, words: WordTable): Promise<DemoScores> {
  const folder = await mkdtemp(join(tmpdir(), 'outside-in-measure-'))
  try {
    const path = join(folder, 'demo.csv')
    await writeExport(settings, path, 'csv')
    return score(await readInMemory(fileOnDisk(path), words, settings.end), settings)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function score({ readings, model }: MemoryReading, settings: StorySettings): DemoScores {
  const truths = new Map([...tellTruth(settings)].map((truth) => [truth.message_id, truth]))
  const seen = new Set<string>()
  const judged = readings.flatMap(({ contacts }) =>
    contacts.flatMap(({ opener, issue, cause }): Judged[] => {
      const truth = truths.get(opener.externalId)
      if (truth === undefined || truth.isAmbiguous) return []
      const isFirst = !seen.has(truth.issue)
      seen.add(truth.issue)
      return [{ truth, issue: issue ?? '', cause, isFirst }]
    }),
  )
  const told = (kept: readonly Judged[]) =>
    scoreAgreement(
      kept.map(({ truth }) => truth.cause),
      kept.map(({ cause }) => cause ?? 'none'),
    )
  const cases = readings.flatMap((reading) => reading.cases)
  return {
    contacts: judged.length,
    trueContacts: new Set([...truths.values()].map(({ contact }) => contact)).size,
    causes: {
      ...told(judged),
      found: model.causes.length,
      planted: new Set(judged.map(({ truth }) => truth.cause)).size,
    },
    causesOfFirsts: told(judged.filter(({ isFirst }) => isFirst)),
    linking: scorePairs(judged),
    unassigned: judged.filter(({ cause }) => cause === null).length / judged.length,
    handOffs: {
      found: cases.reduce((sum, { handOffs }) => sum + handOffs.length, 0),
      planted: [...tellCaseTruth(settings)].reduce((sum, place) => sum + place.handOffs, 0),
    },
    promises: scorePromises(readings, truths),
    signals: countPlanted(readings, truths),
  }
}

/** Of pairs of contacts put in one issue, how many belong; of pairs that belong, how many were put together. */
function scorePairs(judged: readonly Judged[]): DemoScores['linking'] {
  const both = pairs(judged, ({ truth, issue }) => `${truth.issue} ${issue}`)
  const knowable = pairs(judged, ({ truth }) => `${truth.issue} ${truth.knownAs}`)
  return {
    precision: both / pairs(judged, ({ issue }) => issue),
    recall: both / knowable,
    unknowable: 1 - knowable / pairs(judged, ({ truth }) => truth.issue),
  }
}

function pairs(judged: readonly Judged[], keyOf: (one: Judged) => string): number {
  const counts = Map.groupBy(judged, keyOf)
  return [...counts.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)
}
