import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { type Connection, streamRows } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** A contact of a known customer, as far as returns need it. */
export type FollowedContact = {
  readonly at: Instant
  readonly minutesToNext: number | null
  readonly minutesToSame: number | null
  readonly positionInIssue: number
}

const batchSize = 10_000

/** All contacts of known customers that carry a time, in batches, in no order. */
export async function* streamFollowUps(
  client: Connection,
  scope: Scope,
  readingId: number,
): AsyncGenerator<FollowedContact[]> {
  yield* streamRows(
    client,
    sql<FollowedContact>`
    select at, minutes_to_next as "minutesToNext", minutes_to_same as "minutesToSame",
      position_in_issue as "positionInIssue"
    from contacts where workspace_id = ${scope} and reading_id = ${readingId} and has_customer and at is not null`,
    batchSize,
  )
}
