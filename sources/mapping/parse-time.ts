import { dayMs, hourMs, type Instant, minuteMs, secondMs } from '../../core/base/time.ts'
import { zoneOffset } from '../../core/base/zone.ts'
import type { TimeFormat } from '../../core/interactions/mapping.ts'
import { scanner } from './scanner.ts'

/** The order of day, month and year where the digits alone do not tell. */
type Order = 'ymd' | 'dmy' | 'mdy'

const orders: Partial<Record<TimeFormat, Order>> = {
  iso: 'ymd',
  'year-month-day': 'ymd',
  'day-month-year': 'dmy',
  'month-day-year': 'mdy',
}

/** Milliseconds between 1970-01-01 and day 0 of a spreadsheet, 1899-12-30. */
const spreadsheetEpoch = -25_569 * dayMs

/**
 * The instant that `text` (and the time of day `clock`, where a column of its own holds it) names; NaN when it names
 * none, such as 31/2/2016. An offset in the text wins over `zone`.
 */
export function parseTime(text: string, clock: string | null, format: TimeFormat, zone: string): Instant {
  const order = orders[format]
  if (order) return fromCalendar(text, clock, order, zone)
  if (text.trim() === '') return Number.NaN
  const number = Number(text)
  if (format === 'unix-seconds') return onDayOf(Math.round(number * secondMs), clock, zone)
  if (format === 'unix-milliseconds') return onDayOf(Math.round(number), clock, zone)
  const local = Math.round(spreadsheetEpoch + number * dayMs)
  return atZone(local + (clock === null ? 0 : parseLongClock(clock)), zone)
}

/** The time of day `clock` on the day that an instant falls on in `zone`. */
function onDayOf(at: Instant, clock: string | null, zone: string): Instant {
  if (clock === null || Number.isNaN(at)) return at
  const local = zone === 'UTC' ? at : at + zoneOffset(at, zone)
  return atZone(Math.floor(local / dayMs) * dayMs + parseLongClock(clock), zone)
}

/** A time of day, or one that counts on past midnight: `24:10:00` is ten past midnight of the next day. */
function parseLongClock(text: string): number {
  const [, hours, minutes, seconds] = /^(\d{2,3}):(\d\d):(\d\d)$/.exec(text) ?? []
  if (!(Number(hours) > 23)) return parseClock(text)
  return Number(hours) * hourMs + Number(minutes) * minuteMs + Number(seconds) * secondMs
}

/** Milliseconds since midnight of `9:13`, `09:13:00 PM` or a part of a day such as `0.384`; NaN when it is neither. */
export function parseClock(text: string): number {
  const trimmed = text.trim()
  if (trimmed === '') return Number.NaN
  const fraction = Number(trimmed)
  if (!Number.isNaN(fraction))
    return fraction >= 0 && fraction < 1 ? Math.round(fraction * dayMs) : Number.NaN
  scanner.start(trimmed)
  const time = scanClock()
  return scanner.isDone() ? time : Number.NaN
}

/**
 * `Tue Oct 31 22:10:47 +0000 2017`, as C and what followed it write times, with the year where other formats have it, and a
 * zone's name as its offset.
 */
function withYearInPlace(text: string): string {
  const found = yearAtEnd.exec(text)
  if (found === null) return text
  const [, day, clock, zone = '', year] = found
  return `${day} ${year} ${clock} ${zoneOffsets[zone] ?? zone}`.trim()
}

const yearAtEnd =
  /^(?:\p{L}{3} )?(\p{L}{3} +\d{1,2}) (\d{1,2}:\d\d:\d\d)(?: ([+-]\d{4}|[A-Z]{1,4}))? (\d{4})$/u

/** Whether a time ends with the zone it is of. */
export function statesZone(text: string): boolean {
  const named = yearAtEnd.exec(text)?.[3]
  const last = named ?? /\d ([A-Z]{3,4})$/.exec(text)?.[1]
  return /(Z|UTC|GMT|[+-]\d{2}:?\d{2})( \d{4})?$/.test(text) || (last !== undefined && last in zoneOffsets)
}

/** Names that mean one offset wherever such times are written; CST, IST and others mean several, and are not read. */
const zoneOffsets: Readonly<Record<string, string>> = {
  WET: '+0000',
  BST: '+0100',
  CET: '+0100',
  MEZ: '+0100',
  WEST: '+0100',
  CEST: '+0200',
  MESZ: '+0200',
  EET: '+0200',
  EEST: '+0300',
  EST: '-0500',
  EDT: '-0400',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  AEST: '+1000',
  AEDT: '+1100',
}
const space = 32

function fromCalendar(text: string, clock: string | null, order: Order, zone: string): Instant {
  scanner.start(text.charCodeAt(text.length - 5) === space ? withYearInPlace(text) : text)
  const day = scanDay(order)
  if (Number.isNaN(day)) return day
  let time = 0
  let offset = Number.NaN
  if (!scanner.isDone()) {
    scanner.skipSeparator()
    time = scanClock()
    offset = scanOffset()
    if (!scanner.isDone()) return Number.NaN
  }
  if (clock !== null) time = parseLongClock(clock)
  const local = day + time
  return Number.isNaN(offset) ? atZone(local, zone) : local - offset
}

