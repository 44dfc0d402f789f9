import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import type { Default } from '../core/guidelines/guideline.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type StoredException = {
  readonly id: string
  readonly key: string
  readonly issueId: string
  readonly given: unknown
  readonly because: string
  readonly asker: string
  readonly approver: string
  readonly askedAt: Instant
  readonly dueAt: Instant
  readonly byDefault: Default
  readonly answer: Default | null
}

const selected = sql`select id, key, issue_id as "issueId", given, because, asker, approver, asked_at as "askedAt",
  due_at as "dueAt", by_default as "byDefault", answer from exceptions`

export async function addException(
  client: Connection,
  scope: Scope,
  exception: StoredException,
): Promise<void> {
  const { id, key, issueId, given, because, asker, approver, askedAt, dueAt, byDefault } = exception
  await list(
    client,
    sql`
    insert into exceptions (workspace_id, id, key, issue_id, given, because, asker, approver, asked_at, due_at, by_default)
    values (${scope}, ${id}, ${key}, ${issueId}, ${JSON.stringify(given)}::jsonb, ${because}, ${asker}, ${approver},
      ${new Date(askedAt)}, ${new Date(dueAt)}, ${byDefault})`,
  )
}

export async function findExceptionByKey(
  client: Client,
  scope: Scope,
  key: string,
): Promise<StoredException | null> {
  return findOne(client, sql<StoredException>`${selected} where workspace_id = ${scope} and key = ${key}`)
}

/** Holds it until the transaction ends, so that one answer and the clock never both count. */
export async function holdException(
  client: Connection,
  scope: Scope,
  id: string,
): Promise<StoredException | null> {
  return findOne(
    client,
    sql<StoredException>`${selected} where workspace_id = ${scope} and id = ${id} for update`,
  )
}

export async function findException(
  client: Client,
  scope: Scope,
  id: string,
): Promise<StoredException | null> {
  return findOne(client, sql<StoredException>`${selected} where workspace_id = ${scope} and id = ${id}`)
}

export async function answerException(
  client: Connection,
  scope: Scope,
  { id, answer }: { id: string; answer: Default },
): Promise<void> {
  await list(
    client,
    sql`update exceptions set answer = ${answer} where workspace_id = ${scope} and id = ${id} and answer is null`,
  )
}

/** Those that wait for an answer, the most urgent first. */
export async function listOpenExceptions(client: Client, scope: Scope): Promise<StoredException[]> {
  return list(
    client,
    sql<StoredException>`${selected} where workspace_id = ${scope} and answer is null order by due_at, id`,
  )
}
