/** A stream of numbers from 0 (included) to 1 (excluded), the same for the same seed on every machine. */
export type Random = () => number

/**
 * One independent stream per (seed, stream number): sfc32, with the state spread by a 32-bit finaliser.
 * Source: PractRand's sfc32 (Doty-Humphrey); the finaliser is that of MurmurHash3.
 */
export function randomFrom(seed: number, stream: number): Random {
  let a = spread(seed)
  let b = spread(stream ^ 0x9e3779b9)
  let c = spread(a ^ b)
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4294967296
  }
  for (let round = 0; round < 12; round++) next()
  return next
}

export function chance(random: Random, share: number): boolean {
  return random() < share
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('Our fault: nothing to pick from')
  return found
}

/** Picks by weight; the weights need not add up to one. */
export function pickWeighted<T>(random: Random, list: readonly T[], weightOf: (item: T) => number): T {
  let total = 0
  for (const item of list) total += weightOf(item)
  let left = random() * total
  for (const item of list) {
    left -= weightOf(item)
    if (left < 0) return item
  }
  return pick(random, list.slice(-1))
}

/** A number that looks drawn at random but is different for each `index` below 2 ** bits. */
export function scramble(index: number, bits: number): number {
  return Math.imul(index + 1, 0x2c1b3c6d) & (2 ** bits - 1)
}

function spread(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
