import { sql } from 'kysely'
import { type Client, list } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

/** Names of the current reading's causes, without their documents. */
export async function listCauseNames(client: Client, scope: Scope): Promise<{ id: string; name: string }[]> {
  return list(
    client,
    sql<{ id: string; name: string }>`
    select id, document #>> '{cause,name}' as name from causes where ${inReading(scope)}`,
  )
}
