import type { CauseId } from '../../base/ids.ts'
import { compareText } from '../../base/order.ts'
import { dayMs, type Instant } from '../../base/time.ts'
import type { LivedIssue } from '../next-needs/lived-issue.ts'

/** A cause that came up lately: "new since Tuesday, 41 customers". */
export type NewCause = { readonly cause: CauseId; readonly since: Instant; readonly customers: number }

/** Lately: long enough for a cause of one contact a day; and how much longer the data must reach back for "new" to mean anything. */
export const newDays = 60
export const leastDays = 120
/** Four in five of a new cause's issues at least are of late; the earlier ones were misread. */
const newShare = 0.8
const leastCustomers = 10

/**
 * Says which causes came up within the last 60 days: at least ten customers' issues, and nearly all of the cause's issues ever.
 * Assumes each customer's issues given once, in any order, and data of at least 120 days.
 * Refuses nothing: a cause that is only more frequent than before is not new. Cost: linear.
 */
export function findNewCauses(end: Instant) {
  const from = end - newDays * dayMs
  const late = new Map<CauseId, { readonly customers: Set<string>; readonly starts: Instant[] }>()
  const totals = new Map<CauseId, number>()

  function add(issues: readonly LivedIssue[]): void {
    for (const { cause, customer, firstAt } of issues) {
      if (cause === null) continue
      totals.set(cause, (totals.get(cause) ?? 0) + 1)
      if (firstAt < from) continue
      const known = late.get(cause) ?? { customers: new Set(), starts: [] }
      known.customers.add(customer)
      known.starts.push(firstAt)
      late.set(cause, known)
    }
  }

  function result(): readonly NewCause[] {
    return [...late]
      .filter(([cause, { starts }]) => starts.length >= newShare * (totals.get(cause) ?? 0))
      .map(([cause, { customers, starts }]) => ({
        cause,
        since: Math.min(...starts),
        customers: customers.size,
      }))
      .filter(({ customers }) => customers >= leastCustomers)
      .sort((left, right) => right.customers - left.customers || compareText(left.cause, right.cause))
  }

  return { add, result }
}
