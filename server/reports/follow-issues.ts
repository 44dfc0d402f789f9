import type { Instant } from '../../core/base/time.ts'
import { countNextNeeds } from '../../core/causes/next-needs/count-next-needs.ts'
import { findNextNeeds, type NextNeed } from '../../core/causes/next-needs/find-next-needs.ts'
import type { LivedIssue } from '../../core/causes/next-needs/lived-issue.ts'
import { findNewCauses, type NewCause } from '../../core/causes/tree/new-causes.ts'
import { streamLivedIssues } from '../../store/lived-issues.ts'
import type { Connection } from '../../store/postgres/client.ts'
import { findFollowed, saveFollowed } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'

/** What shows only when a customer's issues are seen one after the other. */
export type FollowedIssues = {
  readonly nextNeeds: readonly NextNeed[]
  readonly newCauses: readonly NewCause[]
}

/** Follows every customer from issue to issue, up to the last contact of all, and keeps what was found. */
export async function followIssues(
  client: Connection,
  scope: Scope,
  { readingId, lastAt }: { readonly readingId: number; readonly lastAt: Instant },
): Promise<FollowedIssues> {
  const needs = countNextNeeds(lastAt)
  const fresh = findNewCauses(lastAt)
  for await (const issues of byCustomer(streamLivedIssues(client, scope, readingId))) {
    needs.add(issues)
    fresh.add(issues)
  }
  const followed = { nextNeeds: findNextNeeds(needs.result()), newCauses: fresh.result() }
  await saveFollowed(client, scope, { id: readingId, followed })
  return followed
}

/** As followed last; null before the first time. */
export async function lastFollowed(
  client: Connection,
  scope: Scope,
  readingId: number,
): Promise<FollowedIssues | null> {
  const followed = await findFollowed(client, scope, readingId)
  return isFollowed(followed) ? followed : null
}

/** Written by ourselves only. */
function isFollowed(document: unknown): document is FollowedIssues {
  return typeof document === 'object' && document !== null && 'nextNeeds' in document
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
