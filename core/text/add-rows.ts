import {
  assemble,
  type Code,
  f32x2Load,
  f32x2Store,
  f32x4Demote,
  f64x2Add,
  f64x2ConvertLow,
  f64x2Multiply,
  f64x2Promote,
  f64x2Splat,
  highToLow,
  i16x8Load8,
  i32Add,
  i32Const,
  i32LessUnsigned,
  i32x4ExtendHigh,
  i32x4ExtendLow,
  localGet,
  localSet,
  localTee,
  loopWhile,
} from '../base/assemble.ts'

/** Adds rows of small integers, each times its scale, to sums of 32-bit floats: half of what a meaning costs. */
export type RowAdder = {
  /** The rows, `stride` numbers each, to be filled by the caller; what is behind `dimensions` stays 0. */
  readonly rows: Int8Array
  readonly stride: number
  /** The sum of the named rows; it holds until the next one. */
  add(ids: readonly number[]): Float32Array
}

/** Numbers that one turn of the loop takes from each row. */
const lanes = 8

/**
 * Prepares the adding of rows by vector instructions, four rows at a time. Products and their sums are 64-bit floats in a
 * fixed order, and a machine has no say in how they are rounded: the same bytes everywhere.
 * Assumes no more rows than memory; ids within them. Cost: about 6 µs for 55 rows of 232 numbers.
 */
export function prepareRowAdder(scales: Float32Array, dimensions: number): RowAdder {
  const stride = Math.ceil(dimensions / lanes) * lanes
  const sumBytes = stride * 4
  const memory = new WebAssembly.Memory({ initial: Math.ceil((sumBytes + scales.length * stride) / page) })
  const addFour = link(memory)
  const sum = new Float32Array(memory.buffer, 0, stride)
  const rowAt = (id: number) => sumBytes + id * stride
  return {
    rows: new Int8Array(memory.buffer, sumBytes, scales.length * stride),
    stride,
    add(ids) {
      sum.fill(0)
      for (let at = 0; at < ids.length; at += 4) {
        const one = ids[at] ?? 0
        const two = ids[at + 1] ?? one
        const three = ids[at + 2] ?? one
        const four = ids[at + 3] ?? one
        // Past the end, a row counts nothing.
        const scaleAt = (place: number, id: number) => (at + place < ids.length ? (scales[id] ?? 0) : 0)
        addFour(
          0,
          sumBytes,
          rowAt(one),
          rowAt(two),
          rowAt(three),
          rowAt(four),
          scaleAt(0, one),
          scaleAt(1, two),
          scaleAt(2, three),
          scaleAt(3, four),
        )
      }
      return sum.subarray(0, dimensions)
    },
  }
}

const page = 65_536

type AddFour = (sum: number, end: number, ...rowsAndScales: readonly number[]) => void

function link(memory: WebAssembly.Memory): AddFour {
  const { addFour } = new WebAssembly.Instance(compiled, { core: { memory } }).exports
  if (typeof addFour !== 'function') throw new Error('Our fault: the adder exports no function')
  return (...given) => addFour(...given)
}

const [sum, end] = [0, 1]
const rows = [2, 3, 4, 5]
const scaleOf = (row: number) => row + 4
/** Vectors, after the ten parameters: each scale twice, four times two sums, and what a row gives. */
const splatOf = (row: number) => row + 8
const sums = [14, 15, 16, 17]
const [eight, four] = [18, 19]

/** From four 32-bit lanes: two as floats, times the row's scale, added to a sum (or as its start). */
function addTwo(row: number, to: number, isHigh: boolean): Code {
  const isFirst = row === rows[0]
  return [
    ...(isFirst ? [] : localGet(to)),
    ...localGet(four),
    ...(isHigh ? [...localGet(four), ...highToLow] : []),
    ...f64x2ConvertLow,
    ...localGet(splatOf(row)),
    ...f64x2Multiply,
    ...(isFirst ? [] : f64x2Add),
    ...localSet(to),
  ]
}

function addEight(row: number): Code {
  return [
    ...localGet(row),
    ...i16x8Load8,
    ...localSet(eight),
    ...[i32x4ExtendLow, i32x4ExtendHigh].flatMap((extend, half) => [
      ...localGet(eight),
      ...extend,
      ...localSet(four),
      ...[0, 1].flatMap((high) => addTwo(row, sums[half * 2 + high] ?? 0, high === 1)),
    ]),
  ]
}

function storeTwo(from: number, index: number): Code {
  const load = [...localGet(sum), ...f32x2Load(index * 8), ...f64x2Promote]
  return [...localGet(sum), ...load, ...localGet(from), ...f64x2Add, ...f32x4Demote, ...f32x2Store(index * 8)]
}

const step = (local: number, bytes: number): Code => [...localGet(local), ...i32Const(bytes), ...i32Add]

const compiled = new WebAssembly.Module(
  assemble('addFour', {
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'f64', 'f64', 'f64'],
    vectors: 10,
    body: [
      ...rows.map((row) => [...localGet(scaleOf(row)), ...f64x2Splat, ...localSet(splatOf(row))]),
      loopWhile(
        ...rows.map(addEight),
        ...sums.map(storeTwo),
        ...rows.map((row) => [...step(row, lanes), ...localSet(row)]),
        step(sum, lanes * 4),
        localTee(sum),
        localGet(end),
        i32LessUnsigned,
      ),
    ],
  }),
)
