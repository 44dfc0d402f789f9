import { dot, multiplyRows } from '../../core/causes/discovery/space.ts'
import { type Random, randomFrom } from '../../core/stats/random.ts'

/** Rows of `size` numbers, one after the other, each of length 1. */
export type Points = { readonly values: Float32Array; readonly size: number }

const mostRounds = 100

/** Of several starts, the grouping whose points lie closest to the middles of their groups; the first of equals. */
export function groupByBestKMeans(
  points: Points,
  k: number,
  { seed, starts }: { readonly seed: number; readonly starts: number },
): Int32Array {
  const found = Array.from({ length: starts }, (_, start) => {
    const groups = groupByKMeans(points, k, randomFrom(seed, start))
    return { groups, closeness: closenessOf(points, groups, k) }
  })
  return found.reduce((best, other) => (other.closeness > best.closeness ? other : best)).groups
}

/** The cosines of all points to the middle of their group, added up. */
function closenessOf(points: Points, groups: Int32Array, k: number): number {
  const sums = sumGroups(points, groups, k * points.size)
  let closeness = 0
  for (let at = 0; at < sums.length; at += points.size)
    closeness += Math.hypot(...sums.subarray(at, at + points.size))
  return closeness
}

/**
 * k-means with `k` given, by cosine, started by k-means++: points to their nearest centre and centres to the middle of
 * their points, in turn, until nothing moves. Source: Arthur & Vassilvitskii (2007); Dhillon & Modha (2001).
 */
export function groupByKMeans(points: Points, k: number, random: Random): Int32Array {
  const { values, size } = points
  const centres = drawStarts(points, k, random)
  const groups = new Int32Array(values.length / size).fill(-1)
  for (let round = 0; round < mostRounds; round++) {
    if (!moveToNearest(points, centres, groups)) break
    moveCentres(points, groups, centres)
  }
  return groups
}

/** Each next start is drawn by its squared distance to the nearest start so far. */
function drawStarts({ values, size }: Points, k: number, random: Random): Float64Array {
  const count = values.length / size
  const starts = new Float64Array(k * size)
  const farness = new Float64Array(count).fill(2)
  for (let start = 0; start < k; start++) {
    const drawn = drawByWeight(farness, random)
    const row = values.subarray(drawn * size, (drawn + 1) * size)
    starts.set(row, start * size)
    for (let point = 0; point < count; point++) {
      const distance = 2 - 2 * dot(values, point * size, row, 0, size)
      farness[point] = Math.max(0, Math.min(farness[point] ?? 0, distance))
    }
  }
  return starts
}

function drawByWeight(weights: Float64Array, random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return found < 0 ? weights.length - 1 : found
}

/** Whether any point changed its group. */
function moveToNearest({ values, size }: Points, centres: Float64Array, groups: Int32Array): boolean {
  const k = centres.length / size
  const products = new Float32Array(k + 3)
  let moved = false
  for (let point = 0; point < groups.length; point++) {
    multiplyRows(values.subarray(point * size, (point + 1) * size), centres, { from: 0, to: k }, products)
    const nearest = indexOfMost(products.subarray(0, k))
    if (groups[point] !== nearest) moved = true
    groups[point] = nearest
  }
  return moved
}

function indexOfMost(values: Float32Array): number {
  let most = 0
  for (let index = 1; index < values.length; index++)
    if ((values[index] ?? 0) > (values[most] ?? 0)) most = index
  return most
}

function moveCentres(points: Points, groups: Int32Array, centres: Float64Array): void {
  const sums = sumGroups(points, groups, centres.length)
  for (let at = 0; at < sums.length; at += points.size) {
    const length = Math.hypot(...sums.subarray(at, at + points.size))
    // A centre that lost all its points stays where it was.
    if (length > 0)
      centres.set(
        sums.subarray(at, at + points.size).map((value) => value / length),
        at,
      )
  }
}

function sumGroups({ values, size }: Points, groups: Int32Array, length: number): Float64Array {
  const sums = new Float64Array(length)
  groups.forEach((group, point) => {
    for (let axis = 0; axis < size; axis++) {
      const at = group * size + axis
      sums[at] = (sums[at] ?? 0) + (values[point * size + axis] ?? 0)
    }
  })
  return sums
}
