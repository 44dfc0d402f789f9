import type { CauseId } from '../../base/ids.ts'
import type { WordTable } from '../../text/word-table.ts'
import { prepareAssigner } from '../assign-cause.ts'
import type { CauseModel } from '../cause-model.ts'
import type { DrawnTree } from '../discover-causes.ts'

/** What a text was about before. */
export type Before = (one: DrawnTree['sample'][number]) => CauseId | null

/** As the known tree says. Cost: one assignment a text. */
export function byTree(known: CauseModel, table: WordTable): Before {
  const assign = prepareAssigner(known, table)
  return ({ text, vector }) => assign(text, vector)?.cause ?? null
}

/** As it was read: for a tree of another method, which can't be asked any more. */
export function byReading(wasRead: ReadonlyMap<string, CauseId>): Before {
  return ({ ids }) => ids.map((id) => wasRead.get(id)).find((cause) => cause !== undefined) ?? null
}

/** By a cause: those that people merged into it, so that what was theirs was read as its own. */
export type MergedCauses = ReadonlyMap<CauseId, readonly CauseId[]>

/**
 * Says which groups of a tree drawn anew are causes known before, and which: a group and a cause are the same when each is what most of the other's texts
 * belong to. A further group of a cause is one of those that were merged into it, and stays merged.
 */
export function findKnown(
  { sample, groups }: DrawnTree,
  causeBefore: Before,
  merged: MergedCauses = new Map(),
): ReadonlyMap<number, CauseId> {
  const before = sample.map(causeBefore)
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
    if (cause === null) continue
    const isItself = largest(ofCause.get(cause) ?? new Map<number, number>()) === group
    const taken = new Set(same.values())
    const known = isItself ? cause : merged.get(cause)?.find((other) => !taken.has(other))
    if (known !== undefined) same.set(group, known)
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
