import { findCommunities } from './communities.ts'
import type { Graph } from './graph.ts'
import { multiplyRows } from './space.ts'

const candidates = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 6, 9, 14, 20, 28] as const
const leastMembers = 3
/** Of more texts, every other, third, … is judged. */
const mostJudged = 2000

/**
 * Prepares grouping texts at the reach and the resolution that suit them: in each graph groupings from coarse to fine are tried,
 * once, and the one is taken whose groups are both tight and clear of each other. The grain then makes it finer (above 1) or coarser.
 * Assumes unit vectors in `points`, the nodes of each graph, `size` numbers each. Cost: twelve community searches a graph.
 */
export function prepareGrouping(
  graphs: readonly Graph[],
  points: Float32Array,
  size: number,
): (grain: number) => Int32Array {
  const tried = graphs.flatMap((graph) =>
    candidates.map((resolution) => {
      const groups = findCommunities(graph, resolution)
      return { graph, resolution, groups, fit: fitOf(points, size, groups) }
    }),
  )
  const best = tried.reduce((one, other) => (other.fit > one.fit ? other : one))
  return (grain) => (grain === 1 ? best.groups : findCommunities(best.graph, best.resolution * grain))
}

/**
 * How well groups fit their texts: mean closeness to the rest of the own group (tight), squared, times the mean by which that is
 * more than the closeness to the nearest other group (clear). The first alone would make every text a group, the second two;
 * unsquared, coarse and fine are nearly equal where there are many alike causes, and chance decides.
 */
function fitOf(points: Float32Array, size: number, communities: Int32Array): number {
  const groups = numberLarge(communities)
  const { sums, lengths } = sumGroups(points, size, groups)
  const products = new Float32Array(lengths.length + 3)
  const step = Math.max(1, Math.ceil(groups.length / mostJudged))
  let judged = 0
  let own = 0
  let clear = 0
  for (let index = 0; index < groups.length; index += step) {
    judged++
    const group = groups[index] ?? -1
    if (group < 0) continue
    const point = points.subarray(index * size, (index + 1) * size)
    multiplyRows(point, sums, { from: 0, to: lengths.length }, products)
    let other = 0
    for (let candidate = 0; candidate < lengths.length; candidate++) {
      if (candidate === group) continue
      const cosine = (products[candidate] ?? 0) / (lengths[candidate] ?? 1)
      if (cosine > other) other = cosine
    }
    const closeness = withoutItself(products[group] ?? 0, lengths[group] ?? 0)
    own += closeness
    clear += closeness - other
  }
  return judged === 0 ? 0 : (own / judged) ** 2 * (clear / judged)
}

/** Groups that are large enough to judge, numbered from 0; members of the others are -1. */
function numberLarge(communities: Int32Array): Int32Array {
  const counts = new Map<number, number>()
  for (const community of communities) counts.set(community, (counts.get(community) ?? 0) + 1)
  const large = [...counts.keys()].filter((community) => (counts.get(community) ?? 0) >= leastMembers)
  const numbers = new Map(large.map((community, number) => [community, number]))
  return communities.map((community) => numbers.get(community) ?? -1)
}

/** Cosine of a unit vector to the sum of its group's others, from its product with the whole sum of given length. */
function withoutItself(product: number, length: number): number {
  const rest = length * length - 2 * product + 1
  return rest < 1e-9 ? 1 : (product - 1) / Math.sqrt(rest)
}

/** The sum of each group's points, row after row, and its length. */
function sumGroups(points: Float32Array, size: number, groups: Int32Array) {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0)
  const sums = new Float64Array(count * size)
  groups.forEach((group, index) => {
    if (group < 0) return
    for (let axis = 0; axis < size; axis++) {
      const at = group * size + axis
      sums[at] = (sums[at] ?? 0) + (points[index * size + axis] ?? 0)
    }
  })
  const lengths = Float64Array.from({ length: count }, (_, group) => lengthOf(sums, group * size, size))
  return { sums, lengths }
}

function lengthOf(rows: Float64Array, from: number, size: number): number {
  let square = 0
  for (let at = from; at < from + size; at++) square += (rows[at] ?? 0) ** 2
  return Math.sqrt(square)
}
