import type { Counterfactual } from './counterfactual.ts'
import type { ProofSeries, Rhythm } from './series.ts'

/** A value we would expect, between two that we would be surprised to leave. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number }

/** What happened since the change against what would have, up to one time. */
export type EffectSoFar = {
  /** Times with a value since the change. */
  readonly count: number
  /** On average a time, with the interval for somebody who looks once. */
  readonly average: Estimate
  /** The same interval, wide enough for somebody who looks at each time for a year. */
  readonly anyLook: { readonly low: number; readonly high: number }
  readonly total: Estimate
  /** Of what would have been without the change; null where that may be nothing at all. */
  readonly relative: Estimate | null
  readonly expectedAverage: Estimate
  readonly actualAverage: number
}

export type EffectAt = { readonly at: number; readonly actual: number | null; readonly expected: Estimate }

/** The first look is taken here, so that a single odd time proves nothing. */
export const firstLook: Readonly<Record<Rhythm, number>> = {
  day: 7,
  week: 3,
  month: 3,
  quarter: 3,
  year: 3,
  numbered: 3,
}

/** Looks that a year of looking holds; a yearly series is looked at for ten years. */
export const looksInPlan: Readonly<Record<Rhythm, number>> = {
  day: 365,
  week: 52,
  month: 12,
  quarter: 8,
  year: 10,
  numbered: 100,
}

export type Look = { readonly count: number; readonly low: number; readonly high: number }

/** The averages of each path over the times since the change, and the band that 95 % of paths never leave. */
export type Looks = {
  readonly looks: readonly Look[]
  /** How much wider the band is than the interval of a single look. */
  readonly widening: number
}

/**
 * The effect on average, in total and relative, at the last time, and at each look since the first.
 * The band over all looks comes from the drawn paths themselves: 95 % of them stay within it from the first look to the
 * last of the plan, so a person who looks each time for a year is misled once in twenty times, as with a single look.
 * Cost: O(draws x times).
 */
export function measureEffect(series: ProofSeries, { paths }: Counterfactual): EffectSoFar & Looks {
  const actual = series.values.slice(series.changeAt)
  const band = bandOf(paths, actual, firstLook[series.rhythm])
  const count = actual.filter((value) => value !== null).length
  const sum = actual.reduce<number>((total, value) => total + (value ?? 0), 0)
  const sums = paths.map((path) => sumWhere(path, actual)).sort((left, right) => left - right)
  const expected = estimateFrom(sums)
  const total = { value: sum - expected.value, low: sum - expected.high, high: sum - expected.low }
  const isAlwaysPositive = (sums[0] ?? 0) > 0
  const looks = looksOf(actual, band, firstLook[series.rhythm])
  const last = looks.at(-1)
  return {
    count,
    average: scale(total, 1 / count),
    anyLook: last ?? { low: -Infinity, high: Infinity },
    total,
    relative: isAlwaysPositive
      ? { value: sum / expected.value - 1, low: sum / expected.high - 1, high: sum / expected.low - 1 }
      : null,
    expectedAverage: scale(expected, 1 / count),
    actualAverage: sum / count,
    looks,
    widening: band.widening,
  }
}

/** For a drawing: each time with what happened and what would have. */
export function measureEachTime(series: ProofSeries, { paths }: Counterfactual): EffectAt[] {
  return series.values.slice(series.changeAt).map((actual, index) => ({
    at: series.times[series.changeAt + index] ?? 0,
    actual,
    expected: estimateFrom(Float64Array.from(paths, (path) => path[index] ?? 0).sort()),
  }))
}

function estimateFrom(sorted: ArrayLike<number>): Estimate {
  return { value: quantile(sorted, 0.5), low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}

/** Between the neighbouring values, as R's type 7. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const left = sorted[below] ?? 0
  return left + (place - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] ?? 0) - left)
}

function scale({ value, low, high }: Estimate, factor: number): Estimate {
  return { value: value * factor, low: low * factor, high: high * factor }
}

function sumWhere(path: Float64Array, actual: ProofSeries['values']): number {
  let sum = 0
  for (let time = 0; time < actual.length; time += 1) if (actual[time] !== null) sum += path[time] ?? 0
  return sum
}

type Band = {
  readonly means: Float64Array
  readonly deviations: Float64Array
  /** In deviations: 2.5 % of paths ever fall below the one, 2.5 % ever rise above the other. */
  readonly lowest: number
  readonly highest: number
  readonly widening: number
}

/** Running averages are taken over the observed times; after the last of them, over all. */
function bandOf(paths: readonly Float64Array[], actual: ProofSeries['values'], first: number): Band {
  const counted = Array.from(paths[0] ?? [], (_, time) => actual[time] !== null)
  const looks = counted.filter((isCounted) => isCounted).length
  const averages = paths.map((path) => runningAverages(path, counted, looks))
  const means = new Float64Array(looks)
  const deviations = new Float64Array(looks)
  for (const row of averages)
    for (let look = 0; look < looks; look += 1) means[look] = (means[look] ?? 0) + (row[look] ?? 0)
  for (let look = 0; look < looks; look += 1) means[look] = (means[look] ?? 0) / paths.length
  for (const row of averages)
    for (let look = 0; look < looks; look += 1)
      deviations[look] = (deviations[look] ?? 0) + ((row[look] ?? 0) - (means[look] ?? 0)) ** 2
  for (let look = 0; look < looks; look += 1)
    deviations[look] = Math.sqrt((deviations[look] ?? 0) / paths.length)
  const lows: number[] = []
  const highs: number[] = []
  for (const row of averages) {
    let low = Infinity
    let high = -Infinity
    for (let look = first - 1; look < looks; look += 1) {
      const z = ((row[look] ?? 0) - (means[look] ?? 0)) / (deviations[look] ?? 1)
      if (z < low) low = z
      if (z > high) high = z
    }
    lows.push(low)
    highs.push(high)
  }
  const lowest = quantile(
    lows.sort((left, right) => left - right),
    0.025,
  )
  const highest = quantile(
    highs.sort((left, right) => left - right),
    0.975,
  )
  return { means, deviations, lowest, highest, widening: (highest - lowest) / (2 * 1.96) }
}

function runningAverages(path: Float64Array, counted: readonly boolean[], looks: number): Float64Array {
  const averages = new Float64Array(looks)
  let sum = 0
  let look = 0
  for (let time = 0; time < counted.length; time += 1) {
    if (!counted[time]) continue
    sum += path[time] ?? 0
    averages[look] = sum / (look + 1)
    look += 1
  }
  return averages
}

function looksOf(actual: ProofSeries['values'], band: Band, first: number): Look[] {
  const looks: Look[] = []
  let sum = 0
  let count = 0
  for (const value of actual) {
    if (value === null) continue
    sum += value
    const mean = band.means[count] ?? 0
    const deviation = band.deviations[count] ?? 0
    count += 1
    if (count < first) continue
    const average = sum / count
    looks.push({
      count,
      low: average - mean - band.highest * deviation,
      high: average - mean - band.lowest * deviation,
    })
  }
  return looks
}
