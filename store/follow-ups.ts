import { sql } from 'kysely'
import { dayMs, type Instant } from '../core/base/time.ts'
import { type Client, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** A contact of a known customer, as far as returns need it. */
export type FollowedContact = {
  readonly at: Instant
  readonly minutesToNext: number | null
  readonly minutesToSame: number | null
  readonly positionInIssue: number
  readonly rating: number | null
  readonly source: string
}

/** All contacts of known customers that start in these days of 24 hours, in no order. */
export async function listFollowUpsOn(
  client: Client,
  scope: Scope,
  { readingId, days }: { readingId: number; days: readonly Instant[] },
): Promise<FollowedContact[]> {
  const starts = days.map((day) => new Date(day))
  const ends = days.map((day) => new Date(day + dayMs))
  return list(
    client,
    sql<FollowedContact>`
    select c.at, c.minutes_to_next as "minutesToNext", c.minutes_to_same as "minutesToSame",
      c.position_in_issue as "positionInIssue", c.rating, c.source
    from unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) d (start, until)
    join contacts c on c.workspace_id = ${scope} and c.reading_id = ${readingId}
      and coalesce(c.at, '-infinity') >= d.start and coalesce(c.at, '-infinity') < d.until
    where c.has_customer`,
  )
}
