import type { Share } from '../base/figure.ts'
import { invariant } from '../base/invariant.ts'

/** The 97.5 % point of the standard normal distribution. */
const z95 = 1.959963984540054

/**
 * A share with its 95 % Wilson score interval.
 * Assumes: independent trials with one underlying share.
 * Refuses: nothing; with no trials there is no share, and the caller says so (`null`).
 * Source: Wilson (1927), JASA 22(158), 209-212; R: `prop.test(x, n, correct = FALSE)$conf.int`.
 * Example: wilson(8, 10) is 0.8 with 0.4902 to 0.9433.
 */
export function wilson(successes: number, trials: number): Share | null {
  invariant(successes >= 0 && successes <= trials, `${successes} successes of ${trials} trials`)
  if (trials === 0) return null
  const share = successes / trials
  const scale = 1 + z95 ** 2 / trials
  const centre = (share + z95 ** 2 / (2 * trials)) / scale
  const half = (z95 / scale) * Math.sqrt((share * (1 - share)) / trials + z95 ** 2 / (4 * trials ** 2))
  return {
    value: share,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
    n: trials,
  }
}
