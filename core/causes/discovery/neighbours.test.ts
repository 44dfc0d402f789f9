import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockRows, prepareBlockProducts } from './block-products.ts'
import { findNeighbours } from './neighbours.ts'

const size = 7
const value = fc.double({ min: -1, max: 1, noNaN: true })
const points = fc
  .integer({ min: 1, max: 90 })
  .chain((count) => fc.array(value, { minLength: count * size, maxLength: count * size }))
  .map((values) => Float32Array.from(values))

/** One sum, from the first number to the last. */
function plainProduct(rows: Float32Array, one: number, other: number): number {
  let sum = 0
  for (let at = 0; at < size; at++) sum += (rows[one * size + at] ?? 0) * (rows[other * size + at] ?? 0)
  return sum
}

test('products by vector instructions are those of a plain loop, to the bit', () => {
  fc.assert(
    fc.property(points, (rows) => {
      const { blocks, multiply } = prepareBlockProducts(rows, size)
      for (let one = 0; one < blocks; one++) {
        for (let other = 0; other < blocks; other++) {
          const expected = Array.from({ length: blockRows ** 2 }, (_, at) =>
            plainProduct(
              rows,
              one * blockRows + Math.floor(at / blockRows),
              other * blockRows + (at % blockRows),
            ),
          )
          expect(Array.from(multiply(one, other), Math.abs)).toEqual(expected.map(Math.abs))
        }
      }
    }),
    { numRuns: 20 },
  )
})

test('each point has the others in the order of closeness, ties by number', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 5 }), (rows, count) => {
      const total = rows.length / size
      const { ids } = findNeighbours(rows, size, count)
      for (let point = 0; point < total; point++) {
        const expected = Array.from({ length: total }, (_, other) => other)
          .filter((other) => other !== point)
          .map((other) => ({ other, cosine: Math.fround(plainProduct(rows, point, other)) }))
          .filter(({ cosine }) => cosine > -2)
          .sort((left, right) => right.cosine - left.cosine || left.other - right.other)
          .map(({ other }) => other)
        const found = Array.from(ids.subarray(point * count, (point + 1) * count))
        expect(found).toEqual([...expected, ...Array(count).fill(-1)].slice(0, count))
      }
    }),
    { numRuns: 40 },
  )
})
