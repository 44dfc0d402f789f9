import type { Range } from '../base/figure.ts'

/** The 97.5 % point of the standard normal distribution: low and high hold the value nineteen times of twenty. */
const z95 = 1.959963984540054

/**
 * The value of an uncertain number at a standard normal `z`: a distribution with these very low, middle and high as its
 * 2.5, 50 and 97.5 % points, wider on the side where the range is. On the scale of logarithms where low is above zero, so that nothing turns
 * negative; else on the plain scale, cut at zero. Source: the two-piece normal distribution (Wallis 2014, Statistical Science 29(1)).
 */
export function spreadOf({ low, mid, high }: Range): (z: number) => number {
  if (low === high) return () => mid
  if (low <= 0) return (z) => Math.max(0, mid + (z * (z < 0 ? mid - low : high - mid)) / z95)
  const centre = Math.log(mid)
  const below = (centre - Math.log(low)) / z95
  const above = (Math.log(high) - centre) / z95
  return (z) => Math.exp(centre + z * (z < 0 ? below : above))
}
