import { expect, test } from 'vitest'
import { acceptedByBenjaminiHochberg } from './benjamini-hochberg.ts'
import { atLeast } from './hypergeometric.ts'

test('the lady tasting tea: 16 of 70 ways to get three right, one to get all four', () => {
  expect(atLeast(3, { population: 8, marked: 4, drawn: 4 })).toBeCloseTo(17 / 70, 12)
  expect(atLeast(4, { population: 8, marked: 4, drawn: 4 })).toBeCloseTo(1 / 70, 12)
  expect(atLeast(0, { population: 8, marked: 4, drawn: 4 })).toBe(1)
  expect(atLeast(5, { population: 8, marked: 4, drawn: 4 })).toBe(0)
})

test('large urns agree with the sum over exact small ones', () => {
  // Twice the same draw, counted by both sides: drawing the marked or marking the drawn.
  const one = atLeast(12, { population: 2300, marked: 90, drawn: 140 })
  expect(one).toBeCloseTo(atLeast(12, { population: 2300, marked: 140, drawn: 90 }), 12)
  // Mean 5.478, so 12 or more is rare; a Poisson of that mean says 0.0106, without its surplus variance.
  expect(one).toBeGreaterThan(0.004)
  expect(one).toBeLessThan(0.0106)
})

test('of 0.01, 0.02 and 0.9 at five per cent the first two hold, of 0.9 alone none', () => {
  expect(acceptedByBenjaminiHochberg([0.9, 0.01, 0.02], 0.05)).toBe(0.02)
  expect(acceptedByBenjaminiHochberg([0.9], 0.05)).toBe(-1)
  expect(acceptedByBenjaminiHochberg([], 0.05)).toBe(-1)
})
