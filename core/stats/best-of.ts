import { compareText } from '../base/order.ts'

/** A place in an order: the lower rank comes first, then the lower key. */
export type Ranked = { readonly rank: number; readonly key: string }

export function compareRanked(left: Ranked, right: Ranked): number {
  return left.rank - right.rank || compareText(left.key, right.key)
}

/** The best of all that was offered, in order; `floor` is the last of them where others were let go. */
export type Best<T extends Ranked> = { readonly items: readonly T[]; readonly floor: Ranked | null }

/**
 * Keeps the best `most` of what is offered, in whatever order it comes.
 * Cost: a comparison an offer, and now and then a sort of at most twice `most`; memory for as many.
 */
export function startBest<T extends Ranked>(most: number) {
  const kept: T[] = []
  let floor: Ranked | null = null

  function cut(): void {
    kept.sort(compareRanked)
    if (kept.length <= most) return
    kept.length = most
    floor = kept.at(-1) ?? null
  }

  return {
    /** Whether something of this rank could be among the best, told before it is made. */
    admits: (rank: number) => floor === null || rank <= floor.rank,
    offer(item: T): void {
      if (floor !== null && compareRanked(item, floor) > 0) return
      kept.push(item)
      if (kept.length >= 2 * most) cut()
    },
    result(): Best<T> {
      cut()
      return { items: kept, floor: floor === null ? null : { rank: floor.rank, key: floor.key } }
    },
  }
}
