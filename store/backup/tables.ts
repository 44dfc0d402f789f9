import pg from 'pg'
import type { Connection } from '../postgres/client.ts'

export type KeptTable = { readonly name: string; readonly columns: readonly string[] }
export type Sequence = { readonly name: string; readonly last: number }

/** Every table of ours, with the columns that hold something of their own; partitions are in their parent. */
export async function listKeptTables(client: Connection): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and c.relname <> 'migrations'
    order by c.relname collate "C"`)
  return rows
}

/** Only those that have counted anything. */
export async function listSequences(client: Connection): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select sequencename as name, last_value as last from pg_sequences
    where schemaname = 'public' and last_value is not null order by sequencename collate "C"`)
  return rows
}

export async function countOn(client: Connection, { name, last }: Sequence) {
  await client.query('select setval($1::regclass, $2)', [quote(name), last])
}

/**
 * Takes the foreign keys off and gives the statements that put them back, which checks every row once. Tables that refer to
 * each other can be filled in any order meanwhile.
 */
export async function takeForeignKeysOff(client: Connection): Promise<string[]> {
  const { rows } = await client.query<{ owner: string; name: string; definition: string }>(`
    select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`)
  for (const { owner, name } of rows) {
    await client.query(`alter table ${owner} drop constraint ${quote(name)}`)
  }
  return rows.map(
    ({ owner, name, definition }) => `alter table ${owner} add constraint ${quote(name)} ${definition}`,
  )
}

/** Names of tables in which there is already something. Nobody else can write to any until the transaction ends. */
export async function lockAndListFilled(
  client: Connection,
  tables: readonly KeptTable[],
): Promise<readonly string[]> {
  await client.query(`lock table ${tables.map(({ name }) => quote(name)).join(', ')}`)
  const filled: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ any: boolean }>(`select exists (select from ${quote(name)}) as any`)
    if (rows[0]?.any) filled.push(name)
  }
  return filled
}

export const quote = pg.escapeIdentifier

export function listColumns({ columns }: KeptTable): string {
  return columns.map(quote).join(', ')
}
