import type { Range } from '../base/figure.ts'
import { daysPerMonth } from '../base/time.ts'
import { randomFrom } from '../stats/random.ts'
import type { ChangePlan } from './change.ts'

/** What a change would bring beside doing nothing over the same horizon, for which each of these is nought. */
export type ChangeValue = {
  /** Cost avoided. */
  readonly saved: Range
  /** Cost avoided, less what it costs to make and to run. */
  readonly netValue: Range
  /** From the decision on; null where it is not paid back within the horizon. */
  readonly paybackMonths: { readonly [End in keyof Range]: number | null }
  /** In how many of the draws it ends below nought. */
  readonly worseThanNothing: {
    readonly value: number
    readonly standardError: number
    readonly draws: number
  }
  /** What each week of waiting loses. */
  readonly waitingWeek: Range
}

export type ValueInput = {
  readonly plan: ChangePlan
  /** What doing nothing costs within the scope of the change over the horizon. */
  readonly atStake: Range
  readonly months: number
  /** The same seed draws the same stakes, so that changes that are compared differ by themselves only. */
  readonly seed: number
}

const draws = 10_000
const weeksPerMonth = daysPerMonth / 7

/**
 * Values a change beside doing nothing, by drawing what is not known: what is at stake, the effect, the costs.
 * Assumes: costs arise evenly over the horizon; the effect sets in whole after the lead time; low and high are the ends
 * of belief, the middle its median, and the quantities are independent. Refuses: nothing; `whyNotPlan` comes before.
 * Source: docs/method/changes.md. Cost: O(draws).
 */
export function valueChange({ plan, atStake, months, seed }: ValueInput): ChangeValue {
  const lead = Math.min(months, plan.leadDays / daysPerMonth)
  const drawOf = (range: Range, stream: number) => {
    const random = randomFrom(seed, stream)
    return Float64Array.from({ length: draws }, () => at(range, random()))
  }
  const stakes = drawOf(atStake, 0)
  const effects = drawOf(plan.effect, 1)
  const makes = drawOf(plan.costToMake, 2)
  const gains = stakes.map((stake, index) => (stake / months) * (effects[index] ?? 0))
  const aMonth = drawOf(plan.costToRun, 3).map((run, index) => (gains[index] ?? 0) - run)
  const net = aMonth.map((worth, index) => worth * (months - lead) - (makes[index] ?? 0))
  const worse = net.reduce((count, worth) => count + (worth < 0 ? 1 : 0), 0) / draws
  return {
    saved: summarise(gains.map((gain) => gain * (months - lead))),
    netValue: summarise(net),
    paybackMonths: within(
      summarise(aMonth.map((worth, index) => lead + payback(makes[index] ?? 0, worth))),
      months,
    ),
    worseThanNothing: { value: worse, standardError: Math.sqrt((worse * (1 - worse)) / draws), draws },
    waitingWeek: summarise(aMonth.map((worth) => worth / weeksPerMonth)),
  }
}

/** Months until what is gained each month has paid for the making. */
function payback(make: number, aMonth: number): number {
  if (make === 0) return aMonth >= 0 ? 0 : Number.POSITIVE_INFINITY
  return aMonth > 0 ? make / aMonth : Number.POSITIVE_INFINITY
}

/** The value of a range at a quantile: two triangles that meet at the middle, which is the median. */
function at({ low, mid, high }: Range, quantile: number): number {
  if (quantile < 0.5) return low + (mid - low) * Math.sqrt(2 * quantile)
  return high - (high - mid) * Math.sqrt(2 * (1 - quantile))
}

function summarise(values: Float64Array): Range {
  const sorted = values.toSorted()
  const quantile = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return { low: quantile(0.025), mid: quantile(0.5), high: quantile(0.975) }
}

function within({ low, mid, high }: Range, months: number): ChangeValue['paybackMonths'] {
  const known = (value: number) => (value <= months ? value : null)
  return { low: known(low), mid: known(mid), high: known(high) }
}
