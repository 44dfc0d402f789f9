import { embedText, type WordTable } from '../../text/word-table.ts'
import { nearestRow } from '../assign-cause.ts'
import type { Space } from '../cause-model.ts'
import { fromRows, toRows } from './rows.ts'
import { centre, dot, learnMean } from './space.ts'

/** Points of length 1 beside what they had in common, row after row. */
export type Points = { readonly points: Float32Array; readonly mean: Space['mean']; readonly size: number }

/** The nearest row of each text and how close it is. */
export type Placed = { readonly groups: Int32Array; readonly cosines: Float32Array }

/** Bounds of the threshold, and the share of members it may leave out. */
const leastCloseness = 0.15
const mostDemanded = 0.45
const strayShare = 0.02

/** Takes away what the vectors have in common; they are changed in place. */
export function centrePoints(vectors: Float32Array, size: number): Points {
  const mean = toRows(learnMean(vectors, size), size)
  centre(vectors, fromRows(mean))
  return { points: vectors, mean, size }
}

/** The middles of groups (-1 is none), every text at its nearest, and how near a text must be. Cost: texts x groups. */
export function drawSpace({ points, mean, size }: Points, groups: Int32Array, count: number) {
  const centroids = toRows(centroidsOf(points, groups, count, size), size)
  const placed = placeAll(points, fromRows(centroids), size)
  const space: Space = { mean, centroids, threshold: thresholdOf(placed, groups) }
  return { space, placed }
}

/** Where a text lies in a space by the word table: its point, how close that is to the middle of a group, and the nearest group. */
export type Place = {
  readonly vector: Float32Array
  readonly closeness: (group: number) => number
  readonly nearest: number
}

/** Prepares placing texts in a space; null for one without a known word. Cost: one embedding a text, and the groups. */
export function preparePlacing(table: WordTable, { mean, centroids }: Space): (text: string) => Place | null {
  const common = fromRows(mean)
  const rows = fromRows(centroids)
  const wide = Float64Array.from(rows)
  const products = new Float32Array(centroids.rows + 3)
  return (text) => {
    const vector = embedText(table, text)
    if (vector === null) return null
    centre(vector, common)
    const closeness = (group: number) => dot(rows, group * common.length, vector, 0, common.length)
    return { vector, closeness, nearest: nearestRow(wide, vector, products).index }
  }
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
