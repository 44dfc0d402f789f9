import fc from 'fast-check'
import { expect, it } from 'vitest'
import { selectPoints } from './select-points.ts'

const shares = [0.025, 0.5, 0.975]

it('finds what sorting would find, and leaves the values alone', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (list) => {
      const values = Float64Array.from(list)
      const sorted = values.toSorted()
      const ranks = shares.map((share) => Math.floor(share * (list.length - 1)))
      expect(selectPoints(values, shares)).toEqual(ranks.map((rank) => sorted[rank]))
      expect([...values]).toEqual(list)
    }),
  )
})

it('finds the one value there is', () => {
  expect(selectPoints(Float64Array.of(3, 3, 3), shares)).toEqual([3, 3, 3])
})