function atZone(local: number, zone: string): Instant {
  return zone === 'UTC' || Number.isNaN(local) ? local : local - zoneOffset(local, zone)
}

/** Reads a date at the scanner: numbers or a month's name, between any of `/ - .` and spaces. */
function scanDay(order: Order): number {
  scanner.skipWeekday()
  const first = scanner.part()
  if (scanner.digits === 8 && !scanner.isName)
    return utcDay(Math.floor(first / 10_000), Math.floor(first / 100) % 100, first % 100)
  const firstDigits = scanner.digits
  const isFirstName = scanner.isName
  if (!scanner.skipDateSeparator()) return Number.NaN
  const second = scanner.part()
  const isSecondName = scanner.isName
  if (!scanner.skipDateSeparator()) return Number.NaN
  const third = scanner.part()
  if (scanner.isName) return Number.NaN
  if (firstDigits === 4 && !isFirstName) return utcDay(first, second, third)
  const year = fullYear(third, scanner.digits)
  if (isFirstName) return utcDay(year, first, second)
  if (isSecondName) return utcDay(year, second, first)
  if (order === 'ymd')
    return firstDigits === 2 && scanner.digits <= 2 ? utcDay(fullYear(first, 2), second, third) : Number.NaN
  return order === 'dmy' ? utcDay(year, second, first) : utcDay(year, first, second)
}

function fullYear(year: number, digits: number): number {
  if (digits === 4) return year
  if (digits !== 2) return Number.NaN
  return year < 70 ? 2000 + year : 1900 + year
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function utcDay(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1)) return Number.NaN
  if (day > (monthDays[month - 1] ?? 0)) return Number.NaN
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)))
    return Number.NaN
  return Date.UTC(year, month - 1, day)
}

function scanClock(): number {
  const start = scanner.part()
  if (scanner.isName || Number.isNaN(start)) return Number.NaN
  if (scanner.digits === 6 || (scanner.digits === 4 && !scanner.isAt(':')))
    return compactClock(start, scanner.digits)
  if (scanner.digits > 2 || !skipHourMark()) return scanner.digits <= 2 ? halfDay(start, 0) : Number.NaN
  const minutes = scanner.part()
  let rest = 0
  if (scanner.skip(':')) {
    rest = scanner.part() * secondMs
    if (scanner.skip('.') || scanner.skip(',')) {
      const fraction = scanner.part()
      rest += Math.floor((fraction / 10 ** scanner.digits) * secondMs + 1e-6)
    }
  }
  if (!(minutes < 60 && rest < minuteMs + secondMs)) return Number.NaN
  return halfDay(start, minutes * minuteMs + rest)
}

/** `14:05`, `14.05` and `14h05`. */
function skipHourMark(): boolean {
  return scanner.skip(':') || scanner.skip('.') || scanner.skip('h')
}

function compactClock(value: number, digits: number): number {
  const seconds = digits === 6 ? value % 100 : 0
  const minutes = digits === 6 ? Math.floor(value / 100) % 100 : value % 100
  const hours = Math.floor(value / (digits === 6 ? 10_000 : 100))
  if (hours > 23 || minutes > 59 || seconds > 59) return Number.NaN
  return hours * hourMs + minutes * minuteMs + seconds * secondMs
}

/** Applies AM or PM when it follows. */
function halfDay(hours: number, rest: number): number {
  const half = scanner.halfOfDay()
  if (half === null) return hours <= 23 || (hours === 24 && rest === 0) ? hours * hourMs + rest : Number.NaN
  if (hours < 1 || hours > 12) return Number.NaN
  return ((hours % 12) + (half === 'pm' ? 12 : 0)) * hourMs + rest
}

/** What follows a time in words: the name of a zone, or `Uhr`, which names none. */
function scanZone(): number {
  if (scanner.word('Uhr')) return Number.NaN
  for (const [name, offset] of Object.entries(zoneOffsets)) {
    if (scanner.word(name)) return (Number(offset) / 100) * hourMs
  }
  return Number.NaN
}

/** Milliseconds ahead of UTC of `Z`, `UTC`, `+01:00` or `-0530`; NaN when the text states none. */
function scanOffset(): number {
  scanner.skip(' ')
  if (scanner.word('Z') || scanner.word('UTC') || scanner.word('GMT')) return 0
  if (scanner.isCapital()) return scanZone()
  const sign = scanner.skip('+') ? 1 : scanner.skip('-') ? -1 : 0
  if (sign === 0) return Number.NaN
  const hours = scanner.part()
  if (scanner.digits === 4) return sign * (Math.floor(hours / 100) * hourMs + (hours % 100) * minuteMs)
  const minutes = scanner.skip(':') ? scanner.part() : 0
  return sign * (hours * hourMs + minutes * minuteMs)
}
