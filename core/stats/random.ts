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

function spread(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
