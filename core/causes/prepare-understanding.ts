import { embedText, type WordTable } from '../text/word-table.ts'
import { prepareAssigner } from './assign-cause.ts'
import type { CauseModel } from './cause-model.ts'
import { fromRows } from './discovery/rows.ts'
import { centre } from './discovery/space.ts'
import type { Understanding } from './read-customer.ts'

/** Prepares reading by a model and the table that it was made with. */
export function prepareUnderstanding(model: CauseModel, table: WordTable): Understanding {
  const mean = fromRows(model.mean)
  const meaningOf = (text: string) => {
    const vector = embedText(table, text)
    if (vector !== null) centre(vector, mean)
    return vector
  }
  return { assign: prepareAssigner(model, table), meaningOf }
}
