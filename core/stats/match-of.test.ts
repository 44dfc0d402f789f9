import { expect, test } from 'vitest'
import { matchOf } from './match-of.ts'

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
