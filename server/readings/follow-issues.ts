import type { Instant } from '../../core/base/time.ts'
import { countNextNeeds } from '../../core/causes/next-needs/count-next-needs.ts'
import { findNextNeeds, type NextNeed } from '../../core/causes/next-needs/find-next-needs.ts'
import type { LivedIssue } from '../../core/causes/next-needs/lived-issue.ts'
import { findNewCauses, type NewCause } from '../../core/causes/tree/new-causes.ts'
import { streamLivedIssues } from '../../store/lived-issues.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'

/** What shows only when a customer's issues are seen one after the other. */
export type FollowedIssues = {
  readonly nextNeeds: readonly NextNeed[]
  readonly newCauses: readonly NewCause[]
}

/** Follows every customer from issue to issue, up to the last contact of all. */
export async function followIssues(
  { store }: Pick<Service, 'store'>,
  scope: Scope,
  { readingId, lastAt }: { readonly readingId: number; readonly lastAt: Instant },
): Promise<FollowedIssues> {
  const needs = countNextNeeds(lastAt)
  const fresh = findNewCauses(lastAt)
  await inTransaction(store.pool, async (client) => {
    for await (const issues of byCustomer(streamLivedIssues(client, scope, readingId))) {
      needs.add(issues)
      fresh.add(issues)
    }
  })
  return { nextNeeds: findNextNeeds(needs.result()), newCauses: fresh.result() }
}

async function* byCustomer(
  batches: AsyncIterable<readonly LivedIssue[]>,
): AsyncGenerator<readonly LivedIssue[]> {
  let open: LivedIssue[] = []
  for await (const batch of batches) {
    for (const issue of batch) {
      if (open[0] !== undefined && open[0].customer !== issue.customer) {
        yield open
        open = []
      }
      open.push(issue)
    }
  }
  if (open.length > 0) yield open
}
