import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type ImportState = 'waiting' | 'reading' | 'understanding' | 'done' | 'failed'

/** How far a file is; it moves in the transaction that saves the facts, so that a killed import goes on from here. */
export type FileProgress = {
  readonly rows: number
  readonly interactions: number
  readonly duplicates: number
  readonly stateOnly: number
  readonly setAside: number
  readonly bytesDone: number
  /** What the reader needs to go on in the middle of the file; the caller's own, kept as it is. */
  readonly context: unknown
  readonly isDone: boolean
}

export type ImportFile = FileProgress & {
  readonly position: number
  readonly name: string
  readonly path: string
  readonly format: string | null
  readonly bytesTotal: number | null
}

export type Import = {
  readonly id: string
  readonly state: ImportState
  /** What is being done now, in words. */
  readonly step: string
  readonly mapping: unknown
  readonly failure: unknown
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  readonly files: readonly ImportFile[]
}

export type NewImport = Pick<Import, 'id' | 'mapping' | 'startedAt'> & {
  readonly files: readonly Pick<ImportFile, 'name' | 'path' | 'format' | 'bytesTotal' | 'context'>[]
}

/** Call it in a transaction. */
export async function addImport(
  client: Connection,
  scope: Scope,
  { id, mapping, startedAt, files }: NewImport,
) {
  await list(
    client,
    sql`
    insert into imports (id, workspace_id, state, step, mapping, started_at)
    values (${id}, ${scope}, 'waiting', '', ${toJson(mapping)}, ${new Date(startedAt)})`,
  )
  for (const [position, { name, path, format, bytesTotal, context }] of files.entries()) {
    await list(
      client,
      sql`
      insert into import_files (import_id, position, name, path, format, bytes_total, context)
      values (${id}, ${position}, ${name}, ${path}, ${format}, ${bytesTotal}, ${toJson(context)})`,
    )
  }
}

export async function setImportState(
  client: Client,
  scope: Scope,
  { id, state, step }: { id: string; state: ImportState; step: string },
) {
  await list(
    client,
    sql`
    update imports set state = ${state}, step = ${step}, failure = null, finished_at = null where workspace_id = ${scope} and id = ${id}`,
  )
}

/** Ends an import: done, or failed for a reason. */
export async function finishImport(
  client: Client,
  scope: Scope,
  { id, at, failure }: { id: string; at: Instant; failure: unknown },
) {
  const state = failure === null ? 'done' : 'failed'
  await list(
    client,
    sql`
    update imports set state = ${state}, step = '', failure = ${toJson(failure)}, finished_at = ${new Date(at)}
    where workspace_id = ${scope} and id = ${id}`,
  )
}

/** The checkpoint of a file. Call it in the transaction that saves what was read up to here. */
export async function saveFileProgress(
  client: Connection,
  scope: Scope,
  { importId, position, ...progress }: FileProgress & { importId: string; position: number },
) {
  await list(
    client,
    sql`
    update import_files set rows = ${progress.rows}, interactions = ${progress.interactions},
      duplicates = ${progress.duplicates}, state_only = ${progress.stateOnly}, set_aside = ${progress.setAside},
      bytes_done = ${progress.bytesDone}, context = ${toJson(progress.context)}, is_done = ${progress.isDone}
    where position = ${position}
      and import_id = (select id from imports where workspace_id = ${scope} and id = ${importId})`,
  )
}

export async function findImport(client: Client, scope: Scope, id: string): Promise<Import | null> {
  return findOne(client, sql<Import>`${selected} where workspace_id = ${scope} and id = ${id}`)
}

/** Newest first. */
export async function listImports(client: Client, scope: Scope): Promise<Import[]> {
  return list(client, sql<Import>`${selected} where workspace_id = ${scope} order by started_at desc, id`)
}

/** Imports of every workspace that a stopped process left: the server goes on with them at its start. */
export async function listAllUnfinishedImports(
  client: Client,
): Promise<{ id: string; workspaceId: number }[]> {
  return list(
    client,
    sql<{ id: string; workspaceId: number }>`
    select id, workspace_id as "workspaceId" from imports
    where state in ('waiting', 'reading', 'understanding') order by started_at, id`,
  )
}

const selected = sql`
  select id, state, step, mapping, failure, started_at as "startedAt", finished_at as "finishedAt",
    (select coalesce(json_agg(json_build_object(
        'position', position, 'name', name, 'path', path, 'format', format, 'context', context, 'rows', rows,
        'interactions', interactions, 'duplicates', duplicates, 'stateOnly', state_only, 'setAside', set_aside,
        'bytesDone', bytes_done, 'bytesTotal', bytes_total, 'isDone', is_done) order by position), '[]')
      from import_files f where f.import_id = imports.id) as files
  from imports`

function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
