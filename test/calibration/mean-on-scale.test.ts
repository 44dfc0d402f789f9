import { describe, expect, it } from 'vitest'
import { estimateMean } from '../../core/stats/mean-on-scale.ts'
import { randomFrom } from '../../core/stats/random.ts'

const runs = 4000

/** How often the interval holds the true mean, where each answer falls on 1, 2, … with these chances. */
function coverage(chances: readonly number[], n: number): number {
  const random = randomFrom(11, n)
  const values = chances.map((_, index) => index + 1)
  const scale = { lowest: 1, highest: chances.length }
  const truth = chances.reduce((sum, chance, index) => sum + chance * (index + 1), 0)
  const upTo = values.map((value) => chances.slice(0, value).reduce((sum, chance) => sum + chance, 0))
  const held = Array.from({ length: runs }, () => {
    const counts = values.map((value) => ({ value, count: 0 }))
    for (let answer = 0; answer < n; answer++) {
      const drawn = random()
      const hit = counts[upTo.findIndex((chance) => drawn < chance)] ?? counts.at(-1)
      if (hit) hit.count += 1
    }
    return estimateMean(counts, scale)
  }).filter((mean) => mean !== null && mean.low <= truth && truth <= mean.high)
  return held.length / runs
}

describe('estimateMean', { timeout: 60_000 }, () => {
  it.each<[string, readonly number[]]>([
    ['even answers', [0.2, 0.2, 0.2, 0.2, 0.2]],
    ['answers at both ends', [0.3, 0.05, 0.05, 0.1, 0.5]],
    ['mostly the best', [0.05, 0.03, 0.07, 0.2, 0.65]],
    ['zero to ten', [0.05, 0.02, 0.02, 0.03, 0.05, 0.1, 0.1, 0.15, 0.2, 0.13, 0.15]],
    ['nearly all the best', [0.02, 0, 0, 0.03, 0.95]],
  ])('holds the true mean of %s in 94 to 98 of 100 runs', (_, chances) => {
    for (const n of [30, 100, 1000]) {
      const share = coverage(chances, n)
      expect(share).toBeGreaterThanOrEqual(0.94)
      expect(share).toBeLessThanOrEqual(0.98)
    }
  })
})
