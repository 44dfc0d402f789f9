import { blockRows, prepareBlockProducts } from './block-products.ts'

/** For each point its nearest others, nearest first; ties go to the smaller index. -1 where there are fewer. */
export type Neighbours = { readonly count: number; readonly ids: Int32Array; readonly cosines: Float32Array }

/** Blocks compared at a time: as many as stay in the processor's cache beside the one they are compared with. */
const blocksAtOnce = 16

/**
 * Exact nearest neighbours of unit vectors by cosine, `size` numbers a point.
 * Cost: O(points^2 x size), about 1 s for 6,000 points of 232 numbers; memory O(points x (size + count)).
 */
export function findNeighbours(points: Float32Array, size: number, count: number): Neighbours {
  const total = points.length / size
  const ids = new Int32Array(total * count).fill(-1)
  const cosines = new Float32Array(total * count).fill(-2)
  const { blocks, multiply } = prepareBlockProducts(points, size)
  // Every point is offered the others in the order of their numbers.
  for (let from = 0; from < blocks; from += blocksAtOnce) {
    const to = Math.min(blocks, from + blocksAtOnce)
    for (let one = 0; one < to; one++) {
      for (let other = Math.max(from, one); other < to; other++) offerBlock(one, other, multiply(one, other))
    }
  }
  return { count, ids, cosines }

  function offerBlock(oneBlock: number, otherBlock: number, products: Float64Array): void {
    for (let at = 0; at < products.length; at++) {
      const one = oneBlock * blockRows + Math.floor(at / blockRows)
      const other = otherBlock * blockRows + (at % blockRows)
      if (other <= one || other >= total) continue
      const cosine = Math.fround(products[at] ?? 0)
      offer(one, other, cosine)
      offer(other, one, cosine)
    }
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

/** Only the nearest few of them. */
export function nearestOf({ ids, cosines, count }: Neighbours, few: number): Neighbours {
  const isNear = (_: number, at: number) => at % count < few
  return { count: few, ids: ids.filter(isNear), cosines: cosines.filter(isNear) }
}
