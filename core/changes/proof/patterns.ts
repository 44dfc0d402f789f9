import { dayMs } from '../../base/time.ts'
import type { Block } from '../../stats/weigh-models.ts'
import type { ProofSeries, Rhythm } from './series.ts'

/** Times of history from which a pattern can be told from chance: three weeks, two years. */
const historyForWeek = 21
const historyForYear: Readonly<Record<Rhythm, number>> = {
  day: 730,
  week: 104,
  month: 24,
  quarter: 8,
  year: Infinity,
  numbered: Infinity,
}

/** Waves a year for days and weeks, where single dates would need too many numbers. */
const wavesPerYear = 3
const yearDays = 365.2425

/** A trend, and the week and the year where the history before the change is long enough to show them. */
export function listPatterns(series: ProofSeries, times: readonly number[]): Block[] {
  const { rhythm, changeAt, values } = series
  const isKnown = times.map((_, index) => index < changeAt && values[index] !== null)
  const blocks = [pattern('trend', [times.map((_, index) => index)], changeAt)]
  if (rhythm === 'day' && changeAt >= historyForWeek)
    blocks.push(pattern('week', marksOf(times.map(weekdayOf), isKnown), changeAt))
  if (changeAt >= historyForYear[rhythm])
    blocks.push(pattern('year', yearOf(times, rhythm, isKnown), changeAt))
  return blocks
}

function yearOf(times: readonly number[], rhythm: Rhythm, isKnown: readonly boolean[]): number[][] {
  const month = (time: number) => new Date(time).getUTCMonth()
  if (rhythm === 'month') return marksOf(times.map(month), isKnown)
  if (rhythm === 'quarter')
    return marksOf(
      times.map((time) => Math.floor(month(time) / 3)),
      isKnown,
    )
  return Array.from({ length: wavesPerYear }, (_, wave) => wave + 1).flatMap((wave) => {
    const angle = (time: number) => (2 * Math.PI * wave * time) / (yearDays * dayMs)
    return [times.map((time) => Math.sin(angle(time))), times.map((time) => Math.cos(angle(time)))]
  })
}

/** One column a part of the cycle that is known, against the last of them, so that they say nothing about the level. */
function marksOf(parts: readonly number[], isKnown: readonly boolean[]): number[][] {
  const seen = [...new Set(parts.filter((_, index) => isKnown[index]))].sort((left, right) => left - right)
  const last = seen.at(-1)
  return seen.slice(0, -1).map((part) => parts.map((own) => (own === part ? 1 : own === last ? -1 : 0)))
}

function weekdayOf(time: number): number {
  return new Date(time).getUTCDay()
}

function pattern(name: string, columns: readonly (readonly number[])[], before: number): Block {
  return {
    name,
    kind: 'pattern',
    belief: 0.5,
    columns: columns.map((column) => standardise(column, before)),
  }
}

/** Mean 0 and deviation 1 before the change. */
export function standardise(column: readonly number[], before: number): Float64Array {
  const { mean, deviation } = momentsOf(column.slice(0, before))
  return Float64Array.from(column, (value) => (value - mean) / (deviation === 0 ? 1 : deviation))
}

export function momentsOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length)
  return { mean, deviation: Math.sqrt(square) }
}
