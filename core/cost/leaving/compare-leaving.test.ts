import { describe, expect, it } from 'vitest'
import { isKnown } from '../../base/cannot-say.ts'
import { randomFrom } from '../../stats/random.ts'
import { compareLeaving, type Person } from './compare-leaving.ts'

/** Monthly plans leave more and have the cause more often; the cause itself adds `effect`. */
function confounded(seed: number, effect: number): Person[] {
  const random = randomFrom(seed, 1)
  return Array.from({ length: 1200 }, () => {
    const isMonthly = random() < 0.5
    const months = Math.floor(random() * 60)
    const hasCause = random() < (isMonthly ? 0.4 : 0.1)
    const chance = 0.05 + (isMonthly ? 0.2 : 0) + (months < 12 ? 0.1 : 0)
    const left = random() < chance + (hasCause ? effect : 0)
    return { hasCause, left, traits: { plan: isMonthly ? 'monthly' : 'yearly', months: String(months) } }
  })
}

function compare(people: readonly Person[]) {
  const leaving = compareLeaving(people, 90)
  if (!isKnown(leaving)) throw new Error(leaving.cannotSay)
  return leaving
}

describe('compareLeaving', () => {
  // 30 of 40 with the cause are monthly, 40 of 80 without; of the monthly half leave, of the others none, whatever the cause
  it('finds no difference where another trait explains it all', () => {
    const people = [
      ...some(30, { hasCause: true, plan: 'monthly' }, 15),
      ...some(10, { hasCause: true, plan: 'yearly' }, 0),
      ...some(40, { hasCause: false, plan: 'monthly' }, 20),
      ...some(40, { hasCause: false, plan: 'yearly' }, 0),
    ]
    const { leftWith, leftWithout, leftMatched, difference, overlap } = compare(people)
    expect([leftWith, leftWithout]).toEqual([0.375, 0.25])
    expect(leftMatched).toBeCloseTo(0.375, 3)
    expect(difference).toBeCloseTo(0, 3)
    // Weights of 0.75 over one half and 0.25 over the other are worth 64 of 80.
    expect(overlap.effectiveWithout).toBeCloseTo(64, 0)
    expect(overlap).toMatchObject({ withCause: 40, withoutCause: 80, unmatched: 0 })
  })

  it('covers the truth on confounded customers, where the naive difference does not', () => {
    const runs = Array.from({ length: 60 }, (_, run) => compare(confounded(run + 1, 0.1)))
    const covers = runs.filter(({ low, high }) => low <= 0.1 && 0.1 <= high).length
    const naive = runs.map(({ leftWith, leftWithout }) => leftWith - leftWithout)
    expect(covers).toBeGreaterThanOrEqual(54)
    expect(Math.min(...naive)).toBeGreaterThan(0.1)
  })

  it('says nothing where nobody without the cause is like those with it', () => {
    const people = [
      ...some(60, { hasCause: true, plan: 'monthly' }, 20),
      ...some(60, { hasCause: false, plan: 'yearly' }, 10),
    ]
    expect(compareLeaving(people, 90)).toEqual({
      cannotSay: '60 of 60 customers with the cause have no one like them without it, by plan',
    })
  })

  it.each([
    ['nobody left', some(50, { hasCause: true, plan: 'a' }, 0), 'no source says'],
    ['few have it', some(10, { hasCause: true, plan: 'a' }, 10), '20 of each'],
  ])('says nothing where %s', (_, withCause, because) => {
    const people = [...withCause, ...some(50, { hasCause: false, plan: 'a' }, 0)]
    expect(compareLeaving(people, 90)).toEqual({ cannotSay: expect.stringContaining(because) })
  })

  it('does not depend on the order of customers', () => {
    const people = confounded(3, 0.05)
    expect(compare(people.toReversed()).difference).toBeCloseTo(compare(people).difference, 6)
  })
})

function some(
  count: number,
  { hasCause, plan }: { hasCause: boolean; plan: string },
  leavers: number,
): Person[] {
  return Array.from({ length: count }, (_, index) => ({ hasCause, left: index < leavers, traits: { plan } }))
}
