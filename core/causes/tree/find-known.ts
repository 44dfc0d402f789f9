import type { CauseId } from '../../base/ids.ts'
import type { WordTable } from '../../text/word-table.ts'
import { prepareAssigner } from '../assign-cause.ts'
import type { CauseModel } from '../cause-model.ts'
import type { DrawnTree } from '../discover-causes.ts'

/**
 * Says which groups of a tree drawn anew are causes known before, and which: a group and a cause are the same when each is what most of the other's texts
 * belong to. Cost: one assignment a text of the sample.
 */
export function findKnown(
  { sample, groups }: DrawnTree,
  previous: CauseModel,
  table: WordTable,
): ReadonlyMap<number, CauseId> {
  const assign = prepareAssigner(previous, table)
  const before = sample.map(({ text, vector }) => assign(text, vector)?.cause ?? null)
  const shared = new Map<number, Map<CauseId, number>>()
  const ofCause = new Map<CauseId, Map<number, number>>()
  sample.forEach(({ ids }, index) => {
    const group = groups[index] ?? -1
    const cause = before[index] ?? null
    if (group < 0 || cause === null) return
    addTo(shared, group, cause, ids.length)
    addTo(ofCause, cause, group, ids.length)
  })
  const same = new Map<number, CauseId>()
  for (const [group, causes] of shared) {
    const cause = largest(causes)
    if (cause !== null && largest(ofCause.get(cause) ?? new Map<number, number>()) === group)
      same.set(group, cause)
  }
  return same
}

function addTo<Row, Column>(
  counts: Map<Row, Map<Column, number>>,
  row: Row,
  column: Column,
  count: number,
): void {
  const columns = counts.get(row) ?? new Map<Column, number>()
  counts.set(row, columns.set(column, (columns.get(column) ?? 0) + count))
}

/** The key counted most; of equal ones the smaller. */
function largest<Key extends string | number>(counts: ReadonlyMap<Key, number>): Key | null {
  let best: Key | null = null
  for (const [key, count] of counts) {
    const most = best === null ? -1 : (counts.get(best) ?? 0)
    if (best === null || count > most || (count === most && key < best)) best = key
  }
  return best
}
