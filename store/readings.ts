import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { build, type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** What a reading found as a whole; documents of the caller's own, kept as they are. */
export type ReadingDocuments = {
  readonly report: unknown
  readonly overview: unknown
  readonly cost: unknown
  readonly causeModel: unknown
}

export type Reading = ReadingDocuments & {
  readonly id: number
  readonly method: string
  readonly finishedAt: Instant
}

/** The rows that a list shows: those of a running reading are invisible until it is finished. */
export function inReading(scope: Scope) {
  return sql<boolean>`workspace_id = ${scope} and reading_id = ${currentReading(scope)}`
}

/** When the current reading began: what was said later is not in its counts. */
export async function findReadingStart(client: Client, scope: Scope): Promise<Instant | null> {
  const row = await findOne(
    client,
    sql<{ at: Instant }>`
    select started_at as at from readings where workspace_id = ${scope} and id = ${currentReading(scope)}`,
  )
  return row?.at ?? null
}

export async function startReading(
  client: Client,
  scope: Scope,
  { method, at }: { method: string; at: Instant },
): Promise<number> {
  const row = await findOne(
    client,
    build
      .insertInto('readings')
      .values({ workspace_id: scope, method, state: 'running', started_at: new Date(at) })
      .returning('id'),
  )
  if (row === null) throw new Error('Our fault: a reading was not started')
  return row.id
}

/** Makes a reading the current one and removes the former. Call it in a transaction: lists change over at once. */
export async function finishReading(
  client: Connection,
  scope: Scope,
  { id, at, report, overview, cost, causeModel }: ReadingDocuments & { id: number; at: Instant },
) {
  await list(
    client,
    sql`
    update readings set state = 'done', finished_at = ${new Date(at)}, report = ${JSON.stringify(report)},
      overview = ${JSON.stringify(overview)}, cost = ${JSON.stringify(cost)}, cause_model = ${JSON.stringify(causeModel)}
    where workspace_id = ${scope} and id = ${id}`,
  )
  await list(
    client,
    sql`update workspaces set reading_id = ${id}, read_at = ${new Date(at)} where id = ${scope}`,
  )
  const former = await list(
    client,
    sql<{ id: number }>`
    select id from readings where workspace_id = ${scope} and id <> ${id} and state = 'done'`,
  )
  await removeReadings(
    client,
    scope,
    former.map((reading) => reading.id),
  )
}

/** Removes what a killed process had begun to read. Call it in a transaction. */
export async function abandonRunningReadings(client: Connection, scope: Scope) {
  const running = await list(
    client,
    sql<{ id: number }>`
    select id from readings where workspace_id = ${scope} and state = 'running'`,
  )
  await removeReadings(
    client,
    scope,
    running.map(({ id }) => id),
  )
}

export async function findReading(client: Client, scope: Scope): Promise<Reading | null> {
  return findOne(
    client,
    sql<Reading>`
    select id, method, report, overview, cost, cause_model as "causeModel", finished_at as "finishedAt"
    from readings where workspace_id = ${scope} and id = ${currentReading(scope)}`,
  )
}

const ofReadings = [
  'contacts',
  'issues',
  'signals',
  'case_hand_offs',
  'unread',
  'unread_owners',
  'tally_parts',
  'kept_items',
  'pool_floors',
] as const

/** Removes readings with all their rows. Call it in a transaction. */
export async function removeReadings(client: Connection, scope: Scope, ids: readonly number[]) {
  if (ids.length === 0) return
  for (const table of ofReadings) {
    await list(
      client,
      sql`
      delete from ${sql.table(table)} where workspace_id = ${scope} and reading_id = any(${ids}::bigint[])`,
    )
  }
  await list(client, sql`delete from readings where workspace_id = ${scope} and id = any(${ids}::bigint[])`)
}

function currentReading(scope: Scope) {
  return sql<number>`(select reading_id from workspaces where id = ${scope})`
}
