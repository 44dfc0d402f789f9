import { describe, expect, it } from 'vitest'
import { isKnown } from '../base/cannot-say.ts'
import { causeId } from '../base/ids.ts'
import { chooseAssumptions } from './choose-assumptions.ts'
import type { CauseLoad, CostEstimate, CostInputs } from './cost-inputs.ts'
import { chooseCauses, costOfDoingNothing } from './cost-of-doing-nothing.ts'

const untimed = { timed: 0, seconds: 0, squares: 0 }

function aCause(id: string, perWeek: number): CauseLoad {
  const contacts = perWeek * 50
  return {
    id: causeId(id),
    name: id,
    contacts,
    repeats: 0,
    handOffs: 0,
    contactSquares: contacts,
    channels: [{ channel: 'phone', firsts: { contacts, ...untimed }, repeats: { contacts: 0, ...untimed } }],
    length: 1,
    weeks: new Array(50).fill(perWeek),
    leaving: { cannotSay: 'nobody says who left' },
  }
}

/** 50 whole weeks: Monday 7 July 2025 to Sunday 21 June 2026. */
const history = { from: '2025-07-07', to: '2026-06-21', weekdays: new Array(7).fill(10) }

function someInputs(
  causes: readonly CauseLoad[],
  entered: Readonly<Record<string, number>> = {},
): CostInputs {
  const exact = Object.entries({ minutesPerContact: 6, costPerHour: 60, volumeInAYear: 1, ...entered })
  const assumptions = chooseAssumptions(
    exact.map(([name, mid]) => ({ name, low: mid, mid, high: mid, by: 'Ann', at: '2026-06-30' })),
    { causes },
  )
  return { history: { ...history, causes }, assumptions, months: 12, currency: 'EUR', seed: 7, draws: 4000 }
}

function estimate(inputs: CostInputs): CostEstimate {
  const known = costOfDoingNothing(inputs)
  if (!isKnown(known)) throw new Error(known.cannotSay)
  return known
}

