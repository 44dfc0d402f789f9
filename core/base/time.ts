/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

export const secondMs = 1000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Average month of the Gregorian calendar, in days. */
export const daysPerMonth = 365.2425 / 12

/** ISO 8601 in UTC, to the millisecond where there are any: `2016-02-29T01:16:00Z`. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

const days = new Map<number, string>()

/** The UTC day, `2016-02-29`. Written once: everything that is counted is counted by day. */
export function toDay(at: Instant): string {
  const number = Math.floor(at / dayMs)
  const day = days.get(number) ?? new Date(at).toISOString().slice(0, 10)
  days.set(number, day)
  return day
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** The UTC month as people say it, `Feb 2016`. */
export function sayMonth(at: Instant): string {
  const day = new Date(at)
  return `${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`
}

/** The UTC day as people say it, `29 Feb 2016`: as the screens write it, and the same on every machine. */
export function sayDay(at: Instant): string {
  return `${new Date(at).getUTCDate()} ${sayMonth(at)}`
}

/** The month that a time lies in, in UTC: `2026-03`. */
export function toMonth(at: Instant): string {
  return toIso(at).slice(0, 7)
}

/** Monday of the UTC week that holds `at`, `2016-02-29`. */
export function toWeek(at: Instant): string {
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7
  return toDay(at - sinceMonday * dayMs)
}
