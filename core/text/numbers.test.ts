import { expect, test } from 'vitest'
import { numbersIn } from './numbers.ts'

test('amounts, days and order numbers are found; years and single digits say nothing', () => {
  expect([...numbersIn('€1,299.50 on the 28th of 2025, order 4711-22, 3 times')]).toEqual([
    '1299',
    '50',
    '28',
    '4711',
    '22',
  ])
})

test('an amount is the same number however it is written', () => {
  const written = ['€ 149', '149 euros', '149.00 euro', 'EUR149']
  for (const text of written) expect(numbersIn(text).has('149')).toBe(true)
})

test('a text of digits alone takes linear time', () => {
  expect(numbersIn('1'.repeat(1_000_000)).size).toBe(1)
})
