import { expect, test } from 'vitest'
import { hourMs } from './time.ts'
import { isZone, sameHourLater } from './zone.ts'

const at = (text: string) => new Date(text).getTime()

test.each([
  ['an ordinary day', '2026-06-09T14:00+02:00', 1, 'Europe/Berlin', '2026-06-10T14:00+02:00'],
  ['the day that summer time begins', '2026-03-28T14:00+01:00', 1, 'Europe/Berlin', '2026-03-29T14:00+02:00'],
  ['the day that it ends', '2026-10-24T14:00+02:00', 1, 'Europe/Berlin', '2026-10-25T14:00+01:00'],
  ['an hour left out', '2026-03-28T02:30+01:00', 1, 'Europe/Berlin', '2026-03-29T03:30+02:00'],
  ['an hour that comes twice', '2026-10-24T02:30+02:00', 1, 'Europe/Berlin', '2026-10-25T02:30+02:00'],
  ['the other half of the world', '2026-04-04T09:00+11:00', 2, 'Australia/Sydney', '2026-04-06T09:00+10:00'],
  [
    'half an hour of summer time',
    '2026-10-03T09:00+10:30',
    1,
    'Australia/Lord_Howe',
    '2026-10-04T09:00+11:00',
  ],
  ['no summer time at all', '2026-03-28T14:00Z', 1, 'UTC', '2026-03-29T14:00Z'],
])('a day later is the same hour: %s', (_, from, days, zone, to) => {
  expect(sameHourLater(at(from), days, zone)).toBe(at(to))
})

test('a day on which summer time begins has 23 hours, and one on which it ends 25', () => {
  const length = (from: string) => (sameHourLater(at(from), 1, 'Europe/Berlin') - at(from)) / hourMs
  expect(length('2026-03-28T14:00+01:00')).toBe(23)
  expect(length('2026-10-24T14:00+02:00')).toBe(25)
})

test('what no clock follows is no zone', () => {
  expect([isZone('Europe/Berlin'), isZone('Berlin'), isZone('')]).toEqual([true, false, false])
})
