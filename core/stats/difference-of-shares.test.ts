import { expect, test } from 'vitest'
import { differenceOfShares } from './difference-of-shares.ts'
import { wilson } from './wilson.ts'

test.each([
  // Newcombe (1998), table II, method 10.
  [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.6, 0.1705, 0.809],
  [10, 10, 0, 10, 1, 0.6075, 1],
])('%i of %i minus %i of %i', (one, ofOne, other, ofOther, value, low, high) => {
  const [left, right] = [wilson(one, ofOne), wilson(other, ofOther)]
  if (left === null || right === null) throw new Error('no trials')
  const difference = differenceOfShares(left, right)
  expect(difference.value).toBeCloseTo(value, 10)
  expect(difference.low).toBeCloseTo(low, 4)
  expect(difference.high).toBeCloseTo(high, 4)
})
