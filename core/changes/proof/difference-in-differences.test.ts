import { describe, expect, it } from 'vitest'
import { isKnown } from '../../base/cannot-say.ts'
import { normalDraws } from '../../stats/draws.ts'
import { randomFrom } from '../../stats/random.ts'
import type { Unit } from './compare-units.ts'
import { differenceInDifferences } from './difference-in-differences.ts'

/** Shops of unlike size that share one movement; the first one changes after 90 days. */
function shops(count: number, effect: number, seed: number): [Unit, ...Unit[]] {
  const normal = normalDraws(randomFrom(seed, 1))
  let level = 50
  const movement = Array.from({ length: 120 }, () => {
    level += 0.5 * normal()
    return level
  })
  const units = Array.from({ length: count }, (_, shop): Unit => {
    const values = movement.map((value, day) => {
      const own = shop === 0 && day >= 90 ? effect : 0
      return (1 + shop) * (value + normal()) + own
    })
    return { name: `shop ${shop}`, before: values.slice(0, 90), after: values.slice(90) }
  })
  const [first, ...rest] = units
  if (first === undefined) throw new Error('expected shops')
  return [first, ...rest]
}

function compare(count: number, effect: number, seed: number) {
  const [changed, ...untouched] = shops(count, effect, seed)
  return differenceInDifferences(changed, untouched)
}

describe('differenceInDifferences', () => {
  // By hand: the first rises from 10 to 16; the others by a fifth of 20 and of 5, so 2 of its 10; 6 - 2 = 4.
  it('takes off what the others did, in shares of what each was before', () => {
    const still = (name: string, before: number, after: number): Unit => ({
      name,
      before: Array.from({ length: 30 }, (_, day) => before + (day % 2 === 0 ? 0.1 : -0.1)),
      after: Array.from({ length: 10 }, (_, day) => after + (day % 2 === 0 ? 0.1 : -0.1)),
    })
    const found = differenceInDifferences(still('one', 10, 16), [still('a', 20, 24), still('b', 5, 6)])
    expect(found).toMatchObject({ of: 2, average: { value: expect.closeTo(4, 9) } })
  })

  it('finds an effect beside a movement that all share', () => {
    const found = compare(4, 3, 1)
    if (!isKnown(found)) throw new Error(found.cannotSay)
    expect(found.average.low).toBeGreaterThan(0)
    expect(found.average.low).toBeLessThan(3)
    expect(found.average.high).toBeGreaterThan(3)
  })

  it('covers the truth about as often as it says', () => {
    const found = Array.from({ length: 200 }, (_, seed) => compare(4, 1, seed + 1)).filter(isKnown)
    const covered = found.filter(({ average }) => average.low <= 1 && average.high >= 1)
    expect(found.length).toBeGreaterThan(170)
    expect(covered.length / found.length).toBeGreaterThan(0.9)
  })

  it('refuses one unit, few times, and units that did not go alike before', () => {
    expect(compare(2, 0, 1)).toEqual({ cannotSay: expect.stringContaining('there is one') })
    const [changed, ...untouched] = shops(4, 0, 1)
    const short = { ...changed, before: changed.before.slice(0, 5) }
    expect(differenceInDifferences(short, untouched)).toEqual({
      cannotSay: expect.stringContaining('35 times'),
    })
    const own = { ...changed, before: changed.before.map((value, day) => value + day) }
    expect(differenceInDifferences(own, untouched)).toEqual({
      cannotSay: 'they did not go alike before the change',
    })
  })
})
