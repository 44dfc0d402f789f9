import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toIso } from '../../core/base/time.ts'
import type { TimeFormat } from '../../core/interactions/mapping.ts'
import { parseClock, parseTime } from './parse-time.ts'

function read(text: string, format: TimeFormat, zone = 'UTC', clock: string | null = null): string | null {
  const at = parseTime(text, clock, format, zone)
  return Number.isNaN(at) ? null : toIso(at)
}

test('days, months and years are read in the order of the column', () => {
  expect(read('29/2/2016 01:16', 'day-month-year')).toBe('2016-02-29T01:16:00Z')
  expect(read('2/29/2016 1:16 PM', 'month-day-year')).toBe('2016-02-29T13:16:00Z')
  expect(read('2016-02-29 01:16:07.5', 'iso')).toBe('2016-02-29T01:16:07.500Z')
  expect(read('20160229T011600Z', 'iso')).toBe('2016-02-29T01:16:00Z')
  expect(read('29.02.16', 'day-month-year')).toBe('2016-02-29T00:00:00Z')
  expect(read('Feb 29, 2016 12:05 am', 'month-day-year')).toBe('2016-02-29T00:05:00Z')
  expect(read('Mon, 29 Feb 2016 01:16:00 +0100', 'day-month-year')).toBe('2016-02-29T00:16:00Z')
  expect(read('29 février 2016', 'day-month-year')).toBe('2016-02-29T00:00:00Z')
  expect(read('Mon Feb 29 01:16:00 +0100 2016', 'iso')).toBe('2016-02-29T00:16:00Z')
  expect(read('Mon Feb 29 01:16:00 2016', 'month-day-year')).toBe('2016-02-29T01:16:00Z')
})

test('numbers are seconds, milliseconds or the days of a spreadsheet', () => {
  expect(read('1589375664', 'unix-seconds')).toBe('2020-05-13T13:14:24Z')
  expect(read('1589375664123', 'unix-milliseconds')).toBe('2020-05-13T13:14:24.123Z')
  expect(read('44197.5', 'spreadsheet')).toBe('2021-01-01T12:00:00Z')
})

test('days that do not exist are no times', () => {
  for (const text of [
    '31/2/2016',
    '29/2/2015',
    '0/1/2016',
    '1/13/2016',
    '',
    'soon',
    '2016',
    '1/1/2016 25:00',
  ]) {
    expect(read(text, 'day-month-year')).toBeNull()
  }
})

test('an offset in the value wins over the zone of the mapping', () => {
  expect(read('2024-07-01T12:00:00+05:30', 'iso', 'Europe/Zurich')).toBe('2024-07-01T06:30:00Z')
  expect(read('2024-07-01T12:00:00', 'iso', 'Europe/Zurich')).toBe('2024-07-01T10:00:00Z')
  expect(read('2024-01-01T12:00:00', 'iso', 'Europe/Zurich')).toBe('2024-01-01T11:00:00Z')
  expect(read('2024-10-27T02:30:00', 'iso', 'Europe/Zurich')).toBe('2024-10-27T00:30:00Z')
})

test('a time of day may stand in a column of its own, as a clock or as part of a day', () => {
  expect(read('2021-01-01', 'iso', 'UTC', '0.3840046296296296124')).toBe('2021-01-01T09:12:58Z')
  expect(read('2021-01-01', 'iso', 'UTC', '9:12:58 PM')).toBe('2021-01-01T21:12:58Z')
  expect(parseClock('1.5')).toBeNaN()
})

test('every instant written in ISO is read back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      (date) => {
        expect(parseTime(date.toISOString(), null, 'iso', 'UTC')).toBe(date.getTime())
      },
    ),
  )
})
