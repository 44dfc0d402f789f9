import type { CauseId } from '../../base/ids.ts'
import { embedText, type WordTable } from '../../text/word-table.ts'
import { nearestRow } from '../assign-cause.ts'
import type { CauseModel, DiscoveredCause } from '../cause-model.ts'
import { type CauseSettings, drawTree, mostTexts, type Reason } from '../discover-causes.ts'
import { embedSample, foldTexts } from '../discovery/distinct-texts.ts'
import { fromRows, toRows } from '../discovery/rows.ts'
import { centre, dot } from '../discovery/space.ts'
import { freeId, freeName } from './own-names.ts'

/** A cause is new when nearly all reasons that it draws came after the tree was drawn, and enough did that it is no chance. */
const newShare = 0.85
const leastNew = 10

/**
 * The known tree with the causes that came up since it was drawn: the reasons given since are grouped by themselves, where
 * something new is not lost among the old; a group is added when hardly an older reason would be drawn to it. All that was
 * known keeps its place, name and id, so a text moves only when it is about something new.
 * Assumes reasons with times; those without count as old. Cost: drawing the tree of the reasons since, and one embedding a
 * reason of the sample.
 */
export function extendTree(
  previous: CauseModel,
  reasons: readonly Reason[],
  table: WordTable,
  settings: CauseSettings,
): CauseModel {
  const { upTo } = previous.drawn
  const isNew = ({ at = null }: Reason) => at !== null && upTo !== null && at > upTo
  const since = reasons.filter(isNew)
  if (since.length < leastNew) return { ...previous, texts: reasons.length }
  const fresh = drawTree(since, table, settings)
  const newIds = new Set(since.map(({ id }) => id))
  let tree: CauseModel = { ...previous, texts: reasons.length }
  const sample = embedReasons(reasons, previous, table)
  fresh.model.causes.forEach((cause, group) => {
    const members = fresh.sample.filter((_, index) => fresh.groups[index] === group)
    const row = middleOf(
      members.map(({ text }) => text),
      previous,
      table,
    )
    if (row === null) return
    const drawn = drawnTo(row, tree, sample)
    const drawnNew = drawn.filter((id) => newIds.has(id)).length
    if (drawnNew >= leastNew && drawnNew >= newShare * drawn.length) tree = withAdded(tree, [{ cause, row }])
  })
  return tree
}

type Sample = readonly { readonly ids: readonly string[]; readonly vector: Float32Array }[]

/** A fixed sample of the reasons, as the known tree sees them. */
function embedReasons(reasons: readonly Reason[], { mean }: CauseModel, table: WordTable): Sample {
  const { texts, vectors, size } = embedSample(foldTexts(reasons), table, mostTexts)
  centre(vectors, fromRows(mean))
  return texts.map(({ ids }, index) => ({ ids, vector: vectors.subarray(index * size, (index + 1) * size) }))
}

/** Ids of the texts that are closer to a row than to any of the tree. */
function drawnTo(
  row: Float32Array,
  { centroids, owners, threshold }: CauseModel,
  sample: Sample,
): readonly string[] {
  const rows = Float64Array.from(fromRows(centroids))
  const products = new Float32Array(owners.length + 3)
  return sample.flatMap(({ ids, vector }) => {
    const cosine = dot(row, 0, vector, 0, row.length)
    return cosine >= threshold && cosine > nearestRow(rows, vector, products).cosine ? ids : []
  })
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
