import { dayMs, type Instant } from '../../core/base/time.ts'
import { parseTime } from '../mapping/parse-time.ts'

/** How a column of times is written, and what each cell says: a date, or a number in a row of numbers. */
export type Dates = {
  readonly kind: 'calendar' | 'numbered'
  readonly format: DateFormat
  readonly at: readonly Instant[]
}

export const dateFormats = [
  'year-month-day',
  'day-month-year',
  'month-day-year',
  'year-week',
  'year-month',
  'year-quarter',
  'year',
  'year.part',
  'number',
] as const
export type DateFormat = (typeof dateFormats)[number]

/** The dates of a column, by the first format that reads all of them; null when none does. */
export function parseDates(cells: readonly string[]): Dates | null {
  const trimmed = cells.map((cell) => cell.trim())
  const read = dateFormats.map((format) => ({ format, at: trimmed.map((cell) => parseDate(cell, format)) }))
  const fitting = read.filter(({ at }) => at.every((time) => !Number.isNaN(time)))
  const calendar = fitting.filter(({ format, at }) => format !== 'number' && isRun(at))
  const [best] =
    calendar.length > 0
      ? [...calendar].sort((left, right) => unevenness(left.at) - unevenness(right.at))
      : fitting
  if (best === undefined || !isRun(best.at)) return null
  return { kind: best.format === 'number' ? 'numbered' : 'calendar', ...best }
}

/** What one text says in a format; NaN when it says nothing. */
export function parseDate(text: string, format: DateFormat): Instant {
  switch (format) {
    case 'year-month-day':
      return /^\d{4}-?\d{2}-?\d{2}|^\d{4}[/. ]/.test(text)
        ? midnight(parseTime(text, null, 'year-month-day', 'UTC'))
        : Number.NaN
    case 'day-month-year':
    case 'month-day-year':
      return /\d\D+\d|[a-z]/i.test(text) ? midnight(parseTime(text, null, format, 'UTC')) : Number.NaN
    case 'year-week':
      return fromParts(/^(\d{4})-?\s?(?:W|KW|wk)\s?(\d{1,2})$/i.exec(text), 53, mondayOfWeek)
    case 'year-month':
      return /^\d/.test(text)
        ? fromParts(/^(\d{4})[-/. ]?M?(\d{1,2})$/i.exec(text), 12, monthStart)
        : fromMonthName(text)
    case 'year-quarter':
      return fromParts(/^(\d{4})[-/. ]?Q(\d)$/i.exec(text), 4, (year, quarter) =>
        monthStart(year, quarter * 3 - 2),
      )
    case 'year':
      return /^(1[5-9]|2[01])\d\d(\.0+)?$/.test(text) ? Date.UTC(Number(text), 0, 1) : Number.NaN
    case 'year.part':
      return fromYearPart(text)
    case 'number':
      return /^\d+$/.test(text) ? Number(text) : Number.NaN
  }
}

function midnight(time: Instant): Instant {
  return Math.floor(time / dayMs) * dayMs
}

function fromParts(
  found: RegExpExecArray | null,
  most: number,
  make: (year: number, part: number) => Instant,
): Instant {
  const [year, part] = [Number(found?.[1]), Number(found?.[2])]
  return year >= 1500 && year < 2200 && part >= 1 && part <= most ? make(year, part) : Number.NaN
}

function monthStart(year: number, month: number): Instant {
  return Date.UTC(year, month - 1, 1)
}

/** ISO 8601: week 1 holds 4 January. */
function mondayOfWeek(year: number, week: number): Instant {
  const fourth = Date.UTC(year, 0, 4)
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs + (week - 1) * 7 * dayMs
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** `Jan 1969`, `January-69`. */
function fromMonthName(text: string): Instant {
  const [, name = '', digits = ''] = /^([a-z]{3,9})[-/. ]+(\d{2}|\d{4})$/i.exec(text) ?? []
  const month = months.indexOf(name.slice(0, 3).toLowerCase())
  const year = digits.length === 2 ? Number(digits) + (Number(digits) < 70 ? 2000 : 1900) : Number(digits)
  return month >= 0 && digits !== '' ? Date.UTC(year, month, 1) : Number.NaN
}

/** `1969.083`: a month or quarter as a part of its year, as time series packages write it. */
function fromYearPart(text: string): Instant {
  if (!/^(1[5-9]|2[01])\d\d(\.\d+)?$/.test(text)) return Number.NaN
  const year = Math.floor(Number(text) + 1e-3)
  const month = Math.round((Number(text) - year) * 12)
  return Math.abs((Number(text) - year) * 12 - month) < 0.05 ? Date.UTC(year, month, 1) : Number.NaN
}

/** Times of a series: they differ, and each is after (or each before) the last, but for a few. */
function isRun(times: readonly Instant[]): boolean {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  const ups = steps.filter((step) => step > 0).length
  const downs = steps.filter((step) => step < 0).length
  return Math.max(ups, downs) >= 0.6 * steps.length
}

/** How much the steps differ: day and month exchanged make leaps. */
function unevenness(times: readonly Instant[]): number {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  const sorted = [...steps].sort((left, right) => left - right)
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0
  return steps.reduce((sum, step) => sum + Math.abs(step - usual), 0) / Math.max(1, Math.abs(usual))
}
