import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../base/figure.ts'
import { daysPerMonth } from '../base/time.ts'
import { aPlan } from './test-kit.ts'
import { valueChange } from './value-change.ts'

const exactly = (value: number): Range => ({ low: value, mid: value, high: value })
const input = { atStake: exactly(12_000), months: 12, seed: 1 }

describe('valueChange', () => {
  // 1,000 a month at stake, 40 % of it avoided, from the second month on: 11 x 400 = 4,400; less 2,000 to make and
  // 11 x 100 to run = 1,300. Each month brings 300, so 2,000 take 6.67 months after the first.
  it('takes what is certain as it is', () => {
    const plan = {
      ...aPlan,
      effect: exactly(0.4),
      costToMake: exactly(2000),
      costToRun: exactly(100),
      leadDays: daysPerMonth,
    }
    const value = valueChange({ ...input, plan })
    expect(value.saved.mid).toBeCloseTo(4400, 6)
    expect(value.netValue.low).toBeCloseTo(1300, 6)
    expect(value.netValue.high).toBeCloseTo(1300, 6)
    expect(value.paybackMonths.mid).toBeCloseTo(1 + 2000 / 300, 6)
    expect(value.worseThanNothing).toEqual({ value: 0, standardError: 0, draws: 10_000 })
    expect(value.waitingWeek.mid).toBeCloseTo((300 * 7) / daysPerMonth, 6)
  })

  it('does not pay back within the horizon what costs more to run than it saves', () => {
    const plan = { ...aPlan, costToRun: exactly(5000) }
    const value = valueChange({ ...input, plan })
    expect(value.paybackMonths).toEqual({ low: null, mid: null, high: null })
    expect(value.worseThanNothing.value).toBe(1)
    expect(value.waitingWeek.high).toBeLessThan(0)
  })

  it('is worth no less with a greater effect, and no more at a higher cost', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        (more, dearer) => {
          const base = valueChange({ ...input, plan: aPlan })
          const { low, mid, high } = aPlan.effect
          const effect = { low, mid: Math.min(1, mid + more), high: Math.min(1, high + more) }
          const better = valueChange({ ...input, plan: { ...aPlan, effect } })
          expect(better.netValue.mid).toBeGreaterThanOrEqual(base.netValue.mid)
          const { costToMake: make } = aPlan
          const costToMake = { low: make.low + dearer, mid: make.mid + dearer, high: make.high + dearer }
          const worse = valueChange({ ...input, plan: { ...aPlan, costToMake } })
          expect(worse.netValue.mid).toBeLessThanOrEqual(base.netValue.mid)
          expect(worse.worseThanNothing.value).toBeGreaterThanOrEqual(base.worseThanNothing.value)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('says the same at each look', () => {
    expect(valueChange({ ...input, plan: aPlan })).toEqual(valueChange({ ...input, plan: aPlan }))
  })

  it('draws a range with its middle as median and its ends as bounds', () => {
    const plan = { ...aPlan, effect: exactly(1), costToMake: exactly(0), costToRun: exactly(0), leadDays: 0 }
    const { saved } = valueChange({ ...input, plan, atStake: { low: 100, mid: 400, high: 500 } })
    expect(saved.mid).toBeGreaterThan(395)
    expect(saved.mid).toBeLessThan(405)
    expect(saved.low).toBeGreaterThan(100)
    expect(saved.high).toBeLessThan(500)
  })
})
