import { sql } from 'kysely'
import { type Connection, streamRows } from './postgres/client.ts'
import {
  counted,
  fromRow,
  type InteractionRow,
  interactionColumns,
  type StoredInteraction,
} from './rows/interaction-row.ts'
import type { Scope } from './scope.ts'

/** How many parts the facts are kept in; a customer lies wholly in one, so that parts can be read side by side. */
export const partitionCount = 16

const batchSize = 2000

/**
 * The interactions of all customers of one part, in batches: customer by customer, each in the order of time (what
 * has no time last). A fact is kept under its own identity; when that belongs to another customer, it is read in
 * the part of the customer. Over all parts, each interaction comes exactly once.
 */
export async function* streamPartition(
  client: Connection,
  scope: Scope,
  partition: number,
): AsyncGenerator<StoredInteraction[]> {
  for await (const rows of streamRows(client, partitionSql(scope, partition), batchSize))
    yield rows.map(fromRow)
}

/** `offset 0` has each identity looked up by itself: tables just filled have no statistics, and a join would read them all. */
function partitionSql(scope: Scope, partition: number) {
  const own = sql.table(`interactions_p${String(partition).padStart(2, '0')}`)
  const lies = (column: string) =>
    sql<boolean>`satisfies_hash_partition('interactions'::regclass, ${sql.lit(partitionCount)}, ${sql.lit(partition)}, ${scope}::int, ${sql.ref(column)})`
  return sql<InteractionRow>`
    select ${interactionColumns} from ${own} i
    left join identities d on d.workspace_id = i.workspace_id and d.identity = i.identity
    where i.workspace_id = ${scope} and (d.customer is null or ${lies('d.customer')})
    union all
    select ${interactionColumns} from identities d
    cross join lateral (select * from interactions f
      where f.workspace_id = d.workspace_id and f.identity = d.identity offset 0) i
    where d.workspace_id = ${scope} and ${lies('d.customer')} and not ${lies('d.identity')}
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
