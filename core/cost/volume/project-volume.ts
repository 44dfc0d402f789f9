import { daysPerMonth } from '../../base/time.ts'
import type { VolumePattern } from '../cost-inputs.ts'
import { type Candidate, listCandidates } from './candidates.ts'

/** First contacts that a cause will bring, month by month. */
export type Projection = {
  readonly months: readonly number[]
  /** Standard deviation of the whole, over the whole. */
  readonly variation: number
  /** How much more weekly counts vary than chance alone would have them; at least 1. */
  readonly dispersion: number
  readonly pattern: VolumePattern
  /** How sure the pattern is beside the others that were tried, 0 to 1. */
  readonly weight: number
  readonly weeks: number
  /** First contacts a week that the pattern starts from. */
  readonly perWeek: number
  /** Causes that bring a part of it, with that part. */
  readonly brought?: readonly { readonly by: string; readonly part: number }[]
}

/**
 * Projects first contacts over the months that follow the records: flat, with a trend that fades, from a new level on, with
 * a season, or with trend and season, as far as the history is long enough to show each. All that were tried count by how
 * well they explain the weeks for what they cost (quasi-BIC), so that what the history cannot tell apart widens the range.
 * Assumes: first contacts arise independently of each other.  Refuses: nothing; without any it projects none.
 * Source: Burnham & Anderson (2002), 2.5 and 6.4; fading trend: Gardner & McKenzie (1985), Management Science 31(10).
 * Cost: O(weeks) a pattern.
 */
export function projectVolume(
  weeks: readonly number[],
  covered: readonly number[],
  months: number,
): Projection {
  const total = weeks.reduce((sum, count) => sum + count, 0)
  const length = covered.reduce((sum, share) => sum + share, 0)
  const none = { variation: 0, dispersion: 1, pattern: 'flat', weight: 1, weeks: length, perWeek: 0 } as const
  if (total === 0 || length === 0) return { ...none, months: new Array<number>(months).fill(0) }
  const candidates = listCandidates(weeks, covered, months)
  const dispersion = Math.max(1, Math.min(...candidates.map(({ pearsonPerDegree }) => pearsonPerDegree)))
  const weights = weigh(candidates, dispersion, length)
  const [best] = candidates
    .map((candidate, index) => ({ candidate, weight: weights[index] ?? 0 }))
    .sort((left, right) => right.weight - left.weight)
  const projected = mix(candidates, weights)
  const whole = sumOf(projected) / weeksPerMonth
  const variance = candidates.reduce((sum, { rates, variance: own }, index) => {
    const alone = sumOf(rates)
    return sum + (weights[index] ?? 0) * (own * dispersion * alone ** 2 + (alone - whole) ** 2)
  }, 0)
  return {
    months: projected,
    variation: Math.sqrt(variance) / whole,
    dispersion,
    pattern: best?.candidate.pattern ?? 'flat',
    weight: sumOf(weights.filter((_, index) => candidates[index]?.pattern === best?.candidate.pattern)),
    weeks: length,
    perWeek: best?.candidate.rates[0] ?? 0,
  }
}

const weeksPerMonth = daysPerMonth / 7

function weigh(candidates: readonly Candidate[], dispersion: number, weeks: number): readonly number[] {
  const criteria = candidates.map(
    ({ deviance, price }) => deviance / dispersion + price * Math.log(Math.max(2, weeks)),
  )
  const least = Math.min(...criteria)
  const weights = criteria.map((criterion) => Math.exp((least - criterion) / 2))
  const total = sumOf(weights)
  return weights.map((weight) => weight / total)
}

function mix(candidates: readonly Candidate[], weights: readonly number[]): readonly number[] {
  const [first] = candidates
  return (first?.rates ?? []).map((_, month) =>
    candidates.reduce(
      (sum, { rates }, index) => sum + (weights[index] ?? 0) * (rates[month] ?? 0) * weeksPerMonth,
      0,
    ),
  )
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
