import { type RawBuilder, sql } from 'kysely'
import { type CustomerId, customerId } from '../core/base/ids.ts'
import { type Client, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** Everything by which the store knows one person. */
export type Known = {
  readonly identities: readonly string[]
  /** Of their interactions and issues. */
  readonly ids: readonly string[]
}

/** The customer whom one of these identities names; null when nobody is known by any. */
export async function findCustomer(
  client: Client,
  scope: Scope,
  identities: readonly string[],
): Promise<CustomerId | null> {
  const found = await findOne(
    client,
    sql<{ customer: string }>`
    select coalesce(i.customer, wanted.identity) as customer
    from unnest(${identities}::text[]) with ordinality as wanted (identity, position)
    left join identities i on i.workspace_id = ${scope} and i.identity = wanted.identity
    where i.identity is not null
      or exists (select from interactions f where f.workspace_id = ${scope} and f.identity = wanted.identity)
    order by wanted.position limit 1`,
  )
  return found === null ? null : customerId(found.customer)
}

export async function findKnown(client: Client, scope: Scope, customer: CustomerId): Promise<Known> {
  const identities = await list(
    client,
    sql<{ identity: string }>`
    select ${customer}::text as identity
    union select identity from identities where workspace_id = ${scope} and customer = ${customer}`,
  )
  const named = identities.map(({ identity }) => identity)
  const ids = await list(
    client,
    sql<{ id: string }>`
    select id from interactions where workspace_id = ${scope} and identity = any(${named}::text[])
    union select id from issues where workspace_id = ${scope} and customer = any(${named}::text[])`,
  )
  return { identities: named, ids: ids.map(({ id }) => id) }
}

/** Rows about one person, of every table that holds any. */
export async function listRowsOf(
  client: Client,
  scope: Scope,
  known: Known,
): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const { table, columns } of await listTracedTables(client)) {
    const rows = await list(
      client,
      sql<{ row: unknown }>`
      select to_jsonb(t) as row from ${sql.table(table)} t
      where workspace_id = ${scope} and (${about(columns, known)})`,
    )
    if (rows.length > 0) found[table] = rows.map(({ row }) => row)
  }
  const aside = await listAsideOf(client, scope, known)
  return aside.length === 0 ? found : { ...found, set_aside: aside }
}

/** Removes what is left of one person anywhere, in tables that came after this was written, too. */
export async function removeRowsOf(client: Client, scope: Scope, known: Known): Promise<void> {
  for (const { table, columns } of await listTracedTables(client)) {
    await list(
      client,
      sql`delete from ${sql.table(table)} where workspace_id = ${scope} and (${about(columns, known)})`,
    )
  }
}

type Traced = {
  readonly table: string
  readonly columns: readonly { readonly name: string; readonly type: 'text' | 'uuid' }[]
}

/** By the catalog: every table with a column that names a person or something of theirs. */
async function listTracedTables(client: Client): Promise<Traced[]> {
  return list(
    client,
    sql<Traced>`
    select c.relname as table, json_agg(json_build_object('name', a.attname, 'type', a.atttypid::regtype::text)) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id')
      and (a.attname in ('customer', 'identity', 'was_customer', 'one', 'other') and a.atttypid = 'text'::regtype
        or a.attname in ('interaction_id', 'contact_id', 'issue_id', 'root_id') and a.atttypid = 'uuid'::regtype
        or a.attname = 'id' and c.relname in ('interaction_keys', 'revisions', 'superseded'))
    group by c.relname order by c.relname`,
  )
}

function about(columns: Traced['columns'], { identities, ids }: Known): RawBuilder<unknown> {
  const each = columns.map(({ name, type }) =>
    type === 'text'
      ? sql`${sql.ref(name)} = any(${identities}::text[])`
      : sql`${sql.ref(name)} = any(${ids}::uuid[])`,
  )
  return sql.join(each, sql` or `)
}

/** Shorter values would be found in rows of other people. */
const shortestTelling = 5

/** Whether the bytes of a row as it came hold one of their identities as it is written there. */
export function namesThem(column: string, { identities }: Known): RawBuilder<unknown> {
  const values = identities
    .map((identity) => identity.slice(identity.indexOf(':') + 1))
    .filter(({ length }) => length >= shortestTelling)
  // Both sides are written out in ASCII, because a row that could not be read may be in any encoding.
  return sql`exists (select from unnest(${values}::text[]) as named (value)
    where strpos(lower(encode(${sql.ref(column)}, 'escape')), lower(encode(convert_to(named.value, 'UTF8'), 'escape'))) > 0)`
}

/** Whether a set-aside row is theirs: by its bytes, or by the fact that it contradicts. */
export function isAsideOf(known: Known): RawBuilder<unknown> {
  return sql`(${namesThem('raw', known)} or contradicts = any(${known.ids}::uuid[]))`
}

async function listAsideOf(client: Client, scope: Scope, known: Known): Promise<unknown[]> {
  const rows = await list(
    client,
    sql<{ file: string; line: number | null; raw: string }>`
    select file, line, encode(raw, 'escape') as raw from set_aside
    where workspace_id = ${scope} and ${isAsideOf(known)}`,
  )
  return rows
}
