import { multiplyTwoRows } from './space.ts'

/** For each point its nearest others, nearest first; ties go to the smaller index. -1 where there are fewer. */
export type Neighbours = { readonly count: number; readonly ids: Int32Array; readonly cosines: Float32Array }

/** Points compared at a time: as many as stay in the processor's cache beside the one they are compared with. */
const blockSize = 64

/**
 * Exact nearest neighbours of unit vectors by cosine, `size` numbers a point.
 * Cost: O(points^2 x size), about 3 s for 6,000 points of 232 numbers; memory O(points x count).
 */
export function findNeighbours(points: Float32Array, size: number, count: number): Neighbours {
  const total = points.length / size
  const ids = new Int32Array(total * count).fill(-1)
  const cosines = new Float32Array(total * count).fill(-2)
  const rows = Float64Array.from(points)
  const products = new Float32Array(2 * (blockSize + 3))
  const secondAt = blockSize + 3
  for (let from = 0; from < total; from += blockSize) {
    const to = Math.min(total, from + blockSize)
    for (let one = 0; one < to; one += 2) {
      const next = Math.min(to - 1, one + 1)
      const first = Math.max(from, one + 1)
      multiplyTwoRows(rows, size, { one, other: next }, { from: first, to }, products, secondAt)
      for (let other = first; other < to; other++) offerBoth(one, other, products[other - first] ?? 0)
      for (let other = Math.max(from, next + 1); other < to; other++)
        offerBoth(next, other, products[secondAt + other - first] ?? 0)
    }
  }
  return { count, ids, cosines }

  function offerBoth(one: number, other: number, cosine: number): void {
    offer(one, other, cosine)
    offer(other, one, cosine)
  }

  function offer(to: number, id: number, cosine: number): void {
    const first = to * count
    let at = first + count - 1
    if (cosine <= (cosines[at] ?? 0)) return
    for (; at > first && (cosines[at - 1] ?? 0) < cosine; at--) {
      cosines[at] = cosines[at - 1] ?? 0
      ids[at] = ids[at - 1] ?? -1
    }
    cosines[at] = cosine
    ids[at] = id
  }
}
