import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayMs } from '../../base/time.ts'
import { addTimes } from './next-times.ts'
import { layNumbered, layOnGrid } from './time-grid.ts'

const dates = (...days: string[]) => days.map((day) => Date.parse(day))

describe('layOnGrid', () => {
  it.each([
    ['day', ['2024-02-28', '2024-02-29', '2024-03-01']],
    ['week', ['2024-01-01', '2024-01-08', '2024-01-15']],
    ['month', ['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31']],
    ['quarter', ['2023-10-01', '2024-01-01', '2024-04-01']],
    ['year', ['2023-01-01', '2024-01-01', '2025-01-01']],
  ])('finds the rhythm: %s', (rhythm, days) => {
    expect(layOnGrid(dates(...days))).toMatchObject({ rhythm, places: days.map((_, at) => at) })
  })

  it('leaves room for days that nobody measured', () => {
    expect(layOnGrid(dates('2024-01-01', '2024-01-02', '2024-01-03', '2024-01-06'))).toMatchObject({
      places: [0, 1, 2, 5],
      times: { length: 6 },
    })
  })

  it.each([
    [['2024-01-01', '2024-01-02', '2024-01-02'], '2 Jan 2024 comes more than once'],
    [['2024-01-01T00:00Z', '2024-01-01T01:00Z', '2024-01-01T02:00Z'], 'more often than daily'],
    [['2024-01-01', '2024-01-11', '2024-01-21'], 'every 10.0 days'],
    [['2024-01-01', '2024-01-02', '2024-01-03', '2025-01-01'], 'too unevenly spaced'],
  ])('refuses %o', (days, because) => {
    expect(layOnGrid(dates(...days))).toEqual({ cannotSay: expect.stringContaining(because) })
  })

  it('does not mind the order of its dates', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
        const grid = layOnGrid(order.map((day) => Date.UTC(2024, 0, 1) + day * dayMs))
        expect(grid).toMatchObject({ rhythm: 'day', places: order })
      }),
    )
  })
})

describe('layNumbered', () => {
  it('counts from the first number', () => {
    expect(layNumbered([5, 6, 8])).toMatchObject({
      rhythm: 'numbered',
      places: [0, 1, 3],
      times: [5, 6, 7, 8],
    })
  })

  it('refuses a number that comes twice', () => {
    expect(layNumbered([1, 2, 2])).toHaveProperty('cannotSay')
  })
})

describe('addTimes', () => {
  it('keeps to the end of the month', () => {
    expect(addTimes(Date.parse('2024-01-31'), 'month', 1)).toBe(Date.parse('2024-02-29'))
    expect(addTimes(Date.parse('2024-01-31'), 'month', 2)).toBe(Date.parse('2024-03-31'))
  })
})
