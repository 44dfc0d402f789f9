import { sql } from 'kysely'
import type { CauseId } from '../core/base/ids.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

/** A cause of a reading; the document is the caller's own, kept as it is. */
export type StoredCause = { readonly id: CauseId; readonly document: unknown }

/** Keeps the order given; what was kept of the reading's causes goes. Call it in a transaction. */
export async function replaceCauses(
  client: Connection,
  scope: Scope,
  { readingId, causes }: { readingId: number; causes: readonly StoredCause[] },
) {
  const ids = causes.map(({ id }) => id)
  const documents = causes.map(({ document }) => JSON.stringify(document))
  await list(client, sql`delete from causes where workspace_id = ${scope} and reading_id = ${readingId}`)
  await list(
    client,
    sql`
    insert into causes (workspace_id, reading_id, id, position, document)
    select ${scope}, ${readingId}, id, position, document
    from unnest(${ids}::text[], ${documents}::jsonb[]) with ordinality as c (id, document, position)`,
  )
}

/** Causes of the current reading, in their order. */
export async function listCauses(client: Client, scope: Scope): Promise<StoredCause[]> {
  return list(
    client,
    sql<StoredCause>`select id, document from causes where ${inReading(scope)} order by position`,
  )
}

export async function findCause(client: Client, scope: Scope, id: CauseId): Promise<StoredCause | null> {
  return findOne(
    client,
    sql<StoredCause>`select id, document from causes where ${inReading(scope)} and id = ${id}`,
  )
}
