import {
  assemble,
  type Code,
  f64x2Add,
  f64x2Load,
  f64x2LoadSplat,
  f64x2Multiply,
  f64x2Store,
  i32Add,
  i32Const,
  i32LessUnsigned,
  localGet,
  localSet,
  localTee,
  loopWhile,
} from '../../base/assemble.ts'

/** Rows that are multiplied with one another at a time. */
export const blockRows = 4

/** Products of points, sixteen at a time. */
export type BlockProducts = {
  /** Blocks of rows; the last may hold fewer points, and zeros after them. */
  readonly blocks: number
  /** Row `blockRows * i + j` holds the i-th of the one block times the j-th of the other; until the next call. */
  multiply(one: number, other: number): Float64Array
}

/**
 * Prepares the products of every point with every other, by vector instructions. Lanes lie across points, so that each
 * product is still one sum of 64-bit floats from its first number to its last: the same bytes as a plain loop, everywhere.
 * Assumes `size` numbers a point. Memory: 8 bytes a number. Cost: about a third of a plain loop's.
 */
export function prepareBlockProducts(points: Float32Array, size: number): BlockProducts {
  const blocks = Math.ceil(points.length / size / blockRows)
  const blockBytes = size * blockRows * 8
  const memory = new WebAssembly.Memory({ initial: Math.ceil((start + blocks * blockBytes) / page) })
  const rows = new Float64Array(memory.buffer, start)
  for (let at = 0; at < points.length; at++) rows[placeOf(at, size)] = points[at] ?? 0
  const run = link(memory)
  const products = new Float64Array(memory.buffer, 0, blockRows * blockRows)
  return {
    blocks,
    multiply(one, other) {
      const first = start + one * blockBytes
      run(first, start + other * blockBytes, first + blockBytes, 0)
      return products
    },
  }
}

/** Products stand before the rows. */
const start = blockRows * blockRows * 8
const page = 65_536

/** The rows of a block lie side by side, number by number. */
function placeOf(at: number, size: number): number {
  const row = Math.floor(at / size)
  const block = Math.floor(row / blockRows)
  return (block * size + (at % size)) * blockRows + (row % blockRows)
}

function link(memory: WebAssembly.Memory): (...places: readonly number[]) => void {
  const { multiply } = new WebAssembly.Instance(compiled, { core: { memory } }).exports
  if (typeof multiply !== 'function') throw new Error('Our fault: the multiplier exports no function')
  return (...places) => multiply(...places)
}

const [one, other, end, out] = [0, 1, 2, 3]
const [low, high, value] = [4, 5, 6]
/** Eight sums, which start at 0: two for each row of the one block. */
const sumOf = (row: number, half: number) => 7 + row * 2 + half
const rowsOfBlock = [0, 1, 2, 3]

function addTo(sum: number, pair: number): Code {
  return [
    ...localGet(sum),
    ...localGet(value),
    ...localGet(pair),
    ...f64x2Multiply,
    ...f64x2Add,
    ...localSet(sum),
  ]
}

const addRow = (row: number): Code => [
  ...localGet(one),
  ...f64x2LoadSplat(row * 8),
  ...localSet(value),
  ...addTo(sumOf(row, 0), low),
  ...addTo(sumOf(row, 1), high),
]

const storeRow = (row: number): Code =>
  [0, 1].flatMap((half) => [
    ...localGet(out),
    ...localGet(sumOf(row, half)),
    ...f64x2Store((row * 2 + half) * 16),
  ])

const step = (local: number): Code => [...localGet(local), ...i32Const(blockRows * 8), ...i32Add]

const compiled = new WebAssembly.Module(
  assemble('multiply', {
    parameters: ['i32', 'i32', 'i32', 'i32'],
    vectors: 11,
    body: [
      loopWhile(
        [...localGet(other), ...f64x2Load(0), ...localSet(low)],
        [...localGet(other), ...f64x2Load(16), ...localSet(high)],
        ...rowsOfBlock.map(addRow),
        [...step(other), ...localSet(other)],
        step(one),
        localTee(one),
        localGet(end),
        i32LessUnsigned,
      ),
      ...rowsOfBlock.map(storeRow),
    ],
  }),
)
