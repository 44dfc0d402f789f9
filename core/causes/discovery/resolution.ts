import { findCommunities } from './communities.ts'
import type { Graph } from './graph.ts'
import { dot } from './space.ts'

const candidates = [0.25, 0.5, 1, 2, 4, 6] as const
/** The finest grouping that gives up no more than this share of the clearest one's margin is taken. */
const allowedLoss = 0.08
const leastMembers = 3

export type Grouping = { readonly groups: Int32Array; readonly resolution: number }

/**
 * Groups texts at the resolution that suits them: groupings from coarse to fine are tried, and the finest one is taken
 * whose groups stay nearly as clear-cut as those of the clearest. `grain` then makes it finer (above 1) or coarser.
 * Clear-cut is measured by the margin: how much closer texts lie to their own group than to the next.
 * Assumes unit vectors in `points`, the nodes of `graph`, `size` numbers each. Cost: six community searches.
 */
export function groupAtGrain(graph: Graph, points: Float32Array, size: number, grain: number): Grouping {
  const tried = candidates.map((resolution) => {
    const groups = findCommunities(graph, resolution)
    return { groups, resolution, margin: marginOf(points, size, groups) }
  })
  const best = Math.max(...tried.map(({ margin }) => margin))
  const suits = tried.findLast(({ margin }) => margin >= best - Math.abs(best) * allowedLoss)
  const resolution = (suits?.resolution ?? 1) * grain
  if (suits && grain === 1) return { groups: suits.groups, resolution }
  return { groups: findCommunities(graph, resolution), resolution }
}

/** Mean, over the texts, of closeness to the rest of the own group minus closeness to the nearest other group. */
function marginOf(points: Float32Array, size: number, groups: Int32Array): number {
  const { sums, lengths, counts } = sumGroups(points, size, groups)
  let total = 0
  groups.forEach((group, index) => {
    if ((counts[group] ?? 0) < leastMembers) return
    let other = 0
    let own = 0
    for (let candidate = 0; candidate < counts.length; candidate++) {
      if ((counts[candidate] ?? 0) < leastMembers) continue
      const product = dot(points, index * size, sums, candidate * size, size)
      if (candidate === group) own = withoutItself(product, lengths[group] ?? 0)
      else other = Math.max(other, product / (lengths[candidate] ?? 1))
    }
    total += own - other
  })
  return groups.length === 0 ? 0 : total / groups.length
}

/** Cosine of a unit vector to the sum of its group's others, from its product with the whole sum of given length. */
function withoutItself(product: number, length: number): number {
  const rest = length * length - 2 * product + 1
  return rest < 1e-9 ? 1 : (product - 1) / Math.sqrt(rest)
}

function sumGroups(points: Float32Array, size: number, groups: Int32Array) {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0)
  const sums = new Float32Array(count * size)
  const counts = new Int32Array(count)
  groups.forEach((group, index) => {
    counts[group] = (counts[group] ?? 0) + 1
    for (let axis = 0; axis < size; axis++) {
      const at = group * size + axis
      sums[at] = (sums[at] ?? 0) + (points[index * size + axis] ?? 0)
    }
  })
  const lengths = Float64Array.from(counts, (_, group) =>
    Math.sqrt(dot(sums, group * size, sums, group * size, size)),
  )
  return { sums, lengths, counts }
}
