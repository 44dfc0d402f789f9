import type { TimeFormat } from '../../core/interactions/mapping.ts'
import { parseClock, parseTime } from '../mapping/parse-time.ts'
import type { Profile } from './profile.ts'

/** How the values of a column read as times: the format that reads most, and others that read as many. */
export type TimeReading = {
  readonly column: Profile
  readonly format: TimeFormat
  readonly share: number
  /** Other formats that read the same values as other times: the sample does not settle which. */
  readonly alsoPossible: readonly TimeFormat[]
}

const nowhereNear = { from: Date.UTC(1990, 0, 1), to: Date.UTC(2100, 0, 1) }

/** Reads a column as times in every format; null when fewer than half of its values are times in any. */
export function readTimes(column: Profile): TimeReading | null {
  const values = [...column.distinct.keys()].slice(0, 1000)
  if (values.length === 0) return null
  const formats: TimeFormat[] =
    column.numbers > 0.95 ? numeric(column) : ['iso', 'day-month-year', 'month-day-year']
  const scored = formats.map((format) => ({ format, share: shareRead(values, format) }))
  const [first, ...others] = scored
  if (!first) return null
  const best = others.reduce((left, right) => (right.share > left.share ? right : left), first)
  if (best.share < 0.5) return null
  const alsoPossible = scored
    .filter(
      ({ format, share }) =>
        format !== best.format && share === best.share && differs(values, format, best.format),
    )
    .map(({ format }) => format)
  return { column, format: best.format, share: best.share, alsoPossible }
}

/** Whether a column holds times of day, as clocks or as parts of a day. */
export function isClock(column: Profile): boolean {
  const values = [...column.distinct.keys()].slice(0, 1000)
  if (values.length < 2) return false
  const read = values.filter((value) => !Number.isNaN(parseClock(value))).length
  const hasColon = values.some((value) => value.includes(':') || value.includes('.'))
  return hasColon && read >= values.length * 0.9
}

/** Plain numbers are times only where the name says so: an account number may look like seconds since 1970. */
function numeric(column: Profile): TimeFormat[] {
  if (
    !/\b(time|date|timestamp|at|on|unix|epoch|created|updated|opened|start|datum|zeit|heure|hora|fecha|data)\b/.test(
      column.words,
    )
  ) {
    return []
  }
  return ['unix-seconds', 'unix-milliseconds', 'spreadsheet', 'iso']
}

function shareRead(values: readonly string[], format: TimeFormat): number {
  const read = values.filter((value) => isSane(parseTime(value, null, format, 'UTC')))
  return read.length / values.length
}

function isSane(at: number): boolean {
  return at >= nowhereNear.from && at < nowhereNear.to
}

function differs(values: readonly string[], left: TimeFormat, right: TimeFormat): boolean {
  return values.some((value) => parseTime(value, null, left, 'UTC') !== parseTime(value, null, right, 'UTC'))
}
