import type { CauseId } from '../../base/ids.ts'
import type { Instant } from '../../base/time.ts'
import { embedText, type WordTable } from '../../text/word-table.ts'
import type { CauseModel, DiscoveredCause } from '../cause-model.ts'
import type { DrawnTree, Reason } from '../discover-causes.ts'
import { fromRows, toRows } from '../discovery/rows.ts'
import { centre, dot } from '../discovery/space.ts'
import { findOverlap } from './overlap.ts'
import { freeId, freeName } from './own-names.ts'

/** A group is new when nearly all of its reasons came after the tree was drawn, and enough did that it is no chance. */
const newShare = 0.9
const leastNew = 10

/**
 * The known tree with the causes that came up since it was drawn. All that was known keeps its place, name and id, so a text
 * moves only when it is about something new.
 * Assumes reasons with times; those without count as old. Cost: one assignment a text of the sample.
 */
export function extendTree(
  fresh: DrawnTree,
  previous: CauseModel,
  reasons: readonly Reason[],
  table: WordTable,
): CauseModel {
  const { before, same } = findOverlap(fresh, previous, table)
  const isNew = prepareIsNew(reasons, previous.drawn.upTo)
  const added = fresh.model.causes.flatMap((cause, group) => {
    if (same.has(group)) return []
    const members = fresh.sample.filter((_, index) => fresh.groups[index] === group)
    const ids = members.flatMap((text) => text.ids)
    const fromNew = ids.filter(isNew).length
    if (fromNew < leastNew || fromNew < newShare * ids.length) return []
    const row = middleOf(
      members.map(({ text }) => text),
      previous,
      table,
    )
    return row === null ? [] : [{ cause, row }]
  })
  const grown = withAdded(previous, added)
  const texts = reasons.length
  const assigned = before.filter((cause) => cause !== null).length
  return { ...grown, texts, assigned: Math.round((assigned / Math.max(1, before.length)) * texts) }
}

function prepareIsNew(reasons: readonly Reason[], upTo: Instant | null): (id: string) => boolean {
  const times = new Map(reasons.map(({ id, at }) => [id, at]))
  return (id) => {
    const at = times.get(id) ?? null
    return at !== null && upTo !== null && at > upTo
  }
}

/** The middle of texts as the known tree sees them. */
function middleOf(
  texts: readonly string[],
  { mean, centroids }: CauseModel,
  table: WordTable,
): Float32Array | null {
  const common = fromRows(mean)
  const sum = new Float32Array(centroids.columns)
  for (const text of texts) {
    const vector = embedText(table, text)
    if (vector === null) continue
    centre(vector, common)
    for (let axis = 0; axis < sum.length; axis++) sum[axis] = (sum[axis] ?? 0) + (vector[axis] ?? 0)
  }
  const length = Math.sqrt(dot(sum, 0, sum, 0, sum.length))
  return length === 0 ? null : sum.map((value) => value / length)
}

type Added = { readonly cause: DiscoveredCause; readonly row: Float32Array }

function withAdded(previous: CauseModel, added: readonly Added[]): CauseModel {
  if (added.length === 0) return previous
  const ids = new Set<CauseId>(previous.causes.map(({ id }) => id))
  const names = new Set(previous.causes.map(({ name }) => name.toLowerCase()))
  const rows = fromRows(previous.centroids)
  const causes = added.map(({ cause, row }): DiscoveredCause => {
    const id = freeId(cause.id, ids)
    const name = freeName(cause.name, names)
    ids.add(id)
    names.add(name.toLowerCase())
    return { ...cause, id, name, theme: themeNear(previous, rows, row) }
  })
  return {
    ...previous,
    causes: [...previous.causes, ...causes],
    themes: previous.themes.map((theme) => ({
      ...theme,
      causes: [...theme.causes, ...causes.flatMap((cause) => (cause.theme === theme.id ? [cause.id] : []))],
    })),
    centroids: toRows([...rows, ...added.flatMap(({ row }) => [...row])], previous.centroids.columns),
    owners: [...previous.owners, ...causes.map(({ id }) => id)],
  }
}

/** The theme of the known cause that lies closest. */
function themeNear({ causes, owners }: CauseModel, rows: Float32Array, row: Float32Array): string {
  let nearest = 0
  let most = -2
  owners.forEach((_, index) => {
    const cosine = dot(rows, index * row.length, row, 0, row.length)
    if (cosine > most) [nearest, most] = [index, cosine]
  })
  return causes.find(({ id }) => id === owners[nearest])?.theme ?? ''
}
