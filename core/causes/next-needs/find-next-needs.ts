import type { Share } from '../../base/figure.ts'
import type { CauseId } from '../../base/ids.ts'
import { compareText } from '../../base/order.ts'
import { acceptedByBenjaminiHochberg } from '../../stats/benjamini-hochberg.ts'
import { atLeast } from '../../stats/hypergeometric.ts'
import { wilson } from '../../stats/wilson.ts'
import type { NextNeedCount, NextNeedCounts } from './count-next-needs.ts'

/** What customers with an issue of `cause` come back with, more often than others come with it. */
export type NextNeed = NextNeedCount & {
  /** Of the issues of `cause` whose window is observed. */
  readonly share: Share
  /** Share of other issues that `next` followed. */
  readonly shareOtherwise: number
  readonly lift: { readonly value: number; readonly low: number; readonly high: number }
}

/** Fewer issues or followers than these would be chance or a misreading more often than a need. */
const leastIssues = 20
const leastFollowed = 5
/** One contact in twenty is read as about another cause than it is, which alone makes some pairs twice as frequent as they are. */
const leastLift = 3
/** Of the needs reported, at most this share is expected to be chance. */
const falseShare = 0.05
const z95 = 1.959964

/**
 * Finds which causes follow which more than by chance: the share of a cause's issues that another came next after, against the
 * same share among all other issues, by Fisher's exact test; of all pairs tried, at most 5 % of those reported are
 * expected to be chance (Benjamini-Hochberg 1995). The interval of the lift is Katz's (1978).
 * Assumes counts from countNextNeeds. Refuses pairs with fewer than 20 issues before or 5 after, or not surely three times as
 * frequent as otherwise. Says that one follows, not why.
 * Strongest first. Method: docs/method/next-needs.md. Cost: O(pairs).
 */
export function findNextNeeds({ observed, pairs }: NextNeedCounts): readonly NextNeed[] {
  const all = sum(observed.values())
  const followedBy = new Map<CauseId, number>()
  for (const { next, followed } of pairs) followedBy.set(next, (followedBy.get(next) ?? 0) + followed)
  const tested = pairs
    .filter(({ cause }) => (observed.get(cause) ?? 0) >= leastIssues)
    .map((pair) => {
      const issues = observed.get(pair.cause) ?? 0
      // An issue of the cause itself can't be followed by another of it within the window: that would be the same issue.
      const others = all - issues - (observed.get(pair.next) ?? 0)
      return test(pair, { issues, others, followedOthers: (followedBy.get(pair.next) ?? 0) - pair.followed })
    })
    .filter((need) => need !== null)
  const accepted = acceptedByBenjaminiHochberg(
    tested.map(({ pValue }) => pValue),
    falseShare,
  )
  return tested
    .filter(
      ({ need, pValue }) =>
        pValue <= accepted && need.lift.low >= leastLift && need.followed >= leastFollowed,
    )
    .map(({ need }) => need)
    .sort(
      (left, right) =>
        right.lift.low - left.lift.low ||
        compareText(left.cause, right.cause) ||
        compareText(left.next, right.next),
    )
}

type Sides = { readonly issues: number; readonly others: number; readonly followedOthers: number }

function test(pair: NextNeedCount, { issues, others, followedOthers }: Sides) {
  const share = wilson(pair.followed, issues)
  if (share === null || others < leastIssues) return null
  const pValue = atLeast(pair.followed, {
    population: issues + others,
    marked: pair.followed + followedOthers,
    drawn: issues,
  })
  const lift = liftOf(pair.followed, issues, followedOthers, others)
  return { pValue, need: { ...pair, share, shareOtherwise: followedOthers / others, lift } }
}

/** Half an issue more on each side keeps the ratio finite where the need never comes up otherwise. */
function liftOf(followed: number, issues: number, followedOthers: number, others: number): NextNeed['lift'] {
  const half = followedOthers === 0 ? 0.5 : 0
  const [a, n, b, m] = [followed + half, issues + half, followedOthers + half, others + half]
  const value = a / n / (b / m)
  const reach = Math.exp(z95 * Math.sqrt(Math.max(0, 1 / a - 1 / n + 1 / b - 1 / m)))
  return { value, low: value / reach, high: value * reach }
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
