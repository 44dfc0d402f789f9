import { dayMs, toWeek } from '../../base/time.ts'
import type { CostHistory } from '../cost-inputs.ts'

/** Fewer days than this do not show how weekdays differ. */
const daysForWeekdays = 28

/**
 * How much of each week of the history the records cover, from 0 to 1: a week that is cut counts by the weekdays it has,
 * each at its usual share of a week. Under four weeks of records every day counts alike. Cost: O(weeks).
 */
export function coverWeeks({
  from,
  to,
  weekdays,
}: Pick<CostHistory, 'from' | 'to' | 'weekdays'>): readonly number[] {
  const first = instantOf(from)
  const last = instantOf(to)
  const start = instantOf(toWeek(first))
  const shares = weekdayShares(weekdays, daysOf({ from, to }))
  const weeks = Math.floor((last - start) / (7 * dayMs)) + 1
  return Array.from({ length: weeks }, (_, week) =>
    shares.reduce((sum, share, weekday) => {
      const day = start + (week * 7 + weekday) * dayMs
      return day < first || day > last ? sum : sum + share
    }, 0),
  )
}

/** Days that the records cover, the first and the last among them. */
export function daysOf({ from, to }: Pick<CostHistory, 'from' | 'to'>): number {
  return Math.round((instantOf(to) - instantOf(from)) / dayMs) + 1
}

function weekdayShares(weekdays: readonly number[], days: number): readonly number[] {
  const total = weekdays.reduce((sum, count) => sum + count, 0)
  if (days < daysForWeekdays || total < 7 || weekdays.length !== 7) return new Array(7).fill(1 / 7)
  return weekdays.map((count) => count / total)
}

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
