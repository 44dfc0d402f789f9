import { expect, test } from 'vitest'
import { sayNumber, sayTime } from './say-verdict.ts'

test.each([
  ['day', '1 Sept 2024'],
  ['week', '1 Sept 2024'],
  ['month', 'Sept 2024'],
  ['quarter', 'Q3 2024'],
  ['year', '2024'],
] as const)('a time of a series by %s is said as people do: %s', (rhythm, said) => {
  expect(sayTime(Date.UTC(2024, 8, 1), rhythm)).toBe(said)
})

test('a number below nothing has a minus; what rounds to nothing has none', () => {
  expect([sayNumber(-1234.56, 1), sayNumber(-0.04, 1)]).toEqual(['−1,234.6', '0.0'])
})
