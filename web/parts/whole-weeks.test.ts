import { expect, it } from 'vitest'
import { keepWholeWeeks } from './whole-weeks.ts'

// 2025-01-06 is a Monday.
const weeks = ['2025-01-06', '2025-01-13', '2025-01-20', '2025-01-27', '2025-02-03'].map((week) => ({
  week,
  contacts: 5,
  repeats: 1,
}))
const kept = (from: string, to: string) =>
  keepWholeWeeks(weeks, { from, to }).weeks.map(({ week }) => week.slice(5))

it('a week that the records end in the middle of is left out, and this is said', () => {
  expect(kept('2025-01-06T08:00:00Z', '2025-02-04T20:00:00Z')).toEqual(['01-06', '01-13', '01-20', '01-27'])
  const { note } = keepWholeWeeks(weeks, { from: '2025-01-06T08:00:00Z', to: '2025-02-04T20:00:00Z' })
  expect(note).toBe('The week of 3 Feb 2025 is not whole in these records and left out.')
})

it('so is one that they begin in', () => {
  expect(kept('2025-01-08T08:00:00Z', '2025-02-09T20:00:00Z')).toEqual(['01-13', '01-20', '01-27', '02-03'])
})

it('whole weeks all stay, and so do all where little would be left', () => {
  expect(kept('2025-01-06T08:00:00Z', '2025-02-09T20:00:00Z')).toHaveLength(5)
  expect(
    keepWholeWeeks(weeks.slice(0, 3), { from: '2025-01-06T08:00:00Z', to: '2025-01-21T00:00:00Z' }).weeks,
  ).toHaveLength(3)
  expect(keepWholeWeeks(weeks, null)).toEqual({ weeks, note: null })
})

it('quiet weeks count as weeks', () => {
  const gap = weeks.filter((_, index) => index !== 1 && index !== 2)
  expect(keepWholeWeeks(gap, null).weeks.map(({ contacts }) => contacts)).toEqual([5, 0, 0, 5, 5])
})
