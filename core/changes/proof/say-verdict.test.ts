import { expect, test } from 'vitest'
import { sayEffect, sayNumber, sayTime } from './say-verdict.ts'
import type { Judgement } from './verdict.ts'

const anyEffect = {
  count: 30,
  average: { value: 0, low: 0, high: 0 },
  anyLook: { low: 0, high: 0 },
  total: { value: 0, low: 0, high: 0 },
  relative: null,
  expectedAverage: { value: 0, low: 0, high: 0 },
  actualAverage: 0,
}
const anyJudgement: Judgement = {
  verdict: { kind: 'cannotSay', because: 'it is a test' },
  name: 'sales',
  rhythm: 'day',
  good: 'up',
  look: 'planned',
  from: 0,
  changeAt: 0,
  to: 0,
  historyCount: 0,
  effect: anyEffect,
  scale: null,
  used: {},
  guards: [],
}

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

test.each([
  [{ value: -1, low: -1.9, high: -0.5 }, 'sales was 1.0 a day below what would have been (0.5 to 1.9)'],
  [{ value: 27, low: 9.1, high: 45 }, 'sales was 27 a day above what would have been (9 to 45)'],
  [
    { value: 0.1, low: -0.4, high: 0.6 },
    'sales was 0.1 a day above what would have been (0.4 below to 0.6 above)',
  ],
])('an interval is said on the side where it lies', (average, said) => {
  const judgement = { ...anyJudgement, effect: { ...anyEffect, average } }
  expect(sayEffect(judgement)).toBe(`over 30 days ${said}`)
})
