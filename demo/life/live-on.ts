import { dayMs, type Instant } from '../../core/base/time.ts'
import { randomFrom } from '../../core/stats/random.ts'
import { causes } from '../causes/causes.ts'
import { daysBefore, story } from '../company.ts'
import { chance, pickWeighted } from '../random.ts'
import { wakingMoment, weekdayWeights } from './clock.ts'
import { type Customer, inventCustomer } from './customer.ts'
import { type Lived, livesThrough, rateOf } from './live.ts'
import type { Draft, Telling } from './telling.ts'

/** How many issues a customer's year begins with, on average, as `live` draws them. */
const beginnings = 1 + 0.14 + 0.05 * 1.5

/** Issues that begin in the coming year are told to their end. */
const lastIssueDays = 120

const apart = 0x51ed270b

/**
 * The same customer's next year if nothing changes: every cause goes on arising at the rate it had at the end of the story, with
 * its season. Nobody reads it; it is what the story's future really brings.
 */
export function liveOn(seed: number, number: number, end: Instant): readonly Draft[] {
  const customer = inventCustomer(number, randomFrom(seed, number), end)
  const random = randomFrom(seed ^ apart, number)
  const stop = end + (story.lengthDays + lastIssueDays) * dayMs
  const telling: Telling = { customer, random, end: stop, storyEnd: end, drafts: [], cases: 0, issues: 0 }
  const lived: Lived[] = []
  const usual = meanRate(customer, end)
  for (let day = 0; day < story.lengthDays; day++) {
    const at = wakingMoment(end + day * dayMs, random)
    const rates = causes.map((cause) => rateOf(cause, customer, at, end))
    const total = rates.reduce((sum, rate) => sum + rate, 0)
    const begins = (beginnings / story.lengthDays) * (total / usual) * weekdayShare(at)
    if (!chance(random, begins)) continue
    const index = pickWeighted(random, [...causes.keys()], (each) => rates[each] ?? 0)
    const cause = causes[index]
    if (cause !== undefined) livesThrough(telling, lived, cause, at, 0)
  }
  return telling.drafts.toSorted((left, right) => left.at - right.at)
}

/** All rates together over the told year, on average. */
function meanRate(customer: Customer, end: Instant): number {
  const steps = 73
  const from = daysBefore(end, story.lengthDays)
  const days = Array.from(
    { length: steps },
    (_, step) => from + ((step + 0.5) * story.lengthDays * dayMs) / steps,
  )
  const totals = days.map((day) => causes.reduce((sum, cause) => sum + rateOf(cause, customer, day, end), 0))
  return totals.reduce((sum, total) => sum + total, 0) / steps
}

function weekdayShare(at: Instant): number {
  const whole = weekdayWeights.reduce((sum: number, weight) => sum + weight, 0)
  return (7 * (weekdayWeights[new Date(at).getUTCDay()] ?? 0)) / whole
}
