import { expect, test } from 'vitest'
import { sayDay } from './time.ts'

test('a day is said as the screens write it, in each month', () => {
  const screens = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 3 * month + 1))
  expect(days.map(sayDay)).toEqual(days.map((day) => screens.format(day)))
})
