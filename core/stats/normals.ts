import { type Random, randomFrom } from './random.ts'

const poolBits = 13
const poolSize = 2 ** poolBits
const drawnForEach = 16

let pool: Float64Array | null = null

/**
 * Standard normal numbers for simulations that need millions of them, picked with replacement from a pool of 8,192 that
 * stand for the distribution at even distances of probability. Too coarse for what lies beyond one in ten thousand.
 * Source of the pool: Marsaglia's polar method. Cost: the pool once, then a few nanoseconds a number.
 */
export function drawNormals(random: Random, count: number): Float64Array {
  pool ??= preparePool()
  const drawn = new Float64Array(count)
  for (let index = 0; index < count; index += 2) {
    // One random number picks two.
    const bits = (random() * poolSize * poolSize) | 0
    drawn[index] = pool[bits & (poolSize - 1)] ?? 0
    if (index + 1 < count) drawn[index + 1] = pool[bits >>> poolBits] ?? 0
  }
  return drawn
}

/** Many are drawn and put in order, and every sixteenth kept; with each its opposite, so that the mean is 0. */
function preparePool(): Float64Array {
  const random = randomFrom(1, 1)
  const half = Float64Array.from({ length: (poolSize / 2) * drawnForEach }, () => Math.abs(drawOne(random)))
  half.sort()
  const kept = Float64Array.from(
    { length: poolSize / 2 },
    (_, index) => half[(index + 0.5) * drawnForEach] ?? 0,
  )
  const both = new Float64Array(poolSize)
  both.set(kept)
  both.set(
    kept.map((value) => -value),
    poolSize / 2,
  )
  return both
}

function drawOne(random: Random): number {
  for (;;) {
    const one = 2 * random() - 1
    const other = 2 * random() - 1
    const square = one * one + other * other
    if (square > 0 && square < 1) return one * Math.sqrt((-2 * Math.log(square)) / square)
  }
}
