import type { Neighbours } from './neighbours.ts'

/** An undirected weighted graph in compressed rows: node i's edges are `to` and `weight` from `from[i]` to `from[i + 1]`. */
export type Graph = {
  readonly nodes: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weight: Float64Array
  /** Weight of each node's edges to itself, counted once. */
  readonly loops: Float64Array
}

/** Pairs that share less than this are no neighbours. */
const leastShared = 1 / 16

/**
 * Joins neighbours by what they share: the weight of an edge is the Jaccard share of the two points' neighbour lists (each
 * point counted in its own). Robust where texts lie at different distances. Source: Jarvis & Patrick (1973).
 * Cost: O(points x count^2).
 */
export function sharedNeighbourGraph({ ids, cosines, count }: Neighbours): Graph {
  const nodes = ids.length / count
  const edges: number[] = []
  const weights: number[] = []
  const marks = new Int32Array(nodes).fill(-1)
  for (let one = 0; one < nodes; one++) {
    marks[one] = one
    for (let at = one * count; at < (one + 1) * count; at++)
      if ((ids[at] ?? -1) >= 0) marks[ids[at] ?? 0] = one
    for (let at = one * count; at < (one + 1) * count; at++) {
      const other = ids[at] ?? -1
      if (other < 0 || (cosines[at] ?? 0) <= 0 || (other < one && isNeighbour(ids, count, other, one)))
        continue
      const weight = sharedShare(ids, count, other, marks, one)
      if (weight < leastShared) continue
      edges.push(one, other)
      weights.push(weight)
    }
  }
  return toGraph(nodes, edges, weights)
}

function isNeighbour(ids: Int32Array, count: number, of: number, candidate: number): boolean {
  for (let at = of * count; at < (of + 1) * count; at++) if (ids[at] === candidate) return true
  return false
}

function sharedShare(ids: Int32Array, count: number, other: number, marks: Int32Array, one: number): number {
  let shared = marks[other] === one ? 1 : 0
  for (let at = other * count; at < (other + 1) * count; at++) {
    const id = ids[at] ?? -1
    if (id >= 0 && marks[id] === one) shared++
  }
  return shared / (2 * (count + 1) - shared)
}

/** Edges as pairs in a row, each given once. */
export function toGraph(nodes: number, edges: readonly number[], weights: readonly number[]): Graph {
  const from = new Int32Array(nodes + 1)
  const loops = new Float64Array(nodes)
  for (let edge = 0; edge < weights.length; edge++) {
    const [one, other] = [edges[2 * edge] ?? 0, edges[2 * edge + 1] ?? 0]
    if (one === other) continue
    from[one + 1] = (from[one + 1] ?? 0) + 1
    from[other + 1] = (from[other + 1] ?? 0) + 1
  }
  for (let node = 0; node < nodes; node++) from[node + 1] = (from[node + 1] ?? 0) + (from[node] ?? 0)
  const next = Int32Array.from(from)
  const to = new Int32Array(from[nodes] ?? 0)
  const weight = new Float64Array(from[nodes] ?? 0)
  const put = (one: number, other: number, value: number) => {
    const at = next[one] ?? 0
    next[one] = at + 1
    to[at] = other
    weight[at] = value
  }
  for (let edge = 0; edge < weights.length; edge++) {
    const [one, other, value] = [edges[2 * edge] ?? 0, edges[2 * edge + 1] ?? 0, weights[edge] ?? 0]
    if (one === other) {
      loops[one] = (loops[one] ?? 0) + value
      continue
    }
    put(one, other, value)
    put(other, one, value)
  }
  return { nodes, from, to, weight, loops }
}

/** Each group becomes one node; what lay inside becomes its loop. Groups are numbered 0 to `groups` - 1. */
export function contract(graph: Graph, groupOf: Int32Array, groups: number): Graph {
  const sums = new Map<number, number>()
  const add = (one: number, other: number, value: number) => {
    const key = Math.min(one, other) * groups + Math.max(one, other)
    sums.set(key, (sums.get(key) ?? 0) + value)
  }
  for (let node = 0; node < graph.nodes; node++) {
    const group = groupOf[node] ?? 0
    const loop = graph.loops[node] ?? 0
    if (loop > 0) add(group, group, loop)
    for (let at = graph.from[node] ?? 0; at < (graph.from[node + 1] ?? 0); at++) {
      const other = graph.to[at] ?? 0
      if (other > node) add(group, groupOf[other] ?? 0, graph.weight[at] ?? 0)
    }
  }
  const keys = [...sums.keys()].sort((left, right) => left - right)
  const edges = keys.flatMap((key) => [Math.floor(key / groups), key % groups])
  return toGraph(
    groups,
    edges,
    keys.map((key) => sums.get(key) ?? 0),
  )
}
