import { describe, expect, it } from 'vitest'
import { normalDraws } from '../../stats/draws.ts'
import { randomFrom } from '../../stats/random.ts'
import { projectOnSimplex, simplexWeights } from '../../stats/simplex-weights.ts'
import { compareWithUnits, type Unit } from './compare-units.ts'

/** Regions that share two movements in parts of their own; twenty years before, ten since. */
function regions(count: number, effect: number, seed: number): [Unit, ...Unit[]] {
  const normal = normalDraws(randomFrom(seed, 1))
  let level = 0
  const trends = Array.from({ length: 30 }, (_, year) => {
    level += normal()
    return [year, level] as const
  })
  const units = Array.from({ length: count }, (_, region): Unit => {
    const parts = [1 + 0.2 * normal(), 1 + 0.5 * normal()] as const
    const values = trends.map(([one, other], year) => {
      const own = region === 0 && year >= 20 ? effect : 0
      return 100 + 5 * region + parts[0] * one + parts[1] * other + 0.5 * normal() + own
    })
    return { name: `region ${region}`, before: values.slice(0, 20), after: values.slice(20) }
  })
  const [first, ...rest] = units
  if (first === undefined) throw new Error('expected regions')
  return [first, ...rest]
}

function compare(count: number, effect: number, seed: number) {
  const [changed, ...untouched] = regions(count, effect, seed)
  return compareWithUnits(changed, untouched)
}

describe('simplexWeights', () => {
  it('finds the mix that a target was made of', () => {
    const units = [1, 2, 3].map((step) => Float64Array.from({ length: 12 }, (_, at) => Math.sin(step * at)))
    const target = Float64Array.from({ length: 12 }, (_, at) => 0.3 * Math.sin(at) + 0.7 * Math.sin(3 * at))
    const weights = simplexWeights(target, units)
    for (const [at, weight] of [0.3, 0, 0.7].entries()) expect(weights[at]).toBeCloseTo(weight, 4)
  })

  // By hand: (0.9, 0.4, -0.2) loses 0.15 from the first two, and the third is below nothing.
  it('projects on weights that add up to one', () => {
    const projected = projectOnSimplex(Float64Array.of(0.9, 0.4, -0.2))
    expect(projected[0]).toBeCloseTo(0.75, 12)
    expect(projected[1]).toBeCloseTo(0.25, 12)
    expect(projected[2]).toBe(0)
  })
})

describe('compareWithUnits', () => {
  it('finds what one region went through, first of all, with the truth in the interval', () => {
    const found = compare(25, -12, 4)
    expect(found).toMatchObject({ rank: 1, of: 25 })
    if ('cannotSay' in found) throw new Error('expected an effect')
    expect(found.average.high).toBeLessThan(0)
    expect(found.average.low).toBeLessThan(-12)
    expect(found.average.high).toBeGreaterThan(-12)
  })

  it('holds nothing for an effect nearly always where there is none', { timeout: 30_000 }, () => {
    const seeds = Array.from({ length: 8 }, (_, seed) => seed + 1)
    const clear = seeds.filter((seed) => {
      const found = compare(20, 0, seed)
      return 'average' in found && (found.average.low > 0 || found.average.high < 0)
    })
    expect(clear.length).toBeLessThanOrEqual(1)
  })

  it('refuses with few untouched units, and where none goes along', () => {
    expect(compare(10, 0, 1)).toEqual({ cannotSay: expect.stringContaining('9 untouched units') })
    const [changed, ...untouched] = regions(25, 0, 1)
    const odd = { ...changed, before: changed.before.map((_, year) => 200 - 20 * (year % 2)) }
    expect(compareWithUnits(odd, untouched)).toEqual({
      cannotSay: expect.stringContaining('no mix of untouched'),
    })
  })
})
