import { cannotSay, type Known } from '../base/cannot-say.ts'
import type { Range } from '../base/figure.ts'
import type { CauseId } from '../base/ids.ts'
import { invariant } from '../base/invariant.ts'
import { daysPerMonth } from '../base/time.ts'
import type { Assumption, AssumptionName } from './assumption.ts'

/** What the records show of one cause over the data's period. */
export type CauseLoad = {
  readonly id: CauseId
  readonly name: string
  readonly contacts: number
  /** Contacts that are not the first of their issue; 0 where issues are not known. */
  readonly repeats: number
  readonly handOffs: number
}

export type CauseCost = Range & { readonly id: CauseId; readonly name: string; readonly contacts: number }

export type Cost = Range & {
  readonly currency: string
  readonly months: number
  readonly byCause: readonly CauseCost[]
  readonly assumptions: readonly Assumption[]
}

export type CostInput = {
  readonly loads: readonly CauseLoad[]
  /** Length of the data's period in days; null when the records carry no times. */
  readonly periodDays: number | null
  readonly months: number
  readonly currency: string
  readonly assumptions: readonly Assumption[]
}

/** Fewer days than this say nothing about a year. */
const minimumDays = 7

/**
 * What it costs to leave things as they are: contacts go on at the rate of the data's period, each at the cost of
 * handling it; repeats take longer, hand-offs cost extra. Low, mid and high put all assumptions at their low, mid and
 * high value together, so the range is wide on purpose.
 * Assumes: a flat rate, no season. Refuses: records without times, or less than a week of them.
 * Source: docs/method/cost.md. Cost: O(causes).
 */
export function estimateCost(input: CostInput): Known<Cost> {
  const { loads, periodDays, months, currency, assumptions } = input
  if (periodDays === null) {
    return cannotSay('the records carry no times, so contacts a month are not known')
  }
  if (periodDays < minimumDays) {
    return cannotSay(
      `the records span ${periodDays.toFixed(1)} days; a week is the least that tells a monthly rate`,
    )
  }
  const scale = (months * daysPerMonth) / periodDays
  const byCause = loads.map(
    (load): CauseCost => ({
      id: load.id,
      name: load.name,
      contacts: load.contacts * scale,
      low: costAt(load, assumptions, 'low') * scale,
      mid: costAt(load, assumptions, 'mid') * scale,
      high: costAt(load, assumptions, 'high') * scale,
    }),
  )
  byCause.sort((left, right) => right.mid - left.mid || (left.id < right.id ? -1 : 1))
  const total = (bound: keyof Range) => byCause.reduce((sum, cause) => sum + cause[bound], 0)
  return { currency, months, low: total('low'), mid: total('mid'), high: total('high'), byCause, assumptions }
}

function costAt(load: CauseLoad, assumptions: readonly Assumption[], bound: keyof Range): number {
  const value = (name: AssumptionName) => {
    const assumption = assumptions.find((known) => known.name === name)
    invariant(assumption, `no assumption named ${name}`)
    return assumption[bound]
  }
  const firsts = load.contacts - load.repeats
  const minutes =
    value('minutesPerContact') * (firsts + load.repeats * value('repeatFactor')) +
    load.handOffs * value('minutesPerHandOff')
  return (minutes / 60) * value('costPerHour')
}
