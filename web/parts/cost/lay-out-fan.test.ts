import { expect, it } from 'vitest'
import { layOutFan } from './lay-out-fan.ts'

const fan = Array.from({ length: 12 }, (_, month) => ({
  month: month + 1,
  low: 50 * (month + 1),
  mid: 80 * (month + 1),
  high: 100 * (month + 1),
}))

it('opens from nothing today to the ends of the range', () => {
  const { band, middle, top } = layOutFan(fan)
  expect(top).toBe(1200)
  expect(band).toMatch(/^M0 100L8\.33 91\.67.*L100 0L100 50.*Z$/)
  expect(middle).toMatch(/^M0 100L.*L100 20$/)
})

it('labels the ends without letting them touch, and some of the months', () => {
  const { ends, labels } = layOutFan(fan)
  expect(ends).toEqual({ high: 0, mid: 20, low: 50 })
  const narrow = layOutFan(fan.map((point) => ({ ...point, low: point.mid, high: point.mid }))).ends
  expect(narrow.low - narrow.mid).toBeGreaterThanOrEqual(13)
  expect(labels.map(({ month }) => month)).toEqual([0, 3, 6, 9, 12])
})