describe('costOfDoingNothing', () => {
  // 20 a week x 52.1775 weeks x 6 minutes x 1 a minute = 6261.3
  it('adds up the minutes of issues at the rate of the records', () => {
    const { mid, low, high, fan } = estimate(someInputs([aCause('refund', 20)]))
    expect(mid).toBeCloseTo(6261.3, -2)
    expect(low).toBeLessThan(mid)
    expect(high).toBeGreaterThan(mid)
    expect(fan).toHaveLength(12)
    expect(fan[5]?.mid).toBeCloseTo(mid / 2, -2)
  })

  it('refuses records that thin out before they end', () => {
    const cause = aCause('refund', 20)
    const weeks = cause.weeks.map((perWeek, week) => (week < 30 ? perWeek : 1))
    expect(costOfDoingNothing(someInputs([{ ...cause, weeks }]))).toEqual({
      cannotSay: expect.stringMatching(/^from 2 Feb 2026 on the records hold less than a tenth/),
    })
  })

  it('refuses records that swell at their end', () => {
    const cause = aCause('refund', 20)
    const weeks = cause.weeks.map((perWeek, week) => (week < cause.weeks.length - 5 ? 1 : perWeek * 10))
    expect(costOfDoingNothing(someInputs([{ ...cause, weeks }]))).toEqual({
      cannotSay: expect.stringMatching(/^each week before \d+ \w+ 2026 holds less than a tenth/),
    })
  })

  // half of the contacts repeat: 10 issues a week, each one first of 6 and one repeat of 9 minutes
  it('counts repeats at their own length, and hand-offs', () => {
    const all = { contacts: 500, ...untimed }
    const cause = {
      ...aCause('refund', 10),
      contacts: 1000,
      repeats: 500,
      handOffs: 500,
      contactSquares: 2000,
      channels: [{ channel: 'phone', firsts: all, repeats: all }],
    }
    const { mid, byCause } = estimate(someInputs([cause], { repeatFactor: 1.5, minutesPerHandOff: 3 }))
    expect(mid / (521.775 * 18)).toBeCloseTo(1, 1)
    expect(byCause[0]?.lines).toMatchObject({ handling: 7826.63, handOffs: 1565.32 })
  })

  it('gives the same bytes for the same inputs, and other draws for another seed', () => {
    const inputs = someInputs([aCause('refund', 20), aCause('router', 5)])
    expect(JSON.stringify(estimate(inputs))).toBe(JSON.stringify(estimate(inputs)))
    expect(estimate({ ...inputs, seed: 8 }).low).not.toBe(estimate(inputs).low)
  })

  it('says the same of a cause whichever others are looked at', () => {
    const both = someInputs([aCause('refund', 20), aCause('router', 5)])
    const [alone] = estimate(chooseCauses(both, new Set(['router']))).byCause
    expect(estimate(both).byCause[1]).toEqual(alone)
  })

  it('tells what the dearest causes cost together, nearer together than their ranges added up', () => {
    const causes = Array.from({ length: 12 }, (_, index) => aCause(`cause ${index}`, 2 + index))
    const { dearest, byCause } = estimate(someInputs(causes, { costPerHour: 60 }))
    const ten = byCause.slice(0, 10)
    const summed = (end: 'low' | 'mid' | 'high') => ten.reduce((sum, one) => sum + one[end], 0)
    expect(dearest.causes).toBe(10)
    expect(dearest.mid / summed('mid')).toBeCloseTo(1, 1)
    expect(dearest.high - dearest.low).toBeLessThan(0.6 * (summed('high') - summed('low')))
  })

  it('reports an error of drawing that is small beside the range', () => {
    const { simulation, low, high } = estimate({ ...someInputs([aCause('refund', 20)]), draws: 10_000 })
    expect(Math.max(simulation.error.low, simulation.error.mid, simulation.error.high)).toBeLessThan(
      (high - low) / 25,
    )
  })

  it('names what moves the result most, and leaves out what moves nothing', () => {
    const inputs = someInputs([aCause('refund', 20)])
    const assumptions = inputs.assumptions.map((assumption) =>
      assumption.name === 'costPerHour' ? { ...assumption, low: 20, high: 90 } : assumption,
    )
    const { swings } = estimate({ ...inputs, assumptions })
    expect(swings[0]).toMatchObject({ name: 'costPerHour', low: 2087.1, high: 9391.95 })
    expect(swings.map(({ name }) => name)).toEqual(['costPerHour', 'issues'])
  })

  it('counts the customers who leave only when somebody says what they are worth', () => {
    const leaving = { difference: 0.1, standardError: 0.01, low: 0.08, high: 0.12 }
    const rest = { leftWith: 0.2, leftWithout: 0.1, leftMatched: 0.1, windowDays: 90 }
    const overlap = {
      withCause: 100,
      withoutCause: 500,
      effectiveWithout: 300,
      unmatched: 0,
      worstBefore: 0.3,
      worstAfter: 0,
      worstTrait: 'plan: monthly',
    }
    const cause = { ...aCause('refund', 20), leaving: { ...leaving, ...rest, overlap } }
    const unpriced = estimate(someInputs([cause]))
    expect(unpriced.unsaid).toEqual([
      { line: 'lost', cannotSay: 'nobody has entered what a customer who leaves is worth' },
    ])
    expect(unpriced.byCause[0]?.customersLost).toMatchObject({ mid: expect.closeTo(104.4, -1) })
    // 1043.55 issues x 0.1 customers x 100, and half as much again for those who never said so
    const priced = estimate(someInputs([cause], { customerValue: 100, silentPerIssue: 0.5 }))
    expect(priced.byCause[0]?.lines).toMatchObject({ lost: 10435.5, silent: 5217.75 })
  })

  it.each([
    ['less than a week', { from: '2026-06-01', to: '2026-06-03' }, 'a week is the least'],
    ['no cause', { causes: [] }, 'no cause was chosen'],
  ])('says nothing of %s', (_, other, because) => {
    const inputs = someInputs([aCause('refund', 20)])
    const known = costOfDoingNothing({ ...inputs, history: { ...inputs.history, ...other } })
    expect(known).toEqual({ cannotSay: expect.stringContaining(because) })
  })
})
