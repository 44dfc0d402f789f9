import type { Share } from '../base/figure.ts'

/** How far one share lies above another, from -1 to 1, with its 95 % interval. */
export type Difference = { readonly value: number; readonly low: number; readonly high: number }

/**
 * The first share minus the second, with an interval built from their Wilson intervals.
 * Assumes: two independent groups. Refuses: nothing. Cost: constant.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
 * Example: 56 of 70 minus 48 of 80 is 0.2 with 0.0524 to 0.3339.
 */
export function differenceOfShares(one: Share, other: Share): Difference {
  const value = one.value - other.value
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  }
}
