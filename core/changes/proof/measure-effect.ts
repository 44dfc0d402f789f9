import type { Paths } from './counterfactual.ts'
import type { Rhythm, Values } from './series.ts'

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

/** The average effect after so many times, with the interval that holds at any look. */
export type Look = Estimate & { readonly count: number }

/** Every look since the first, the last one being now. */
export type Looks = { readonly looks: readonly Look[] }

/** What drawn paths foretell of the times that have a value: their sums, and the band that running averages stay in. */
export type Foretold = {
  readonly sums: Float64Array
  readonly first: number
  readonly means: Float64Array
  readonly deviations: Float64Array
  /** In deviations: 2.5 % of paths ever fall below the one, 2.5 % ever rise above the other. */
  readonly lowest: number
  readonly highest: number
}

/**
 * Sums paths up over the times that were observed, and finds the band that 95 % of their running averages never leave
 * from the first look to the end of the plan. It comes from the drawn paths themselves, so a person who looks each time
 * for a year is misled once in twenty times, as with a single look. After the last observed time, all times count.
 * Cost: O(draws x times).
 */
export function foretell(paths: Paths, actual: Values, rhythm: Rhythm): Foretold {
  const times = countedTimes(paths[0]?.length ?? 0, actual)
  const now = actual.filter((value) => value !== null).length
  const looks = times.length
  const averages = new Float64Array(paths.length * looks)
  const means = new Float64Array(looks)
  paths.forEach((path, draw) => {
    let sum = 0
    for (let look = 0; look < looks; look += 1) {
      sum += path[times[look] ?? 0] ?? 0
      const average = sum / (look + 1)
      averages[draw * looks + look] = average
      means[look] = (means[look] ?? 0) + average / paths.length
    }
  })
  const deviations = deviationsOf(averages, means, paths.length)
  const first = firstLook[rhythm]
  const { lowest, highest } = extremesOf(averages, means, deviations, first - 1)
  const sums = Float64Array.from(paths, (_, draw) => now * (averages[draw * looks + now - 1] ?? 0)).sort()
  return { sums, first, means, deviations, lowest, highest }
}

/** The effect on average, in total and relative to what would have been, now and at each look since the first. */
export function measureEffect(actual: Values, foretold: Foretold): EffectSoFar & Looks {
  const { sums } = foretold
  const count = actual.filter((value) => value !== null).length
  const sum = actual.reduce<number>((total, value) => total + (value ?? 0), 0)
  const expected = estimateFrom(sums)
  const total = { value: sum - expected.value, low: sum - expected.high, high: sum - expected.low }
  const looks = looksOf(actual, foretold)
  const { low, high } = looks.at(-1) ?? { low: -Infinity, high: Infinity }
  return {
    count,
    average: scale(total, 1 / count),
    anyLook: { low, high },
    total,
    relative: (sums[0] ?? 0) > 0 ? relativeTo(sum, expected) : null,
    expectedAverage: scale(expected, 1 / count),
    actualAverage: sum / count,
    looks,
  }
}

function relativeTo(sum: number, { value, low, high }: Estimate): Estimate {
  return { value: sum / value - 1, low: sum / high - 1, high: sum / low - 1 }
}

/** Whether the band for any look is so wide, beside what there was and would have been, that its bounds tell nothing. */
export function isVague({ anyLook, actualAverage, expectedAverage }: EffectSoFar): boolean {
  return anyLook.high - anyLook.low > 20 * (Math.abs(actualAverage) + Math.abs(expectedAverage.value))
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

/** Places of the observed times; beyond the last value, of all. */
function countedTimes(length: number, actual: Values): number[] {
  return Array.from({ length }, (_, time) => time).filter((time) => actual[time] !== null)
}

function deviationsOf(averages: Float64Array, means: Float64Array, draws: number): Float64Array {
  const looks = means.length
  const squares = new Float64Array(looks)
  for (let draw = 0; draw < draws; draw += 1) {
    for (let look = 0; look < looks; look += 1) {
      const off = (averages[draw * looks + look] ?? 0) - (means[look] ?? 0)
      squares[look] = (squares[look] ?? 0) + off * off
    }
  }
  return squares.map((square) => Math.max(Math.sqrt(square / draws), 1e-300))
}

function extremesOf(averages: Float64Array, means: Float64Array, deviations: Float64Array, from: number) {
  const looks = means.length
  const draws = averages.length / looks
  const lows = new Float64Array(draws).fill(Infinity)
  const highs = new Float64Array(draws).fill(-Infinity)
  for (let draw = 0; draw < draws; draw += 1) {
    let low = Infinity
    let high = -Infinity
    for (let look = from; look < looks; look += 1) {
      const off = ((averages[draw * looks + look] ?? 0) - (means[look] ?? 0)) / (deviations[look] ?? 1)
      if (off < low) low = off
      if (off > high) high = off
    }
    lows[draw] = low
    highs[draw] = high
  }
  return { lowest: quantile(lows.sort(), 0.025), highest: quantile(highs.sort(), 0.975) }
}

function looksOf(actual: Values, { means, deviations, lowest, highest, first }: Foretold): Look[] {
  const looks: Look[] = []
  let sum = 0
  let count = 0
  for (const value of actual) {
    if (value === null) continue
    sum += value
    const mean = means[count] ?? 0
    const deviation = deviations[count] ?? 0
    count += 1
    if (count < first) continue
    const off = sum / count - mean
    looks.push({ count, value: off, low: off - highest * deviation, high: off - lowest * deviation })
  }
  return looks
}
