import { describe, expect, test } from 'vitest'
import { findSwollenEnd, findThinEnd } from './find-thin-end.ts'

describe('findThinEnd', () => {
  test.each([
    ['an export that was cut', [900, 1700, 1600, 1650, 1500, 80, 60, 90, 40, 55], 5],
    ['one that goes on', [20, 24, 19, 22, 25, 18, 21, 20, 23, 22], null],
    ['a quiet holiday with work after it', [50, 52, 49, 51, 1, 0, 2, 1, 50, 48], null],
    ['a fall to a third', [90, 90, 90, 90, 90, 30, 30, 30, 30, 30], null],
    ['an end too short to tell', [50, 52, 49, 51, 50, 1, 0, 2], null],
    ['a thin beginning', [1, 2, 1, 0, 1, 90, 95, 90, 92, 94], null],
    ['nothing', [], null],
  ])('%s', (_, weeks, from) => {
    expect(findThinEnd(weeks)).toBe(from)
  })
})

describe('findSwollenEnd', () => {
  test.each([
    ['an export of what was open on one day', [2, 1, 3, 2, 5, 8, 12, 340, 1196, 5469, 4800], 7],
    ['a rise to three times as many', [30, 30, 30, 30, 30, 90, 90, 90, 90], null],
    ['a beginning that was thin, long ago', [1, 2, 1, 0, 1, 90, 95, 90, 92, 94, 91, 90, 93], null],
    ['one storm', [50, 52, 49, 51, 48, 50, 47, 52, 900], null],
    ['records too short to tell', [1, 2, 90, 91, 95, 90], null],
  ])('%s', (_, weeks, from) => {
    expect(findSwollenEnd(weeks)).toBe(from)
  })
})
