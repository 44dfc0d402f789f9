import { dayMs, hourMs, type Instant } from './time.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
let lastZone = ''
let lastHour = Number.NaN
let lastOffset = 0

/** Milliseconds that `zone` is ahead of UTC when its clocks show `local`; the earlier of two where clocks go back. */
export function zoneOffset(local: number, zone: string): number {
  const hour = Math.floor(local / hourMs)
  if (zone === lastZone && hour === lastHour) return lastOffset
  const guess = offsetAt(local - offsetAt(local, zone), zone)
  const before = offsetAt(local - guess - hourMs, zone)
  const isBoth = offsetAt(local - before, zone) === before
  lastZone = zone
  lastHour = hour
  lastOffset = isBoth ? before : guess
  return lastOffset
}

/**
 * The instant so many days later at which the clocks of `zone` show the same hour, also when summer time begins or ends
 * between. An hour that the clocks leave out is said as the one that they show instead; of an hour that comes twice, the earlier.
 * Example: from 14:00 in Berlin on the day before summer time, a day later is 14:00 again, 23 hours later.
 */
export function sameHourLater(at: Instant, days: number, zone: string): Instant {
  const shown = at + offsetAt(at, zone) + days * dayMs
  return shown - zoneOffset(shown, zone)
}

export function isZone(zone: string): boolean {
  try {
    return formatOf(zone) !== null
  } catch {
    return false
  }
}

function offsetAt(instant: Instant, zone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const shown = Date.UTC(year, month - 1, day, hour, minute, second)
  return shown - Math.floor(instant / 1000) * 1000
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}
