import { expect, test } from 'vitest'
import { sayTrend } from './say-trend.ts'

const share = (value: number) => ({ value, low: value - 0.05, high: value + 0.05, n: 100 })
const trend = (low: number, high: number) => ({
  earlier: share(0.2),
  later: share(0.3),
  difference: { value: 0.1, low, high },
})

test('a trend is one only where its interval leaves nought', () => {
  expect(sayTrend(trend(0.02, 0.18))).toMatch(/^Rising: 20.% in the earlier half, 30.% in the later$/)
  expect(sayTrend(trend(-0.02, 0.22))).toMatch(/^No clear change/)
  expect(sayTrend(trend(-0.2, -0.02))).toMatch(/^Falling/)
  expect(sayTrend({ cannotSay: 'the messages lie within one month' })).toBe(
    'Cannot say: the messages lie within one month',
  )
})
