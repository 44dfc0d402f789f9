import type { CauseId, IssueId } from '../../base/ids.ts'
import { compareText } from '../../base/order.ts'
import { dayMs, type Instant } from '../../base/time.ts'
import type { LivedIssue } from './lived-issue.ts'

/** Days after an issue's last contact in which another counts as coming next. */
export const nextNeedDays = 30
const examplesKept = 3

/** How often an issue of one cause was the next thing that customers with another came about. */
export type NextNeedCount = {
  readonly cause: CauseId
  readonly next: CauseId
  /** Issues of `cause` that one of `next` followed. */
  readonly followed: number
  /** Contacts of the issues that followed. */
  readonly contacts: number
  readonly examples: readonly { readonly issue: IssueId; readonly next: IssueId }[]
}

export type NextNeedCounts = {
  /** Issues whose whole window lies inside the data, by cause. */
  readonly observed: ReadonlyMap<CauseId, number>
  readonly pairs: readonly NextNeedCount[]
}

/**
 * Counts what customers come about next: for each issue, the customer's first later one of another cause within 30 days of its
 * last contact. Issues whose window reaches beyond `end` are left out, because nobody knows yet.
 * Assumes each customer given once, with all their issues in any order. Cost: O(n log n) in the customer's issues.
 */
export function countNextNeeds(end: Instant) {
  const observed = new Map<CauseId, number>()
  const pairs = new Map<string, NextNeedCount>()

  function add(issues: readonly LivedIssue[]): void {
    const inTurn = issues.toSorted(
      (left, right) => left.firstAt - right.firstAt || compareText(left.id, right.id),
    )
    for (const issue of inTurn) {
      const until = issue.lastAt + nextNeedDays * dayMs
      if (issue.cause === null || until > end) continue
      observed.set(issue.cause, (observed.get(issue.cause) ?? 0) + 1)
      const next = inTurn.find(
        ({ cause, firstAt }) =>
          cause !== null && cause !== issue.cause && firstAt > issue.firstAt && firstAt < until,
      )
      if (next !== undefined && next.cause !== null) addPair(issue.cause, issue.id, next.cause, next)
    }
  }

  function addPair(cause: CauseId, issue: IssueId, next: CauseId, { id, contacts }: LivedIssue): void {
    const key = JSON.stringify([cause, next])
    const known = pairs.get(key) ?? { cause, next, followed: 0, contacts: 0, examples: [] }
    const examples = [...known.examples, { issue, next: id }].sort((left, right) =>
      compareText(left.issue, right.issue),
    )
    pairs.set(key, {
      cause,
      next,
      followed: known.followed + 1,
      contacts: known.contacts + contacts,
      examples: examples.slice(0, examplesKept),
    })
  }

  function result(): NextNeedCounts {
    const keys = [...pairs.keys()].sort(compareText)
    return { observed, pairs: keys.flatMap((key) => pairs.get(key) ?? []) }
  }

  return { add, result }
}
