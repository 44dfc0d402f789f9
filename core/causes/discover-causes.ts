import type { Instant } from '../base/time.ts'
import { embedText, type WordTable } from '../text/word-table.ts'
import { nearestRow } from './assign-cause.ts'
import { type CauseModel, causeMethod } from './cause-model.ts'
import { type DistinctText, embedSample, foldTexts } from './discovery/distinct-texts.ts'
import { sharedNeighbourGraph } from './discovery/graph.ts'
import { nameGroups } from './discovery/name-groups.ts'
import { findNeighbours } from './discovery/neighbours.ts'
import { groupAtGrain } from './discovery/resolution.ts'
import { fromRows, toRows } from './discovery/rows.ts'
import { centre, dot, learnMean } from './discovery/space.ts'
import { groupIntoThemes } from './discovery/themes.ts'

export type CauseSettings = {
  /** 1 takes the grain that suits the texts; more gives more and smaller causes, less gives fewer and larger ones. */
  readonly grain: number
}

export const defaultGrain = 1

/** Why a customer came, and when. */
export type Reason = { readonly id: string; readonly text: string; readonly at?: Instant | null }

/** A tree with what it was drawn from: the texts of the sample, and the cause of each as its place in the tree, -1 for none. */
export type DrawnTree = {
  readonly model: CauseModel
  readonly sample: readonly DistinctText[]
  readonly groups: Int32Array
}

/** Distinct texts that a tree is drawn from. */
export const mostTexts = 6_000
const neighbourCount = 10
const leastTexts = 3
const leastShare = 0.001
/** Bounds of the threshold, and the share of members it may leave out. */
const leastCloseness = 0.15
const mostDemanded = 0.45
const strayShare = 0.02

/**
 * Finds why customers turn to the company, without being told how many reasons there are: texts that share nearest
 * neighbours in meaning form communities, each a cause, named by the sentence that stands for it best.
 * Assumes reasons (see reason.ts), not whole conversations. The same texts in any order give the same bytes; identical
 * texts are looked at once and counted all. More than 6,000 distinct texts are represented by a fixed sample; assign
 * the rest with prepareAssigner.
 * Refuses nothing: without a readable text there are no causes. Method: docs/method/causes.md.
 * Cost: O(sample^2): about 5 s and 100 MB for 6,000 distinct texts on one core.
 */
export function discoverCauses(
  texts: readonly Reason[],
  table: WordTable,
  settings: CauseSettings,
): CauseModel {
  return drawTree(texts, table, settings).model
}

/** The same, with what the tree was drawn from. */
export function drawTree(texts: readonly Reason[], table: WordTable, settings: CauseSettings): DrawnTree {
  const { texts: sample, vectors: points, size } = embedSample(foldTexts(texts), table, mostTexts)
  const mean = toRows(learnMean(points, size), size)
  centre(points, fromRows(mean))
  const graph = sharedNeighbourGraph(findNeighbours(points, size, neighbourCount))
  const found = groupAtGrain(graph, points, size, settings.grain)
  const weights = Float64Array.from(sample, ({ ids }) => ids.length)
  const { groups, count } = keepLarge(found.groups, weights)
  const centroids = toRows(centroidsOf(points, groups, count, size), size)
  const placed = placeAll(points, fromRows(centroids), size)
  const threshold = thresholdOf(placed, groups)
  const members = placed.groups.map((group, index) => ((placed.cosines[index] ?? 0) < threshold ? -1 : group))
  const named = nameGroups({
    texts: sample,
    groups: members,
    cosines: placed.cosines,
    count,
    closeness: prepareCloseness(table, fromRows(mean), fromRows(centroids)),
  })
  const themes = groupIntoThemes({ graph, groups: members, texts: sample, causes: named })
  const causes = named.map((cause, index) => ({ ...cause, theme: themes.themeOf[index] ?? '' }))
  const model = {
    method: causeMethod,
    grain: settings.grain,
    causes,
    themes: themes.themes,
    texts: texts.length,
    assigned: causes.reduce((sum, cause) => sum + cause.texts, 0),
    threshold,
    mean,
    centroids,
    owners: causes.map(({ id }) => id),
    labels: [],
    drawn: { texts: texts.length, upTo: lastOf(texts) },
  }
  return { model, sample, groups: members }
}

function lastOf(texts: readonly Reason[]): Instant | null {
  return texts.reduce<Instant | null>(
    (last, { at = null }) => (at === null ? last : Math.max(at, last ?? at)),
    null,
  )
}

type Groups = { readonly groups: Int32Array; readonly count: number }

/** Communities large enough to speak of, the largest first; members of the others are -1. */
function keepLarge(communities: Int32Array, weights: Float64Array): Groups {
  const sizes = new Map<number, number>()
  let total = 0
  communities.forEach((community, index) => {
    const weight = weights[index] ?? 0
    sizes.set(community, (sizes.get(community) ?? 0) + weight)
    total += weight
  })
  const least = Math.max(leastTexts, total * leastShare)
  const kept = [...sizes].filter(([, size]) => size >= least)
  kept.sort((left, right) => right[1] - left[1] || left[0] - right[0])
  const numbers = new Map(kept.map(([community], number) => [community, number]))
  return { groups: communities.map((community) => numbers.get(community) ?? -1), count: kept.length }
}

/** Means of the members at length 1, row after row. */
function centroidsOf(points: Float32Array, groups: Int32Array, count: number, size: number): Float32Array {
  const sums = new Float32Array(count * size)
  groups.forEach((group, index) => {
    if (group < 0) return
    for (let axis = 0; axis < size; axis++) {
      const at = group * size + axis
      sums[at] = (sums[at] ?? 0) + (points[index * size + axis] ?? 0)
    }
  })
  for (let group = 0; group < count; group++) {
    const row = sums.subarray(group * size, (group + 1) * size)
    const length = Math.sqrt(dot(row, 0, row, 0, size))
    if (length > 0) row.set(row.map((value) => value / length))
  }
  return sums
}

type Placed = { readonly groups: Int32Array; readonly cosines: Float32Array }

/** Every text at its nearest centroid, as prepareAssigner will place it later. */
function placeAll(points: Float32Array, centroids: Float32Array, size: number): Placed {
  const rows = Float64Array.from(centroids)
  const total = points.length / size
  const groups = new Int32Array(total)
  const cosines = new Float32Array(total)
  const products = new Float32Array(centroids.length / size + 3)
  for (let index = 0; index < total; index++) {
    const nearest = nearestRow(rows, points.subarray(index * size, (index + 1) * size), products)
    groups[index] = nearest.index
    cosines[index] = nearest.cosine
  }
  return { groups, cosines }
}

/** The closeness that all but a few of the communities' own members reach. */
function thresholdOf(placed: Placed, groups: Int32Array): number {
  const own = placed.cosines.filter((_, index) => groups[index] === placed.groups[index]).sort()
  const low = own[Math.floor(own.length * strayShare)] ?? leastCloseness
  return Math.min(mostDemanded, Math.max(leastCloseness, low))
}

function prepareCloseness(table: WordTable, mean: Float32Array, centroids: Float32Array) {
  return (text: string, group: number): number => {
    const vector = embedText(table, text)
    if (!vector) return -1
    centre(vector, mean)
    return dot(centroids, group * mean.length, vector, 0, mean.length)
  }
}
