import { embedText, type WordTable } from '../text/word-table.ts'
import { prepareAssigner } from './assign-cause.ts'
import type { CauseModel } from './cause-model.ts'
import { fromRows } from './discovery/rows.ts'
import { centre } from './discovery/space.ts'
import type { Understanding, WordUnderstanding } from './read-customer.ts'

/** What a reading learned of the whole workspace before it read customers; kept with it as plain JSON. */
export type Learned = {
  /** Null when too few reasons were given in words. */
  readonly causes: CauseModel | null
  readonly categorised: readonly string[]
}

/** Prepares reading by what was learned, with the word table that it was learned with. */
export function prepareUnderstanding({ causes, categorised }: Learned, table: WordTable): Understanding {
  return { words: causes === null ? null : prepareWords(causes, table), categorised: new Set(categorised) }
}

function prepareWords(causes: CauseModel, table: WordTable): WordUnderstanding {
  const mean = fromRows(causes.mean)
  const meaningOf = (text: string) => {
    const vector = embedText(table, text)
    if (vector !== null) centre(vector, mean)
    return vector
  }
  return { assign: prepareAssigner(causes, table), meaningOf }
}
