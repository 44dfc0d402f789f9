import { daysPerMonth } from '../../base/time.ts'
import { type CountFit, fitCounts } from '../../stats/count-regression.ts'
import type { VolumePattern } from '../cost-inputs.ts'

/** One way in which the volume may go on. */
export type Candidate = {
  readonly pattern: VolumePattern
  /** First contacts a week, in each month to come. */
  readonly rates: readonly number[]
  /** Of the logarithm of the whole, for a dispersion of 1. */
  readonly variance: number
  readonly deviance: number
  readonly pearsonPerDegree: number
  /** Numbers that were fitted; a break's place counts as two, because it is the best of many. */
  readonly price: number
}

const weeksForTrend = 26
const weeksForSeason = 52
const weeksForBoth = 104
/** A new level must have held this long, and the old one too. */
const weeksOfLevel = 8
/** What comes in bit by bit is at its new level only after some weeks, which then count for neither. */
const weeksOfComingIn = 4
/** First contacts that a pattern needs for each number fitted. */
const countForEach = 6
const weeksPerYear = 365.2425 / 7
/** A trend fades by half in a quarter of a year: nothing goes on growing for long. */
const halfLifeWeeks = 13

type Shape = {
  readonly pattern: VolumePattern
  readonly price: number
  readonly columnsAt: (week: number) => readonly number[]
}

/** Every pattern that the history is long enough to show; flat is always among them. */
export function listCandidates(
  weeks: readonly number[],
  covered: readonly number[],
  months: number,
): readonly Candidate[] {
  const length = covered.reduce((sum, share) => sum + share, 0)
  const end = covered.length
  return listShapes(weeks, covered, length, end).flatMap((shape) => {
    const rows = covered.flatMap((share, week) =>
      share > 0 ? [{ week, share, count: weeks[week] ?? 0 }] : [],
    )
    const size = shape.columnsAt(0).length
    const columns = Array.from({ length: size }, (_, column) =>
      rows.map(({ week }) => shape.columnsAt(week + 0.5)[column] ?? 0),
    )
    const fit = fitCounts(
      columns,
      rows.map(({ count }) => count),
      rows.map(({ share }) => share),
    )
    if (fit === null) return []
    const ahead = Array.from({ length: months }, (_, month) =>
      shape.columnsAt(end + ((month + 0.5) * daysPerMonth) / 7),
    )
    return [toCandidate(shape, fit, ahead, rows.length - size)]
  })
}

function listShapes(
  weeks: readonly number[],
  covered: readonly number[],
  length: number,
  end: number,
): readonly Shape[] {
  const trend = (week: number) => fade(week, end) / weeksPerYear
  const wave = (week: number) => (2 * Math.PI * week) / weeksPerYear
  const season = (week: number) => [Math.sin(wave(week)), Math.cos(wave(week))]
  const level = findNewLevel(weeks, covered, 0)
  const slowLevel = findNewLevel(weeks, covered, weeksOfComingIn)
  const count = weeks.reduce((sum, value) => sum + value, 0)
  // One year cannot tell a trend from a season, so neither may be the cheaper explanation.
  const shapes: readonly (Shape & { readonly needsWeeks: number })[] = [
    { pattern: 'flat', price: 1, columnsAt: () => [1], needsWeeks: 0 },
    {
      pattern: 'trend',
      price: length < weeksForBoth ? 3 : 2,
      columnsAt: (week) => [1, trend(week)],
      needsWeeks: weeksForTrend,
    },
    {
      pattern: 'newLevel',
      price: 4,
      columnsAt: (week) => [1, level !== null && week < level ? 1 : 0],
      needsWeeks: level === null ? Number.POSITIVE_INFINITY : weeksForTrend,
    },
    {
      pattern: 'newLevel',
      price: 5,
      columnsAt: (week) => [
        1,
        slowLevel !== null && week < slowLevel ? 1 : 0,
        slowLevel !== null && week >= slowLevel && week < slowLevel + weeksOfComingIn ? 1 : 0,
      ],
      needsWeeks: slowLevel === null ? Number.POSITIVE_INFINITY : weeksForTrend,
    },
    { pattern: 'season', price: 3, columnsAt: (week) => [1, ...season(week)], needsWeeks: weeksForSeason },
    {
      pattern: 'trendAndSeason',
      price: 4,
      columnsAt: (week) => [1, trend(week), ...season(week)],
      needsWeeks: weeksForBoth,
    },
  ]
  // A year of whole days is a little less than 52 weeks of them.
  return shapes.filter(
    ({ needsWeeks, price }) => length >= needsWeeks - 0.5 && (price === 1 || count >= price * countForEach),
  )
}

/** Weeks since the start, slowing down behind the end of the records. */
function fade(week: number, end: number): number {
  if (week <= end) return week
  const rate = Math.LN2 / halfLifeWeeks
  return end + (1 - Math.exp(-rate * (week - end))) / rate
}

/**
 * The week from which two levels explain the counts better than any other week would, with a level of its own while it comes in;
 * null where there is no room.
 */
function findNewLevel(weeks: readonly number[], covered: readonly number[], comingIn: number): number | null {
  const counts = sumsOf(weeks)
  const shares = sumsOf(covered)
  const end = covered.length
  const between = (sums: readonly number[], from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0)
  let best: { week: number; gain: number } | null = null
  for (let week = 1; week + comingIn < end; week++) {
    const parts = [0, week, week + comingIn, end].slice(1).map((to, part) => {
      const from = [0, week, week + comingIn][part] ?? 0
      return { count: between(counts, from, to), share: between(shares, from, to) }
    })
    const isLong = [parts[0], parts.at(-1)].every((part) => (part?.share ?? 0) >= weeksOfLevel)
    if (!isLong) continue
    const gain = parts.reduce((sum, { count, share }) => sum + likelihood(count, share), 0)
    if (best === null || gain > best.gain) best = { week, gain }
  }
  return best?.week ?? null
}

/** What there is before each week; one more at the end. */
function sumsOf(values: readonly number[]): number[] {
  let sum = 0
  return [
    0,
    ...values.map((value) => {
      sum += value
      return sum
    }),
  ]
}

function likelihood(count: number, share: number): number {
  return count <= 0 || share <= 0 ? 0 : count * Math.log(count / share)
}

function toCandidate(
  { pattern, price }: Shape,
  { coefficients, covariance, deviance, pearson }: CountFit,
  ahead: readonly (readonly number[])[],
  degrees: number,
): Candidate {
  const rates = ahead.map((row) => Math.exp(product(row, coefficients)))
  const whole = rates.reduce((sum, rate) => sum + rate, 0)
  /** How the logarithm of the whole moves with each coefficient. */
  const slopes = coefficients.map((_, column) =>
    ahead.reduce((sum, row, month) => sum + ((rates[month] ?? 0) / whole) * (row[column] ?? 0), 0),
  )
  const variance = product(
    slopes,
    covariance.map((row) => product(row, slopes)),
  )
  return { pattern, price, rates, variance, deviance, pearsonPerDegree: degrees > 3 ? pearson / degrees : 1 }
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0)
}
