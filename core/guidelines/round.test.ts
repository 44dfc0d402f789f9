import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnown } from '../base/cannot-say.ts'
import { dayMs } from '../base/time.ts'
import { askedIn, roundAt } from './round.ts'
import { weighExceptions } from './weigh-exceptions.ts'

describe('a round', () => {
  const week = 7 * dayMs

  it('begins as many weeks after the guideline went live, and again after as many', () => {
    const at = (now: number) => roundAt({ roundWeeks: 4, liveAt: 0 }, now)
    expect(at(4 * week - 1)).toBeNull()
    expect(at(4 * week)).toEqual({ number: 1, from: 4 * week, until: 8 * week })
    expect(at(12 * week - 1)?.number).toBe(2)
    expect(roundAt({ roundWeeks: null, liveAt: 0 }, 99 * week)).toBeNull()
  })

  it('asks one of two, two of five, and never more than three', () => {
    const many = (people: number) =>
      askedIn(
        Array.from({ length: people }, (_, n) => `r${n}`),
        { guideline: 1, number: 1 },
      ).length
    expect([0, 1, 2, 3, 5, 50].map(many)).toEqual([0, 1, 1, 2, 3, 3])
  })

  it('asks everybody before anybody again, the same whatever the order of names, and nobody twice at once', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 500 }), (all, guideline) => {
        const turns: string[] = []
        for (let number = 1; turns.length < all.length; number++) {
          const asked = askedIn(all, { guideline, number })
          expect(new Set(asked).size).toBe(asked.length)
          expect(askedIn(all.toReversed(), { guideline, number })).toEqual(asked)
          turns.push(...asked)
        }
        expect(new Set(turns.slice(0, all.length)).size).toBe(all.length)
      }),
    )
  })

  it('is drawn anew for each guideline', () => {
    const names = Array.from({ length: 12 }, (_, n) => `r${n}`)
    const first = Array.from({ length: 20 }, (_, guideline) =>
      askedIn(names, { guideline, number: 1 }).join(),
    )
    expect(new Set(first).size).toBeGreaterThan(10)
  })
})

describe('what exceptions led to', () => {
  const granted = (cameBack: boolean | null) => ({ answer: 'granted', cameBack }) as const

  it('is a share with its interval, of those whose 30 days are over', () => {
    const past = [...Array.from({ length: 8 }, (_, n) => granted(n < 2)), granted(null)]
    const { granted: outcome, declined } = weighExceptions(past)
    // R: prop.test(2, 8, correct = FALSE)$conf.int is 0.0715 to 0.5907.
    expect(outcome).toMatchObject({ answered: 9, cameBack: { value: 0.25, n: 8 } })
    if (!isKnown(outcome.cameBack)) throw new Error('expected a share')
    expect(outcome.cameBack.low).toBeCloseTo(0.0715, 4)
    expect(outcome.cameBack.high).toBeCloseTo(0.5907, 4)
    expect(declined).toEqual({ answered: 0, cameBack: { cannotSay: 'of none are the 30 days over' } })
  })

  it('can’t be said of fewer than eight', () => {
    const { cameBack } = weighExceptions(Array.from({ length: 7 }, () => granted(true))).granted
    expect(cameBack).toEqual({ cannotSay: expect.stringContaining('only 7') })
  })
})
