import { describe, expect, it } from 'vitest'
import { causeId } from '../base/ids.ts'
import { daysPerMonth } from '../base/time.ts'
import { chooseAssumptions, whyNotAssumption } from './assumption.ts'
import { type CostInput, estimateCost } from './estimate-cost.ts'

const load = { id: causeId('refund'), name: 'Refund', contacts: 100, repeats: 40, handOffs: 30 }
const assumptions = chooseAssumptions(
  [
    { name: 'minutesPerContact', low: 6, mid: 6, high: 12 },
    { name: 'costPerHour', low: 60, mid: 60, high: 60 },
    { name: 'repeatFactor', low: 1, mid: 1.5, high: 1.5 },
    { name: 'minutesPerHandOff', low: 0, mid: 2, high: 2 },
  ],
  null,
)
const input: CostInput = { loads: [load], periodDays: daysPerMonth, months: 12, currency: 'EUR', assumptions }

describe('estimateCost', () => {
  // mid: 60 firsts x 6 min + 40 repeats x 9 min + 30 hand-offs x 2 min = 780 min = 13 h x 60 = 780 a month
  it('adds first contacts, longer repeats and hand-offs over the horizon', () => {
    expect(estimateCost(input)).toMatchObject({
      low: 600 * 12,
      mid: 780 * 12,
      high: (60 * 12 + 40 * 18 + 60) * 12,
    })
  })

  it('grows with each assumption', () => {
    const dearer = assumptions.map((known) => ({
      ...known,
      low: known.low * 2,
      mid: known.mid * 2,
      high: known.high * 2,
    }))
    const cheap = estimateCost(input)
    const dear = estimateCost({ ...input, assumptions: dearer })
    if ('cannotSay' in cheap || 'cannotSay' in dear) throw new Error('expected costs')
    expect(dear.mid).toBeGreaterThan(cheap.mid)
  })

  it('says nothing without times, or with days only', () => {
    expect(estimateCost({ ...input, periodDays: null })).toHaveProperty('cannotSay')
    expect(estimateCost({ ...input, periodDays: 3 })).toHaveProperty('cannotSay')
  })
})

describe('chooseAssumptions', () => {
  it('prefers what was entered to what was measured, and that to our default', () => {
    const measured = { contacts: 400, mean: 4, standardError: 0.1 }
    const find = (entered: Parameters<typeof chooseAssumptions>[0]) =>
      chooseAssumptions(entered, measured).find(({ name }) => name === 'minutesPerContact')
    expect(find([])).toMatchObject({ mid: 4, source: 'measured' })
    expect(find([{ name: 'minutesPerContact', low: 1, mid: 2, high: 3 }])).toMatchObject({
      mid: 2,
      source: 'entered',
    })
    expect(chooseAssumptions([], { ...measured, contacts: 12 })[0]).toMatchObject({ source: 'default' })
  })
})

describe('whyNotAssumption', () => {
  it.each([
    [{ name: 'costPerHour', low: -1, mid: 2, high: 3 }, 'negative'],
    [{ name: 'costPerHour', low: 3, mid: 2, high: 3 }, 'above the middle'],
    [{ name: 'costPerHour', low: 1, mid: 2, high: 1e12 }, 'one million'],
    [{ name: 'costPerHour', low: 1, mid: Number.NaN, high: 3 }, 'number'],
    [{ name: 'luck', low: 1, mid: 2, high: 3 }, 'no assumption named'],
  ])('refuses %o', (assumption, because) => {
    expect(whyNotAssumption(assumption)).toContain(because)
  })

  it('takes a sensible one', () => {
    expect(whyNotAssumption({ name: 'costPerHour', low: 1, mid: 2, high: 3 })).toBeNull()
  })
})
