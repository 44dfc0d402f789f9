import { sql } from 'kysely'
import { type Client, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** Names of all attributes that interactions of the workspace carry, in the order of their names. Reads every fact. */
export async function listAttributeNames(client: Client, scope: Scope): Promise<string[]> {
  const rows = await list(
    client,
    sql<{ name: string }>`
    select distinct name collate "C" as name from interactions, jsonb_object_keys(attributes) name
    where workspace_id = ${scope} and attributes is not null order by 1`,
  )
  return rows.map(({ name }) => name)
}
