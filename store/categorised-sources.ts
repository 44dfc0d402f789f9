import { sql } from 'kysely'
import { type Client, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** Sources in which at least one interaction carries a category. Reads every fact. */
export async function listCategorisedSources(client: Client, scope: Scope): Promise<string[]> {
  const rows = await list(
    client,
    sql<{ source: string }>`
    select distinct source collate "C" as source from interactions
    where workspace_id = ${scope} and category is not null order by 1`,
  )
  return rows.map(({ source }) => source)
}
