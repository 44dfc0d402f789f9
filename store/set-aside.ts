import { sql } from 'kysely'
import { type Client, type Connection, findOne, list, streamRows } from './postgres/client.ts'
import { type Page, pageSize } from './postgres/page.ts'
import { storeError } from './postgres/problem.ts'
import type { Scope } from './scope.ts'

/** A row that could not be read, as it came. */
export type SetAside = {
  readonly file: string
  readonly line: number | null
  /** The kind of trouble, the same words for all rows that have it. */
  readonly reason: string
  /** What it was in this row. */
  readonly detail: string
  readonly raw: Uint8Array
}

type FileOrConnector = { readonly importId: string } | { readonly connectorId: string }

/** Where it came from: a file that was brought, a connector, or whoever told it by the API. */
export type Origin = FileOrConnector | { readonly by: 'api' }

export type StoredSetAside = SetAside & { readonly id: number }

export type SetAsideReason = {
  readonly reason: string
  readonly count: number
  readonly firstLine: number | null
  readonly example: string
}

const batchSize = 500

export async function saveSetAside(
  client: Client,
  scope: Scope,
  { rows, ...origin }: FileOrConnector & { readonly rows: readonly SetAside[] },
) {
  if (rows.length === 0) return
  await forgetEarlier(client, scope, origin, rows)
  const importId = 'importId' in origin ? origin.importId : null
  const connectorId = 'connectorId' in origin ? origin.connectorId : null
  await list(
    client,
    sql`
    insert into set_aside (workspace_id, import_id, connector_id, file, line, reason, detail, raw, state)
    select ${scope}, ${importId}::uuid, ${connectorId}::uuid, r.*, 'open' from unnest(${rows.map(({ file }) => file)}::text[],
      ${rows.map(({ line }) => line)}::bigint[], ${rows.map(({ reason }) => reason)}::text[],
      ${rows.map(({ detail }) => detail)}::text[], ${rows.map(({ raw }) => Buffer.from(raw))}::bytea[]) r`,
  )
}

/** What an earlier reading of the same file, or the same connector, set aside is listed once, with the latest. */
async function forgetEarlier(
  client: Client,
  scope: Scope,
  origin: FileOrConnector,
  rows: readonly SetAside[],
) {
  const earlier =
    'importId' in origin
      ? sql`s.import_id <> ${origin.importId}`
      : sql`s.connector_id = ${origin.connectorId}`
  await list(
    client,
    sql`
    delete from set_aside s using unnest(${rows.map(({ file }) => file)}::text[],
      ${rows.map(({ line }) => line)}::bigint[], ${rows.map(({ raw }) => Buffer.from(raw))}::bytea[]) r (file, line, raw)
    where s.workspace_id = ${scope} and s.state = 'open' and ${earlier}
      and s.file = r.file and s.line is not distinct from r.line and s.raw = r.raw`,
  )
}

/** What is still set aside, in the order in which it came. */
export async function listSetAside(
  client: Client,
  scope: Scope,
  { after, ...origin }: Origin & { readonly after?: string | undefined },
): Promise<Page<StoredSetAside>> {
  if (after !== undefined && !/^\d{1,18}$/.test(after)) {
    throw storeError('badPage', 'This is not a page of the list.', 'Open the list from its start.')
  }
  const rows = await list(
    client,
    sql<StoredSetAside>`
    ${selected} where ${isOpen(scope)} and ${isFrom(origin)} and id > ${after ?? '0'}::bigint
    order by id limit ${pageSize + 1}`,
  )
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > pageSize && last ? String(last.id) : null }
}

export async function countSetAside(client: Client, scope: Scope, origin: Origin): Promise<number> {
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(*) from set_aside where ${isOpen(scope)} and ${isFrom(origin)}`,
  )
  return row?.count ?? 0
}

/** Why rows of these imports are set aside, the most frequent reason first. */
export async function listSetAsideReasons(
  client: Client,
  scope: Scope,
  importIds: readonly string[],
): Promise<SetAsideReason[]> {
  return list(
    client,
    sql<SetAsideReason>`
    select reason, count(*) as count, min(line) as "firstLine", (array_agg(detail order by id))[1] as example
    from set_aside where ${isOpen(scope)} and import_id = any(${importIds}::uuid[]) group by reason order by 2 desc, 1`,
  )
}

/** All of one origin, or of the workspace (null), in batches: for an export or a second reading. */
export async function* streamSetAside(
  client: Connection,
  scope: Scope,
  origin: Origin | null,
): AsyncGenerator<StoredSetAside[]> {
  const from = origin === null ? sql`true` : isFrom(origin)
  const statement = sql<StoredSetAside>`${selected} where ${isOpen(scope)} and ${from} order by id`
  yield* streamRows(client, statement, batchSize)
}

/** They were read after a mend, and are set aside no longer. */
export async function markSetAsideRead(client: Client, scope: Scope, ids: readonly number[]) {
  await list(
    client,
    sql`
    update set_aside set state = 'read' where ${isOpen(scope)} and id = any(${ids}::bigint[])`,
  )
}

const selected = sql`select id, file, line, reason, detail, raw from set_aside`

function isOpen(scope: Scope) {
  return sql<boolean>`workspace_id = ${scope} and state = 'open'`
}

/** It came with no file and from no connector. */
export const cameByApi = sql<boolean>`import_id is null and connector_id is null`

function isFrom(origin: Origin) {
  if ('by' in origin) return cameByApi
  return 'importId' in origin
    ? sql<boolean>`import_id = ${origin.importId}`
    : sql<boolean>`connector_id = ${origin.connectorId}`
}
