import { dayMs, type Instant } from '../../core/base/time.ts'

/** Reads what PostgreSQL prints for a timestamptz in UTC: `2016-02-29 01:16:00.25+00`. Finer than a millisecond is cut. */
export function parseTimestamp(text: string): Instant {
  if (text.charCodeAt(4) === dash && text.endsWith('+00')) {
    const days = daysSince1970(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
    return days * dayMs + timeOfDayMs(text, 11, text.length - 3)
  }
  const parts = /^(\d+)-(\d\d)-(\d\d) (.*)\+00( BC)?$/.exec(text)
  if (parts === null) throw new Error(`Our fault: "${text}" is no timestamp in UTC`)
  const [, year = '', month, day, time = '', before] = parts
  const days = daysSince1970(before ? 1 - Number(year) : Number(year), Number(month), Number(day))
  return days * dayMs + timeOfDayMs(time, 0, time.length)
}

/** Writes an instant as PostgreSQL reads it, also beyond the years 1 to 9999. */
export function writeTimestamp(at: Instant): string {
  const iso = new Date(at).toISOString()
  if (iso.length === lengthOfYear1To9999 && !iso.startsWith('0000')) return iso
  if (iso.startsWith('+')) return iso.slice(1).replace(/^0/, '')
  const year = Number(/^-?\d+/.exec(iso)?.[0])
  if (year > 0) return iso
  return `${String(1 - year).padStart(4, '0')}${iso.replace(/^-?\d+/, '')} BC`
}

const lengthOfYear1To9999 = '0001-01-01T00:00:00.000Z'.length
const dash = 45

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

function timeOfDayMs(text: string, from: number, to: number): number {
  const minutes = digits(text, from, from + 2) * 60 + digits(text, from + 3, from + 5)
  const fraction = to > from + 9 ? digits(text.slice(from + 9, to).padEnd(3, '0'), 0, 3) : 0
  return (minutes * 60 + digits(text, from + 6, from + 8)) * 1000 + fraction
}

/** Howard Hinnant, chrono-compatible low-level date algorithms, days_from_civil. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  )
}
