import { dayMs, type Instant } from '../../core/base/time.ts'
import { randomFrom } from '../../core/stats/random.ts'
import type { DemoCause, Season } from '../causes/cause.ts'
import { causeNamed, causes } from '../causes/causes.ts'
import { daysBefore, story } from '../company.ts'
import { between, chance, pickWeighted } from '../random.ts'
import { likelyDay, wakingMoment } from './clock.ts'
import { type Customer, inventCustomer } from './customer.ts'
import { goThrough } from './go-through.ts'
import { type Draft, openIssue, type Telling } from './telling.ts'

/** Two issues of one customer about one cause are kept this far apart, so that no reading of 30 days joins them. */
const apartDays = 45

/** No customer's causes weigh more than this in total on any day. */
const ceiling = 320

/** Lets one customer live through their year; the same for the same seed and number, whatever the size of the story. */
export function live(
  seed: number,
  number: number,
  end: Instant,
): { customer: Customer; drafts: readonly Draft[] } {
  const random = randomFrom(seed, number)
  const customer = inventCustomer(number, random, end)
  const telling: Telling = { customer, random, end, storyEnd: end, drafts: [], cases: 0, issues: 0 }
  const lived: Lived[] = []
  const roots = 1 + (chance(random, 0.14) ? 1 : 0) + (chance(random, 0.05) ? between(random, 1, 2) : 0)
  for (let root = 0; root < roots; root++) {
    const { cause, at } = strike(telling)
    livesThrough(telling, lived, cause, at, 0)
  }
  const drafts = telling.drafts.filter((draft) => draft.at < end)
  return { customer, drafts: drafts.toSorted((left, right) => left.at - right.at) }
}

export type Lived = { readonly cause: string; readonly from: Instant; readonly to: Instant }

/** An issue from its beginning, and what comes of it. */
export function livesThrough(
  telling: Telling,
  lived: Lived[],
  cause: DemoCause,
  at: Instant,
  depth: number,
): void {
  if (at >= telling.end || isTooNear(lived, cause.id, at)) return
  const over = goThrough(telling, openIssue(telling, cause, at), at)
  lived.push({ cause: cause.id, from: at, to: over })
  if (cause.leadsTo === null || depth > 2 || !chance(telling.random, cause.leadsTo.share)) return
  const next = causeNamed(cause.leadsTo.cause)
  if (rateOf(next, telling.customer, over, telling.storyEnd) === 0) return
  const later = wakingMoment(over + between(telling.random, 3, 24) * dayMs, telling.random)
  if (chance(telling.random, changeFactor(next.id, later, telling.storyEnd)))
    livesThrough(telling, lived, next, later, depth + 1)
}

function isTooNear(lived: readonly Lived[], cause: string, at: Instant): boolean {
  // An issue can still grow after its start, so the margin before a later one is wider.
  return lived.some(
    (past) =>
      past.cause === cause && at > past.from - 3 * apartDays * dayMs && at < past.to + apartDays * dayMs,
  )
}

/** Draws when something happens and what, in proportion to the rates of that day. */
function strike(telling: Telling): { cause: DemoCause; at: Instant } {
  const { customer, random, end } = telling
  for (;;) {
    const at = wakingMoment(likelyDay(daysBefore(end, story.lengthDays), story.lengthDays, random), random)
    const rates = causes.map((cause) => rateOf(cause, customer, at, end))
    const total = rates.reduce((sum, rate) => sum + rate, 0)
    if (!chance(random, total / ceiling)) continue
    const index = pickWeighted(
      random,
      causes.map((_, each) => each),
      (each) => rates[each] ?? 0,
    )
    const cause = causes[index]
    if (cause !== undefined) return { cause, at }
  }
}

export function rateOf(cause: DemoCause, customer: Customer, at: Instant, end: Instant): number {
  if (cause.needs === 'internet' && !customer.hasInternet) return 0
  if (cause.needs === 'energy' && !customer.hasEnergy) return 0
  if (cause.startsDaysBeforeEnd !== null && at < daysBefore(end, cause.startsDaysBeforeEnd)) return 0
  const { driver } = cause
  const driven =
    driver !== null && attributesOf(customer, Math.min(at, end - 1))[driver.attribute] === driver.value
      ? driver.times
      : 1
  return (
    cause.weight * driven * seasonFactor(cause.season, customer, at, end) * changeFactor(cause.id, at, end)
  )
}

/** What the company knows of a customer on a day; the columns of an export that readings may find drivers in. */
export function attributesOf(customer: Customer, at: Instant): Readonly<Record<string, string>> {
  const { before, version } = story.firmwareRollOut
  return {
    product: customer.product,
    plan: customer.plan,
    region: customer.region,
    payment: customer.payment,
    firmware: !customer.hasInternet ? '' : at >= customer.firmwareAt ? version : before,
  }
}

function changeFactor(cause: string, at: Instant, end: Instant): number {
  let factor = 1
  for (const change of story.changes) {
    if (change.cause === cause && at >= daysBefore(end, change.daysBeforeEnd)) factor *= change.leaves
  }
  return factor
}

function seasonFactor(season: Season, customer: Customer, at: Instant, end: Instant): number {
  if (season === 'even') return 1
  if (season === 'storms') return stormFactor(customer, at, end)
  const peakMonth = season === 'winter' ? 0 : season === 'summer' ? 6 : 9
  const month = new Date(at).getUTCMonth()
  const distance = Math.min((month - peakMonth + 12) % 12, (peakMonth - month + 12) % 12)
  return 2 - distance * 0.25
}

function stormFactor(customer: Customer, at: Instant, end: Instant): number {
  // Behind the end of the story the same storms come again.
  const day = at < end ? at : at - story.lengthDays * dayMs
  const isHit = story.storms.some((storm) => {
    const from = daysBefore(end, storm.daysBeforeEnd)
    return customer.region === storm.region && day >= from && day < from + storm.lastsDays * dayMs
  })
  return isHit ? 12 : 0.7
}
