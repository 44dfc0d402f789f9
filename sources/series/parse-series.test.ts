import { describe, expect, it } from 'vitest'
import { parseAmounts } from './parse-amounts.ts'
import { parseDates } from './parse-dates.ts'

describe('parseAmounts', () => {
  it.each([
    [
      ['1234.5', '-2', '1e3'],
      [1234.5, -2, 1000],
    ],
    [
      ['1,234.50', '999', '12,000'],
      [1234.5, 999, 12000],
    ],
    [
      ['1.234,50', '999', '12.000'],
      [1234.5, 999, 12000],
    ],
    [
      ['0,5', '12,25'],
      [0.5, 12.25],
    ],
    [
      ['1 234', '1\u202f234,5', "1'234"],
      [1234, 1234.5, 1234],
    ],
    [
      ['€ 12', '15 %', '(3)'],
      [12, 15, -3],
    ],
    [
      ['4', '', 'NA', '?'],
      [4, null, null, null],
    ],
  ])('reads %o', (cells, numbers) => {
    expect(parseAmounts(cells)).toEqual(numbers)
  })

  it.each([[['12', 'twelve']], [['', '']], [['2024-01-01']], [['1-2']]])(
    'is no column of numbers: %o',
    (cells) => {
      expect(parseAmounts(cells)).toBeNull()
    },
  )
})

describe('parseDates', () => {
  const utc = (...days: string[]) => days.map((day) => Date.parse(day))
  it.each([
    [
      'year-month-day',
      ['2024-01-30', '2024-01-31', '2024-02-01'],
      utc('2024-01-30', '2024-01-31', '2024-02-01'),
    ],
    ['year-month-day', ['2024-01-30 00:00:00', '2024-01-31 00:00:00'], utc('2024-01-30', '2024-01-31')],
    ['year-month-day', ['20240130', '20240131'], utc('2024-01-30', '2024-01-31')],
    [
      'day-month-year',
      ['01.02.2024', '02.02.2024', '03.02.2024'],
      utc('2024-02-01', '2024-02-02', '2024-02-03'),
    ],
    ['month-day-year', ['2/1/2024', '2/2/2024', '2/3/2024'], utc('2024-02-01', '2024-02-02', '2024-02-03')],
    ['day-month-year', ['1 Feb 2024', '2 Feb 2024'], utc('2024-02-01', '2024-02-02')],
    ['year-month', ['1969-12', '1970-01', '1970-02'], utc('1969-12-01', '1970-01-01', '1970-02-01')],
    ['year-month', ['Dec 1969', 'Jan 1970'], utc('1969-12-01', '1970-01-01')],
    ['year-quarter', ['2023 Q4', '2024 Q1'], utc('2023-10-01', '2024-01-01')],
    ['year-week', ['2020-W53', '2021-W01'], utc('2020-12-28', '2021-01-04')],
    ['year', ['1871', '1872'], utc('1871-01-01', '1872-01-01')],
    ['year.part', ['1969.000', '1969.083', '1969.167'], utc('1969-01-01', '1969-02-01', '1969-03-01')],
    ['number', ['0', '1', '2'], [0, 1, 2]],
  ])('reads %s: %o', (format, cells, at) => {
    expect(parseDates(cells)).toMatchObject({ format, at })
  })

  it.each([[['a', 'b']], [['2024-01-01', 'x']], [['2024-02-30', '2024-02-31']]])(
    'reads no dates in %o',
    (cells) => {
      expect(parseDates(cells)).toBeNull()
    },
  )
})
