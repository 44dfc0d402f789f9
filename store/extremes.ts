import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { type Client, findOne } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** What is most, first and last in a reading. */
export type Extremes = {
  /** Hand-offs of one case, and of one issue of a known customer. */
  readonly mostInCase: number
  readonly mostInIssue: number
  /** First and last start of a contact; null where contacts carry no time. */
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
}

/** Each is the first entry of an index, whatever the size of the reading. */
export async function findExtremes(client: Client, scope: Scope, readingId: number): Promise<Extremes> {
  const contacts = sql`from contacts where workspace_id = ${scope} and reading_id = ${readingId}
    and coalesce(at, '-infinity') > '-infinity'`
  const found = await findOne(
    client,
    sql<Extremes>`
    select
      coalesce((select hand_offs from case_hand_offs where workspace_id = ${scope} and reading_id = ${readingId}
        order by hand_offs desc limit 1), 0) as "mostInCase",
      coalesce((select hand_offs from issues where workspace_id = ${scope} and reading_id = ${readingId} and has_customer
        order by hand_offs desc limit 1), 0) as "mostInIssue",
      (select at ${contacts} order by coalesce(at, '-infinity'), id limit 1) as "firstAt",
      (select at ${contacts} order by coalesce(at, '-infinity') desc, id desc limit 1) as "lastAt"`,
  )
  return found ?? { mostInCase: 0, mostInIssue: 0, firstAt: null, lastAt: null }
}
