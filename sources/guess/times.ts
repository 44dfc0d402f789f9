import type { TimeFormat } from '../../core/interactions/mapping.ts'
import { parseClock, parseTime } from '../mapping/parse-time.ts'
import { type Profile, shareOf } from './profile.ts'

/** How the values of a column read as times: the format that reads most, and others that read as many. */
export type TimeReading = {
  readonly column: Profile
  readonly format: TimeFormat
  readonly share: number
  /** A value that no other order of day and month can read. */
  readonly settledBy: string | null
  /** A value that only another order of day and month can read: the column mixes the two. */
  readonly contradictedBy: string | null
  /** Other formats that read the same values as other times: the sample does not settle which. */
  readonly alsoPossible: readonly TimeFormat[]
}

const sane = { from: Date.UTC(1990, 0, 1), to: Date.UTC(2100, 0, 1) }
const mostLooked = 1000

/** Reads a column as times in every format; null when fewer than half of its values are times in any. */
export function readTimes(column: Profile, settled: TimeFormat | null): TimeReading | null {
  const values = [...column.distinct.keys()].slice(0, mostLooked)
  const scored = formatsFor(column).map((format) => ({ format, share: shareRead(values, format) }))
  const [first, ...others] = scored
  if (!first || values.length === 0) return null
  const most = others.reduce((left, right) => (right.share > left.share ? right : left), first)
  const best = scored.find(({ format, share }) => format === settled && share >= most.share * 0.8) ?? most
  if (best.share < 0.3 || (best.share < 0.5 && !looksTimed(column))) return null
  const rivals = scored.filter(
    ({ format }) => format !== best.format && isOrder(format) && isOrder(best.format),
  )
  const alsoPossible = rivals
    .filter(
      ({ format, share }) => settled === null && share === best.share && differs(values, format, best.format),
    )
    .map(({ format }) => format)
  const [rival] = rivals.filter(({ share }) => share > 0)
  return {
    column,
    format: best.format,
    share: best.share,
    settledBy: rival ? settlingValue(values, best.format, rival.format) : null,
    contradictedBy: rival ? settlingValue(values, rival.format, best.format) : null,
    alsoPossible,
  }
}

/** Whether hardly a value is no time. */
export function holdsTimes(reading: TimeReading | null): boolean {
  return reading !== null && reading.share > 0.8
}

export function isOrder(format: TimeFormat): boolean {
  return format === 'day-month-year' || format === 'month-day-year'
}

/** Whether a column holds times of day, as clocks or as parts of a day. */
export function isClock(column: Profile): boolean {
  const values = [...column.distinct.keys()].slice(0, mostLooked)
  if (values.length < 2) return false
  const read = values.filter((value) => !Number.isNaN(parseClock(value))).length
  return values.some((value) => /[:.]/.test(value)) && read >= values.length * 0.9
}

export function canRead(value: string, format: TimeFormat): boolean {
  const at = parseTime(value, null, format, 'UTC')
  return at >= sane.from && at < sane.to
}

function formatsFor(column: Profile): TimeFormat[] {
  if (column.numbers <= 0.95) {
    // Who writes 1:16 PM mostly writes the month first.
    const isHalfDay = shareOf(column.values, (value) => /\/.*\d ?[ap]\.?m\.?$/i.test(value)) > 0.5
    return isHalfDay
      ? ['iso', 'month-day-year', 'day-month-year']
      : ['iso', 'day-month-year', 'month-day-year']
  }
  return looksTimed(column) ? ['unix-seconds', 'unix-milliseconds', 'spreadsheet', 'iso'] : []
}

/** Plain numbers are times only where the name says so: an account number may look like seconds since 1970. */
function looksTimed(column: Profile): boolean {
  return /\b(time|date|datetime|timestamp|at|on|when|unix|epoch|created|updated|opened|logged|raised|reported|received|closed|sent|start|datum|zeit|heure|hora|fecha|data|ts)\b/.test(
    column.words,
  )
}

function shareRead(values: readonly string[], format: TimeFormat): number {
  return values.filter((value) => canRead(value, format)).length / Math.max(1, values.length)
}

function differs(values: readonly string[], left: TimeFormat, right: TimeFormat): boolean {
  return values.some((value) => parseTime(value, null, left, 'UTC') !== parseTime(value, null, right, 'UTC'))
}

function settlingValue(values: readonly string[], format: TimeFormat, rival: TimeFormat): string | null {
  return values.find((value) => canRead(value, format) && !canRead(value, rival)) ?? null
}
