import { expect, test } from 'vitest'
import { alphaOf, matchOf } from './agreement.ts'

test('alpha of the worked example: ten units, values 0 1 0 0 0 0 0 0 1 0 and 1 1 1 0 0 1 0 0 0 0', () => {
  // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example A: 1 - 19 * 4 / (14 * 6) = 0.095.
  const first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
  const second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
  const pairs = first.map((value, index) => [value === 1, second[index] === 1] as const)
  expect(alphaOf(pairs)).toBeCloseTo(0.095, 3)
})

test('two readers who always agree have an alpha of one; who never say yes have none', () => {
  expect(
    alphaOf([
      [true, true],
      [false, false],
    ]),
  ).toBe(1)
  expect(alphaOf([[false, false]])).toBeNull()
})

test('two of three found are right, two of four truths are found', () => {
  const match = matchOf([
    [true, true],
    [true, true],
    [false, true],
    [true, false],
    [true, false],
  ])
  expect(match).toEqual({ truths: 4, precision: 2 / 3, recall: 0.5, f1: 4 / 7 })
})
