import type { Random } from '../core/stats/random.ts'

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
