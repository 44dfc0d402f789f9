import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepareRowAdder } from './add-rows.ts'

/** Four rows at a time, in 64-bit floats, as the machine code adds them. */
function addPlainly(ids: readonly number[], scales: Float32Array, rows: readonly (readonly number[])[]) {
  const sum = new Float32Array(rows[0]?.length ?? 0)
  for (let at = 0; at < ids.length; at += 4) {
    sum.forEach((value, index) => {
      const [one = 0, two = 0, three = 0, four = 0] = ids
        .slice(at, at + 4)
        .map((id) => (scales[id] ?? 0) * (rows[id]?.[index] ?? 0))
      sum[index] = value + (one + two + three + four)
    })
  }
  return [...sum].map((value) => value + 0)
}

const tables = fc.integer({ min: 1, max: 20 }).chain((dimensions) =>
  fc.record({
    rows: fc.array(
      fc.array(fc.integer({ min: -128, max: 127 }), { minLength: dimensions, maxLength: dimensions }),
      { minLength: 1, maxLength: 5 },
    ),
    scales: fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: 5, maxLength: 5 }),
    ids: fc.array(fc.nat(4), { maxLength: 11 }),
  }),
)

test('rows add up to the same numbers as by plain arithmetic, whatever their length', () => {
  fc.assert(
    fc.property(tables, ({ rows, scales, ids }) => {
      const known = Float32Array.from(scales.slice(0, rows.length))
      const adder = prepareRowAdder(known, rows[0]?.length ?? 0)
      for (const [id, row] of rows.entries()) adder.rows.set(row, id * adder.stride)
      const wanted = ids.map((id) => id % rows.length)
      expect([...adder.add(wanted)].map((value) => value + 0)).toEqual(addPlainly(wanted, known, rows))
    }),
  )
})
