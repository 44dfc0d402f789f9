import { invariant } from '../base/invariant.ts'
import { wilson } from './wilson.ts'

export type Mean = { readonly value: number; readonly low: number; readonly high: number; readonly n: number }

export type ValueCount = { readonly value: number; readonly count: number }

export type Scale = { readonly lowest: number; readonly highest: number }

/**
 * The mean of answers between two ends with its 95 % interval: Wilson's, over as many yes-or-no trials as would tell as much.
 * It never leaves the scale, and with answers at the two ends alone it is Wilson's itself. One answer at the farther end is
 * added to the spread: that nobody gave it yet does not mean that nobody will, and answers that are all alike are no certainty.
 * Assumes: independent answers, all within the scale. Cost: O(values).
 * Refuses: no answers, or a scale of one value (`null`).
 * Source: Wilson (1927), with the effective sample size of Korn and Graubard (1998), Survey Methodology 24(2), 193-201.
 * Example: 29 fives and a one on 1 to 5 are 4.87 with 4.33 to 4.98.
 */
export function estimateMean(counts: readonly ValueCount[], { lowest, highest }: Scale): Mean | null {
  const n = counts.reduce((sum, { count }) => sum + count, 0)
  if (n === 0 || lowest === highest) return null
  const width = highest - lowest
  invariant(
    counts.every(({ value }) => value >= lowest && value <= highest),
    `an answer outside ${lowest} to ${highest}`,
  )
  const value = counts.reduce((sum, one) => sum + one.value * one.count, 0) / n
  const place = Math.min(1, Math.max(0, (value - lowest) / width))
  const squares = counts.reduce((sum, one) => sum + one.count * ((one.value - value) / width) ** 2, 0)
  const widest = place * (1 - place)
  const unseen = Math.max(place, 1 - place) ** 2
  const trials = Math.max(n, (n * (n + 1) * widest) / (squares + unseen))
  const share = wilson(place * trials, trials)
  return share && { value, low: lowest + share.low * width, high: lowest + share.high * width, n }
}
