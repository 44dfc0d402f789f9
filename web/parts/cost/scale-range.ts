import type { Range } from '../../../core/base/figure.ts'

/** How far a slider reaches: to three times the middle, or to ten where there is nothing yet. */
export function reachOf({ mid, high }: Range): number {
  return high === 0 ? 10 : Math.max(high, mid * 3)
}

/** The range with another middle: low and high keep their distance in proportion, so that what is uncertain stays so. */
export function scaleRange(range: Range, mid: number): Range {
  if (range.mid === 0) return { low: 0, mid, high: mid }
  const times = mid / range.mid
  return { low: range.low * times, mid, high: range.high * times }
}
