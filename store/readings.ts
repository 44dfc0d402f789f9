import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { awaitFacts } from './locks.ts'
import { type Client, type Connection, findOften, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** What a reading found as a whole; documents of the caller's own, kept as they are. */
export type ReadingDocuments = {
  readonly report: unknown
  readonly overview: unknown
  readonly cost: unknown
}

export type Reading = ReadingDocuments & {
  readonly id: number
  readonly method: string
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

export type BegunReading = {
  readonly method: string
  readonly at: Instant
  /** How many facts there are. */
  readonly facts: number
  /** What it learned of the whole workspace; a document of the caller's own. */
  readonly causeModel: unknown
}

/** Begins a reading of what is kept up to now; facts that come from now on are unread to it. */
export async function startReading(
  client: Connection,
  scope: Scope,
  { method, at, facts, causeModel }: BegunReading,
): Promise<number> {
  await awaitFacts(client, scope)
  const row = await findOne(
    client,
    sql<{ id: number }>`
    insert into readings (workspace_id, method, state, started_at, facts, cause_model)
    values (${scope}, ${method}, 'running', ${new Date(at)}, ${facts}, ${JSON.stringify(causeModel)}) returning id`,
  )
  if (row === null) throw new Error('Our fault: a reading was not started')
  return row.id
}

/** What a reading found as a whole, as it stands now. */
export async function saveReadingDocuments(
  client: Client,
  scope: Scope,
  { id, report, overview, cost }: ReadingDocuments & { id: number },
) {
  await list(
    client,
    sql`
    update readings set report = ${JSON.stringify(report)}, overview = ${JSON.stringify(overview)},
      cost = ${JSON.stringify(cost)}
    where workspace_id = ${scope} and id = ${id}`,
  )
}

/**
 * PostgreSQL knows nothing of a new reading's rows by itself until minutes later, and would look for one among all. A fifth of
 * the usual sample tells it enough.
 */
export async function weighReadings(client: Connection): Promise<void> {
  await client.query('set local default_statistics_target = 20')
  await client.query('analyze contacts, issues, kept_items (workspace_id, reading_id, pool, rank, key)')
}

/** Makes a reading the current one and removes the former. Call it in a transaction: lists change over at once. */
export async function finishReading(
  client: Connection,
  scope: Scope,
  { id, at }: { id: number; at: Instant },
) {
  await list(
    client,
    sql`
    update readings set state = 'done', finished_at = ${new Date(at)} where workspace_id = ${scope} and id = ${id}`,
  )
  await list(
    client,
    sql`update workspaces set reading_id = ${id}, read_at = ${new Date(at)} where id = ${scope}`,
  )
  await removeOtherReadings(client, scope, id)
}

/** Where a reading stands, without its documents. */
export type ReadingState = {
  readonly id: number
  readonly isBehind: boolean
  readonly startedAt: Instant
  /** Null while it is being read. */
  readonly finishedAt: Instant | null
  readonly facts: number
}

const stateColumns = sql`
  id, is_behind as "isBehind", started_at as "startedAt", finished_at as "finishedAt", facts from readings`

export async function findReadingState(client: Client, scope: Scope): Promise<ReadingState | null> {
  return findOften(
    client,
    sql<ReadingState>`select ${stateColumns} where workspace_id = ${scope} and id = ${currentReading(scope)}`,
  )
}

/** A reading that a process began and did not end, and that another can take up where it was. */
export async function findRunningReading(
  client: Client,
  scope: Scope,
  method: string,
): Promise<ReadingState | null> {
  return findOne(
    client,
    sql<ReadingState>`
    select ${stateColumns} where workspace_id = ${scope} and state = 'running' and not is_behind
      and (method = ${method} or starts_with(method, ${`${method} `}))
    order by id desc limit 1`,
  )
}

/** What a reading learned; the current one where none is named. */
export async function findCauseModel(client: Client, scope: Scope, id?: number): Promise<unknown> {
  const row = await findOne(
    client,
    sql<{ causeModel: unknown }>`
    select cause_model as "causeModel" from readings
    where workspace_id = ${scope} and id = ${id ?? currentReading(scope)}`,
  )
  return row?.causeModel ?? null
}

/** Facts are about to be kept of which no reading will be told: each must be made anew. */
export async function leaveReadingsBehind(client: Connection, scope: Scope): Promise<void> {
  await awaitFacts(client, scope)
  await list(client, sql`update readings set is_behind = true where workspace_id = ${scope}`)
  for (const table of ['unread', 'unread_owners'])
    await list(client, sql`delete from ${sql.table(table)} where workspace_id = ${scope}`)
}

/** What takes a pass over all issues, as it was found last. */
export async function saveFollowed(
  client: Client,
  scope: Scope,
  { id, followed }: { id: number; followed: unknown },
) {
  await list(
    client,
    sql`update readings set followed = ${JSON.stringify(followed)} where workspace_id = ${scope} and id = ${id}`,
  )
}

export async function findFollowed(client: Client, scope: Scope, id: number): Promise<unknown> {
  const row = await findOne(
    client,
    sql<{ followed: unknown }>`select followed from readings where workspace_id = ${scope} and id = ${id}`,
  )
  return row?.followed ?? null
}

/** Removes all other readings, also what a killed process had begun. Call it in a transaction. */
export async function removeOtherReadings(client: Connection, scope: Scope, id: number) {
  const others = await list(
    client,
    sql<{ id: number }>`select id from readings where workspace_id = ${scope} and id <> ${id}`,
  )
  await removeReadings(
    client,
    scope,
    others.map((other) => other.id),
  )
}

/** Removes what killed processes had begun, but for one that is taken up again. Call it in a transaction. */
export async function abandonRunningReadings(client: Connection, scope: Scope, resumed: number | null) {
  const running = await list(
    client,
    sql<{ id: number }>`
    select id from readings where workspace_id = ${scope} and state = 'running' and id is distinct from ${resumed}`,
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
    select id, method, report, overview, cost
    from readings where workspace_id = ${scope} and id = ${currentReading(scope)}`,
  )
}

/** Another one as soon as anything of the current reading is; null before the first. */
export async function findReadingStamp(client: Client, scope: Scope): Promise<string | null> {
  const row = await findOften(
    client,
    sql<{ stamp: string }>`
    select id || ' ' || xmin as stamp from readings where workspace_id = ${scope} and id = ${currentReading(scope)}`,
  )
  return row?.stamp ?? null
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
