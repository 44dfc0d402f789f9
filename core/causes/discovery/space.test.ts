import fc from 'fast-check'
import { expect, test } from 'vitest'
import { multiplyRows, multiplyTwoRows } from './space.ts'

test('two rows at once give the products that each gives alone', () => {
  const size = 3
  const value = fc.integer({ min: -50, max: 50 })
  const rows = fc
    .integer({ min: 2, max: 9 })
    .chain((count) => fc.array(value, { minLength: count * size, maxLength: count * size }))
  fc.assert(
    fc.property(rows, (values) => {
      const points = Float64Array.from(values)
      const count = values.length / size
      const [range, padded] = [{ from: 1, to: count }, count + 3]
      const both = new Float32Array(2 * padded)
      multiplyTwoRows(points, size, { one: 0, other: 1 }, range, both, padded)
      for (const row of [0, 1]) {
        const alone = new Float32Array(padded)
        multiplyRows(Float32Array.from(points.subarray(row * size, (row + 1) * size)), points, range, alone)
        const found = both.subarray(row * padded, row * padded + count - 1)
        expect(found).toEqual(alone.subarray(0, count - 1))
      }
    }),
  )
})
