import { dayMs, type Instant, toDay } from '../base/time.ts'
import { type IssueFacts, whyNotFor } from './fits.ts'
import {
  type AuthorityRole,
  authorityOf,
  type Guideline,
  type GuidelineOption,
  type Minor,
} from './guideline.ts'
import { findBroken, type Limit, limitsOf } from './limits.ts'

/** An issue of the past, as far as a guideline asks. */
export type PastIssue = {
  readonly id: string
  readonly customer: string
  /** When it would have been decided: at its last contact. */
  readonly at: Instant
  readonly contacts: number
  readonly lastingDays: number
  readonly channels: readonly string[]
}

/** Who would have decided: how many people of which role, sharing the issues of a day evenly. */
export type Deciders = { readonly role: AuthorityRole; readonly people: number }

/** What would have been, if each customer had chosen in one way. */
export type Replayed = {
  readonly atOnce: number
  /** Would have become exceptions, by the limit that they broke. */
  readonly beyond: Readonly<Record<Limit['kind'], number>>
  readonly cost: Minor
  readonly dearestDay: { readonly day: string; readonly cost: Minor } | null
}

export type Replay = {
  readonly issues: number
  /** Nothing could have been offered: no option's conditions were met. */
  readonly withoutOption: number
  /** At least two to choose from. */
  readonly withChoice: number
  /** If everybody had chosen what costs us least, and what is worth most to them. */
  readonly least: Replayed
  readonly most: Replayed
}

/**
 * What past issues would have looked like under a guideline: how many customers could have been offered something, what
 * would have gone at once, what beyond authority and why, and what it would have cost. What they would have chosen is not
 * known, so it is told for the two ends. Assumes issues of the guideline's causes, in any order, decided by people who
 * share each day's issues evenly; that nobody comes back less often because of it (a change's verdict tells that).
 * Says nothing of the future. Cost: O(n log n).
 */
export function replayGuideline(
  guideline: Guideline,
  issues: readonly PastIssue[],
  deciders: Deciders,
): Replay {
  const ordered = [...issues].sort(
    (left, right) => left.at - right.at || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0),
  )
  const offers = ordered.map((issue) => countOffers(guideline, issue))
  return {
    issues: ordered.length,
    withoutOption: offers.filter((count) => count === 0).length,
    withChoice: offers.filter((count) => count > 1).length,
    least: replayChoice(guideline, ordered, { deciders, choose: (left, right) => left.cost - right.cost }),
    most: replayChoice(guideline, ordered, { deciders, choose: (left, right) => right.value - left.value }),
  }
}

function countOffers({ options }: Guideline, issue: PastIssue): number {
  return options.filter((option) => whyNotFor(option, { ...issue, daysSinceGrant: null }) === null).length
}

type Way = {
  readonly deciders: Deciders
  choose(left: GuidelineOption, right: GuidelineOption): number
}

function replayChoice(
  guideline: Guideline,
  ordered: readonly PastIssue[],
  { deciders, choose }: Way,
): Replayed {
  const byChoice = [...guideline.options].sort(choose)
  const authority = authorityOf(guideline, deciders.role)
  const drawn = new Map<string, number>()
  const lastGrant = new Map<string, Instant>()
  const turns = new Map<string, number>()
  const byDay = new Map<string, Minor>()
  const beyond = { perGrant: 0, perIssue: 0, perDay: 0, shareOfIssues: 0 }
  let atOnce = 0
  let cost = 0
  for (const issue of ordered) {
    const facts = factsOf(issue, lastGrant.get(issue.customer) ?? null)
    const option = byChoice.find((one) => whyNotFor(one, facts) === null)
    if (option === undefined) continue
    const day = toDay(issue.at)
    const turn = turns.get(day) ?? 0
    turns.set(day, turn + 1)
    const person = String(turn % Math.max(1, deciders.people))
    const spending = { guideline: 0, person, issue: issue.id, day, cost: option.cost }
    const limits =
      authority === null
        ? [nothing]
        : limitsOf(authority, { ...spending, issuesWithin30Days: ordered.length })
    const broken = findBroken(limits, (key) => drawn.get(key) ?? 0)
    if (broken !== null) {
      beyond[broken.kind] += 1
      continue
    }
    for (const { key, takes } of limits) if (key !== '') drawn.set(key, (drawn.get(key) ?? 0) + takes)
    lastGrant.set(issue.customer, issue.at)
    byDay.set(day, (byDay.get(day) ?? 0) + option.cost)
    atOnce += 1
    cost += option.cost
  }
  return { atOnce, beyond, cost, dearestDay: dearest(byDay) }
}

/** Of a role without authority: whatever it would grant is more than it may. */
const nothing: Limit = { kind: 'perGrant', key: '', takes: 1, most: 0 }

function factsOf(issue: PastIssue, lastGrant: Instant | null): IssueFacts {
  return { ...issue, daysSinceGrant: lastGrant === null ? null : (issue.at - lastGrant) / dayMs }
}

function dearest(byDay: ReadonlyMap<string, Minor>): Replayed['dearestDay'] {
  let found: Replayed['dearestDay'] = null
  for (const [day, cost] of byDay) if (found === null || cost > found.cost) found = { day, cost }
  return found
}
