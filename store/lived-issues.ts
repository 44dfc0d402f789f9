import { sql } from 'kysely'
import type { LivedIssue } from '../core/causes/next-needs/lived-issue.ts'
import { type Connection, streamRows } from './postgres/client.ts'
import type { Scope } from './scope.ts'

const batchSize = 10_000

/** All issues of known customers that carry a time, customer by customer, in batches. */
export async function* streamLivedIssues(
  client: Connection,
  scope: Scope,
  readingId: number,
): AsyncGenerator<LivedIssue[]> {
  yield* streamRows(
    client,
    sql<LivedIssue>`
    select id, customer, cause_id as "cause", first_at as "firstAt", last_at as "lastAt", contacts
    from issues where workspace_id = ${scope} and reading_id = ${readingId} and has_customer and first_at is not null
    order by customer`,
    batchSize,
  )
}
