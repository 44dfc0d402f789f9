import { type RawBuilder, sql } from 'kysely'
import { type Connection, streamRows } from './postgres/client.ts'
import {
  columnsOwnedBy,
  counted,
  fromRow,
  type InteractionRow,
  interactionColumns,
  type StoredInteraction,
} from './rows/interaction-row.ts'
import type { Scope } from './scope.ts'
import { shareOf } from './unread.ts'

/** How many parts the facts are kept in; a customer lies wholly in one, so that parts can be read side by side. */
export const partitionCount = 16

const batchSize = 2000

/**
 * The interactions of all customers of one part as a reading knows them: as they were when it began, whatever came since.
 * In batches: customer by customer, each in the order of time (what has no time last). A fact is kept under its own
 * identity; when that belongs to another customer, it is read in the part of the customer. Over all parts, each
 * interaction comes exactly once.
 */
export async function* streamPartition(
  client: Connection,
  scope: Scope,
  part: { readonly readingId: number; readonly partition: number },
): AsyncGenerator<StoredInteraction[]> {
  for await (const rows of streamRows(client, partitionSql(scope, part), batchSize)) yield rows.map(fromRow)
}

/**
 * `offset 0` has each looked up by its key: of what was just written, and of a reading that has just begun, PostgreSQL
 * takes there to be next to nothing, and a join would walk all of it for every row.
 */
function partitionSql(scope: Scope, { readingId, partition }: { readingId: number; partition: number }) {
  const own = sql.table(`interactions_p${String(partition).padStart(2, '0')}`)
  const owner = sql`coalesce(o.was_customer, d.customer, i.identity)`
  const liesHere = (identity: RawBuilder<unknown>) =>
    sql<boolean>`satisfies_hash_partition('interactions'::regclass, ${sql.lit(partitionCount)}, ${sql.lit(partition)}, ${scope}::int, ${identity})`
  const asRead = sql`
    left join lateral (select x.was_read from unread x
      where x.workspace_id = ${scope} and x.reading_id = ${readingId} and x.share = ${shareOf(sql`i.identity`)}
        and x.identity = i.identity and x.interaction_id = i.id offset 0) u on true
    left join lateral (select x.id from superseded x
      where x.workspace_id = ${scope} and x.id = i.id offset 0) s on true`
  const owners = (identity: RawBuilder<unknown>) => sql`
    left join identities d on d.workspace_id = ${scope} and d.identity = ${identity}
    left join lateral (select x.was_customer from unread_owners x
      where x.workspace_id = ${scope} and x.reading_id = ${readingId} and x.identity = ${identity} offset 0) o on true`
  const wasRead = sql`coalesce(u.was_read, s.id is null)`
  return sql<InteractionRow>`
    select ${columnsOwnedBy(owner)} from ${own} i ${owners(sql.ref('i.identity'))} ${asRead}
    where i.workspace_id = ${scope} and ${wasRead}
      and (coalesce(o.was_customer, d.customer) is null or ${liesHere(owner)})
    union all
    select ${columnsOwnedBy(owner)} from (
      select identity from identities where workspace_id = ${scope}
      union select identity from unread_owners where workspace_id = ${scope} and reading_id = ${readingId}) other
    ${owners(sql.ref('other.identity'))}
    cross join lateral (select * from interactions f
      where f.workspace_id = ${scope} and f.identity = other.identity offset 0) i
    ${asRead}
    where not ${liesHere(sql.ref('other.identity'))} and ${liesHere(owner)} and ${wasRead}
    order by customer, at nulls last, sequence, id`
}

/**
 * The interactions of about a share of all customers, customer by customer. Who is chosen depends on nothing but who
 * they are, so that the same facts give the same sample in any store.
 */
export async function* streamSample(
  client: Connection,
  scope: Scope,
  share: number,
): AsyncGenerator<StoredInteraction[]> {
  const below = Math.floor(share * 0x10000)
    .toString(16)
    .padStart(4, '0')
  const isChosen =
    share >= 1 ? sql`true` : sql`left(md5(coalesce(d.customer, i.identity)), 4) collate "C" < ${below}`
  const statement = sql<InteractionRow>`
    select ${interactionColumns} from interactions i
    left join identities d on d.workspace_id = i.workspace_id and d.identity = i.identity
    where i.workspace_id = ${scope} and ${isChosen} and ${counted}
    order by customer, at nulls last, sequence, id`
  for await (const rows of streamRows(client, statement, batchSize)) yield rows.map(fromRow)
}
