import { sql } from 'kysely'
import { type Client, findOne, list } from './postgres/client.ts'
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

/** Whether any customer says anything in words. */
export async function hasCustomerTexts(client: Client, scope: Scope): Promise<boolean> {
  const row = await findOne(
    client,
    sql<{ found: boolean }>`
    select exists (select from interactions
      where workspace_id = ${scope} and side = 'customer' and text is not null) as found`,
  )
  return row?.found ?? false
}
export async function listAttributeNames(client: Client, scope: Scope): Promise<string[]> {
  const rows = await list(
    client,
    sql<{ name: string }>`
    select distinct name collate "C" as name from interactions, jsonb_object_keys(attributes) name
    where workspace_id = ${scope} and attributes is not null order by 1`,
  )
  return rows.map(({ name }) => name)
}
