import { embedText, type WordTable } from '../../text/word-table.ts'
import { nearestRow } from '../assign-cause.ts'
import type { CauseModel, DiscoveredCause, Rows } from '../cause-model.ts'
import { type CauseSettings, mostTexts, prepareDrawing, type Reason } from '../discover-causes.ts'
import { type DistinctText, embedSample, foldTexts } from '../discovery/distinct-texts.ts'
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
  const newIds = new Set(since.map(({ id }) => id))
  const views = viewsOf(previous, table, settings)
  const sample = embedReasons(reasons, views[0], table)
  let tree = startExtending(previous, views, reasons.length)
  const drawAt = prepareDrawing(since, table, settings)
  for (const finer of finerGrains) {
    const fresh = drawAt(settings.grain * finer)
    fresh.model.causes.forEach((cause, group) => {
      const members = fresh.sample.filter((_, index) => fresh.groups[index] === group)
      const middles = views.map((view) => middleOf(members.flatMap((text) => view.place(text) ?? [])))
      const own = new Set(members.flatMap(({ ids }) => ids))
      const drawnBy = (row: Float32Array) => drawnTo(row, tree, views[0], sample)
      const apart = setApart(middles[0] ?? null, drawnBy, { own, newIds })
      if (apart !== null) tree = withAdded(tree, cause, [apart, ...middles.slice(1)])
    })
  }
  return tree
}

/** What is new is at first a few texts beside many: at the grain that suits all of them it may still be lost in an old cause. */
const finerGrains = [1, 4] as const

/** How far a middle is moved away from the older texts that it draws, how often it is tried, and what must stay with it. */
const step = 0.5
const steps = 4
const leastOwn = 0.6
/** Where less of what is drawn at first is new, it is a part of something old. */
const mostlyNew = 0.7

/** The ids of a group's texts, and of all that came since the tree was drawn. */
type Since = { readonly own: ReadonlySet<string>; readonly newIds: ReadonlySet<string> }

/**
 * Where a group lies, moved away from the older texts that it draws until hardly one is left; null when they stay, or when most of
 * the group would not be drawn any more. Source: Rocchio (1971), relevance feedback. Cost: a pass over the sample each time.
 */
function setApart(
  middle: Float32Array | null,
  drawnBy: (row: Float32Array) => Sample,
  { own, newIds }: Since,
): Float32Array | null {
  let row = middle
  for (let taken = 0; row !== null && taken <= steps; taken++) {
    const drawn = drawnBy(row)
    const ids = drawn.flatMap((text) => text.ids)
    const young = ids.filter((id) => newIds.has(id)).length
    if (young < leastNew || ids.filter((id) => own.has(id)).length < leastOwn * own.size) return null
    if (young >= newShare * ids.length) return row
    if (young < mostlyNew * ids.length) return null
    const old = drawn.filter((text) => text.ids.some((id) => !newIds.has(id)))
    const away = middleOf(old.map(({ vector }) => vector))
    row = away === null ? null : middleOf([row, away.map((value) => -step * value)])
  }
  return null
}

/** How texts are seen in one of the tree's spaces. */
type View = {
  readonly isGiven: boolean
  /** A text's vector beside what all texts have in common. */
  place(text: DistinctText): Float32Array | null
}

/** The view that decides comes first: the endpoint's where it speaks, else the word table's. */
function viewsOf(
  { mean, given }: CauseModel,
  table: WordTable,
  { engine }: CauseSettings,
): readonly [View, ...View[]] {
  const words = { isGiven: false, place: prepareView(mean, ({ text }) => embedText(table, text)) }
  if (engine === undefined || given === undefined) return [words]
  const byGiven = prepareView(given.mean, ({ vector }) => vector?.slice() ?? null)
  return [{ isGiven: true, place: byGiven }, words]
}

function prepareView(mean: Rows, embed: (text: DistinctText) => Float32Array | null): View['place'] {
  const common = fromRows(mean)
  return (text) => {
    const vector = embed(text)
    if (vector !== null) centre(vector, common)
    return vector
  }
}

/** Where the endpoint is silent now, a cause is added to the word table's space alone, and the endpoint's is drawn anew later. */
function startExtending(
  { given, ...previous }: CauseModel,
  views: readonly View[],
  texts: number,
): CauseModel {
  const stays = given !== undefined && views.some(({ isGiven }) => isGiven)
  return { ...previous, ...(stays ? { given } : {}), texts }
}

type Sample = readonly { readonly ids: readonly string[]; readonly vector: Float32Array }[]

/** A fixed sample of the reasons, as the known tree sees them. */
function embedReasons(reasons: readonly Reason[], { place }: View, table: WordTable): Sample {
  const most = { most: mostTexts, size: table.dimensions }
  const { texts, vectors, size } = embedSample(foldTexts(reasons), place, most)
  return texts.map(({ ids }, index) => ({ ids, vector: vectors.subarray(index * size, (index + 1) * size) }))
}

/** The texts that are closer to a row than to any of the tree. */
function drawnTo(row: Float32Array, tree: CauseModel, { isGiven }: View, sample: Sample): Sample {
  const { centroids, threshold } = (isGiven ? tree.given : undefined) ?? tree
  const rows = Float64Array.from(fromRows(centroids))
  const products = new Float32Array(centroids.rows + 3)
  return sample.filter(({ vector }) => {
    const cosine = dot(row, 0, vector, 0, row.length)
    return cosine >= threshold && cosine > nearestRow(rows, vector, products).cosine
  })
}

/** The direction of a sum; null where there is none. */
function middleOf(vectors: readonly Float32Array[]): Float32Array | null {
  const sum = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors)
    for (let axis = 0; axis < sum.length; axis++) sum[axis] = (sum[axis] ?? 0) + (vector[axis] ?? 0)
  const length = Math.sqrt(dot(sum, 0, sum, 0, sum.length))
  return length === 0 ? null : sum.map((value) => value / length)
}

/** The tree with a cause more; `rows` are where it lies in each of the views. */
function withAdded(
  tree: CauseModel,
  cause: DiscoveredCause,
  rows: readonly (Float32Array | null)[],
): CauseModel {
  const { given } = tree
  const inWords = withRow(tree.centroids, rows.at(-1) ?? null)
  const id = freeId(cause.id, new Set(tree.causes.map((known) => known.id)))
  const name = freeName(cause.name, new Set(tree.causes.map((known) => known.name.toLowerCase())))
  const theme = themeNear(tree, given?.centroids ?? tree.centroids, rows[0] ?? null)
  return {
    ...tree,
    causes: [...tree.causes, { ...cause, id, name, theme }],
    themes: tree.themes.map((known) =>
      known.id === theme ? { ...known, causes: [...known.causes, id] } : known,
    ),
    centroids: inWords,
    ...(given === undefined
      ? {}
      : { given: { ...given, centroids: withRow(given.centroids, rows[0] ?? null) } }),
    owners: [...tree.owners, id],
  }
}

function withRow(rows: Rows, row: Float32Array | null): Rows {
  return toRows([...fromRows(rows), ...(row ?? new Float32Array(rows.columns))], rows.columns)
}

/** The theme of the known cause that lies closest. */
function themeNear({ causes, owners }: CauseModel, centroids: Rows, row: Float32Array | null): string {
  if (row === null) return causes[0]?.theme ?? ''
  const rows = fromRows(centroids)
  let nearest = 0
  let most = -2
  owners.forEach((_, index) => {
    const cosine = dot(rows, index * row.length, row, 0, row.length)
    if (cosine > most) [nearest, most] = [index, cosine]
  })
  return causes.find(({ id }) => id === owners[nearest])?.theme ?? ''
}
