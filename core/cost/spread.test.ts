import { expect, it } from 'vitest'
import { drawNormals } from '../stats/normals.ts'
import { randomFrom } from '../stats/random.ts'
import { rangeOf } from './simulation/range-of.ts'
import { spreadOf } from './spread.ts'

const z = 1.959963984540054

it.each([
  { low: 30, mid: 40, high: 55 },
  { low: 0, mid: 2, high: 9 },
  { low: 1, mid: 1, high: 1.5 },
])('has low, middle and high of %o as its 2.5, 50 and 97.5 % points', (range) => {
  const at = spreadOf(range)
  expect([at(-z), at(0), at(z)].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([
    range.low,
    range.mid,
    range.high,
  ])
  const drawn = rangeOf(drawNormals(randomFrom(1, 2), 40_000).map(at))
  expect(drawn.low).toBeCloseTo(range.low, 0)
  expect(drawn.high / range.high).toBeCloseTo(1, 1)
})

it('never turns negative', () => {
  expect(spreadOf({ low: 0, mid: 1, high: 2 })(-8)).toBe(0)
})
