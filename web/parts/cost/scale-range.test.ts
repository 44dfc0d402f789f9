import { expect, it } from 'vitest'
import { reachOf, scaleRange } from './scale-range.ts'

it('keeps what is uncertain in proportion', () => {
  expect(scaleRange({ low: 30, mid: 40, high: 60 }, 20)).toEqual({ low: 15, mid: 20, high: 30 })
})

it('starts a range where there was nothing yet', () => {
  expect(scaleRange({ low: 0, mid: 0, high: 0 }, 5)).toEqual({ low: 0, mid: 5, high: 5 })
  expect(reachOf({ low: 0, mid: 0, high: 0 })).toBe(10)
})
