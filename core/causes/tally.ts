import type { CauseId } from '../base/ids.ts'
import { compareText } from '../base/order.ts'
import type { Instant } from '../base/time.ts'
import { joinReviewCandidates, type ReviewCandidates } from '../signals/corrections/review-candidates.ts'
import { noPostures } from '../signals/posture-of-group.ts'
import type { Posture } from '../signals/signal.ts'
import { bareTree, type NumberTree, sumTrees } from '../stats/sum-trees.ts'
import type { Cause } from './cause.ts'
import { bestQuotes, type Quote } from './quotes.ts'
import { keepLives, type Life } from './tallies/sample-lives.ts'
import { emptyLoads, type Loads } from './tallies/tally-load.ts'

type Counts = Record<string, number>

/** How a group's messages treat customers: month > posture > messages, and who wrote them. */
export type PostureGroup = { months: Record<string, Record<Posture, number>>; agents: Counts }

/** Hand-offs over cases, or over issues. */
export type HandOffCounts = { places: number; withHandOff: number; handOffs: number; pingPong: number }

export type CauseCounts = {
  contacts: number
  repeats: number
  customers: number
  issues: number
  handOffs: number
  weeks: Counts
}

/** What is added up while customers are read; `null` causes are counted under the empty name. */
export type TallyCounts = {
  interactions: number
  customers: number
  contacts: number
  contactsWithoutCustomer: number
  repeats: number
  issues: number
  teams: Counts
  agents: Counts
  channels: Counts
  weeks: Record<string, { contacts: number; repeats: number }>
  cases: HandOffCounts
  issueHandOffs: HandOffCounts
  companyTexts: number
  spokenHandOffs: number
  postures: Record<Posture, number>
  teamPostures: Record<string, PostureGroup>
  causePostures: Record<string, PostureGroup>
  emotions: Counts
  /** By kind of signal. */
  signals: Record<string, { messages: number; customers: number }>
  texts: number
  read: number
  unassigned: number
  languages: Counts
  causes: Record<string, CauseCounts>
  /** attribute > value > cause > contacts. */
  attributes: Record<string, Record<string, Counts>>
  loads: Loads
}

/**
 * What a pass over customers adds up to. Plain JSON: partitions are tallied apart, on any core or machine, and the sum
 * does not depend on who tallied what.
 */
export type Tally = {
  readonly counts: TallyCounts & NumberTree
  readonly mostInCase: number
  readonly mostInIssue: number
  /** First and last start of a contact. */
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  readonly quotes: Readonly<Record<string, readonly Quote[]>>
  readonly review: ReviewCandidates
  /** A sample of customers, for what comes after their issues. */
  readonly lives: readonly Life[]
  /** Causes that are categories of the source, by id. */
  readonly categories: ReadonlyMap<CauseId, Cause>
}

export const quotesKept = 6

export function emptyTally(): Tally {
  const handOffs = { places: 0, withHandOff: 0, handOffs: 0, pingPong: 0 }
  return {
    counts: {
      interactions: 0,
      customers: 0,
      contacts: 0,
      contactsWithoutCustomer: 0,
      repeats: 0,
      issues: 0,
      teams: bareTree(),
      agents: bareTree(),
      channels: bareTree(),
      weeks: bareTree(),
      cases: { ...handOffs },
      issueHandOffs: { ...handOffs },
      companyTexts: 0,
      spokenHandOffs: 0,
      postures: noPostures(),
      teamPostures: bareTree(),
      causePostures: bareTree(),
      emotions: bareTree(),
      signals: bareTree(),
      texts: 0,
      read: 0,
      unassigned: 0,
      languages: bareTree(),
      causes: bareTree(),
      attributes: bareTree(),
      loads: emptyLoads(),
    },
    mostInCase: 0,
    mostInIssue: 0,
    firstAt: null,
    lastAt: null,
    quotes: {},
    lives: [],
    review: {},
    categories: new Map(),
  }
}

/** Sums the tallies of several passes over different customers. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (left, right) => ({
      counts: sumTrees(left.counts, right.counts),
      mostInCase: Math.max(left.mostInCase, right.mostInCase),
      mostInIssue: Math.max(left.mostInIssue, right.mostInIssue),
      firstAt: extreme(Math.min, left.firstAt, right.firstAt),
      lastAt: extreme(Math.max, left.lastAt, right.lastAt),
      quotes: sumQuotes(left.quotes, right.quotes),
      lives: keepLives([...left.lives, ...right.lives]),
      review: joinReviewCandidates(left.review, right.review),
      categories: joinCategories(left.categories, right.categories),
    }),
    emptyTally(),
  )
}

/** Of several spellings of one category the first in order is kept, so that it does not matter who saw which. */
function joinCategories(left: Tally['categories'], right: Tally['categories']): Tally['categories'] {
  const joined = new Map(left)
  for (const [id, cause] of right) {
    const known = joined.get(id)
    if (known === undefined || compareText(cause.name, known.name) < 0) joined.set(id, cause)
  }
  return joined
}

export function extreme(
  choose: (left: number, right: number) => number,
  left: Instant | null,
  right: Instant | null,
): Instant | null {
  return left === null || right === null ? (left ?? right) : choose(left, right)
}

function sumQuotes(left: Tally['quotes'], right: Tally['quotes']): Tally['quotes'] {
  const causes = new Set([...Object.keys(left), ...Object.keys(right)])
  return Object.fromEntries(
    [...causes].map((cause) => [
      cause,
      bestQuotes([...(left[cause] ?? []), ...(right[cause] ?? [])], quotesKept),
    ]),
  )
}
