import { cannotSay, type Known } from '../../base/cannot-say.ts'
import { dayMs, type Instant, sayDay } from '../../base/time.ts'
import { addTimes } from './next-times.ts'
import type { Rhythm } from './series.ts'

/** Even times, and the place of each given time among them. */
export type TimeGrid = {
  readonly rhythm: Rhythm
  readonly times: readonly Instant[]
  readonly places: readonly number[]
}

type Calendar = Exclude<Rhythm, 'numbered'>

/** The usual number of days from one value to the next, by rhythm. */
const usualDays: readonly (readonly [Calendar, number, number])[] = [
  ['day', 1, 1],
  ['week', 7, 7],
  ['month', 28, 31],
  ['quarter', 89, 92],
  ['year', 365, 366],
]

/** Longer grids than this many times their values are mostly holes. */
const mostSparse = 4

/** Lays dates on the even times of their rhythm; times between two dates that nobody measured become gaps. */
export function layOnGrid(dates: readonly Instant[]): Known<TimeGrid> {
  const sorted = [...dates].sort((left, right) => left - right)
  const [first = 0] = sorted
  const steps = sorted.slice(1).map((time, index) => time - (sorted[index] ?? 0))
  const twice = steps.indexOf(0)
  if (twice >= 0)
    return cannotSay(`${sayDay(sorted[twice] ?? 0)} comes more than once; each date may come once`)
  const usual = [...steps].sort((left, right) => left - right)[Math.floor(steps.length / 2)] ?? dayMs
  const days = usual / dayMs
  const rhythm = usualDays.find(([, least, most]) => days >= least && days <= most)?.[0]
  if (rhythm === undefined) {
    const often = days < 1 ? 'more often than daily' : `every ${days.toFixed(1)} days`
    return cannotSay(`the values come ${often}; add them up by day, week, month, quarter or year first`)
  }
  const places = dates.map((date) => placeOf(date, first, rhythm))
  const length = Math.max(...places) + 1
  if (new Set(places).size < places.length || length > mostSparse * dates.length) {
    return cannotSay('the dates are too unevenly spaced; add the values up by day, week or month first')
  }
  return { rhythm, times: Array.from({ length }, (_, place) => addTimes(first, rhythm, place)), places }
}

/** Numbers 0, 1, 2 or 1, 2, 3 in place of dates. */
export function layNumbered(numbers: readonly number[]): Known<TimeGrid> {
  const first = Math.min(...numbers)
  const places = numbers.map((number) => number - first)
  const length = Math.max(...places) + 1
  if (new Set(places).size < places.length)
    return cannotSay('a number in the column of times comes more than once')
  if (length > mostSparse * numbers.length)
    return cannotSay('the numbers of the times are too unevenly spaced')
  return { rhythm: 'numbered', times: Array.from({ length }, (_, place) => first + place), places }
}

function placeOf(date: Instant, first: Instant, rhythm: Calendar): number {
  const [was, is] = [new Date(first), new Date(date)]
  const months = (is.getUTCFullYear() - was.getUTCFullYear()) * 12 + is.getUTCMonth() - was.getUTCMonth()
  if (rhythm === 'year') return is.getUTCFullYear() - was.getUTCFullYear()
  if (rhythm === 'quarter') return Math.round(months / 3)
  if (rhythm === 'month') return months
  return Math.round((date - first) / (rhythm === 'week' ? 7 * dayMs : dayMs))
}
