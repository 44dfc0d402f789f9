import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import type { AnswerState } from '../core/desk/answer.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** An answer to a customer; its letter and who wrote it are the caller's own documents. */
export type StoredAnswer = {
  readonly id: string
  readonly key: string
  readonly issueId: string
  readonly connectorId: string
  readonly letter: unknown
  readonly actor: unknown
  readonly writtenAt: Instant
  readonly state: AnswerState
  /** How often sending it failed for now. */
  readonly attempts: number
  readonly failure: string | null
  readonly nextTryAt: Instant | null
  readonly sentAt: Instant | null
}

export type NewAnswer = Pick<
  StoredAnswer,
  'id' | 'key' | 'issueId' | 'connectorId' | 'letter' | 'actor' | 'writtenAt'
>

const selected = sql`select id, key, issue_id as "issueId", connector_id as "connectorId", letter, actor,
  written_at as "writtenAt", state, attempts, failure, next_try_at as "nextTryAt", sent_at as "sentAt" from answers`

/** Keeps an answer that is to go out at once. Call it while its issue is held. */
export async function addAnswer(client: Connection, scope: Scope, answer: NewAnswer): Promise<void> {
  const { id, key, issueId, connectorId, letter, actor, writtenAt } = answer
  await list(
    client,
    sql`
    insert into answers (workspace_id, id, key, issue_id, connector_id, letter, actor, written_at, state, next_try_at)
    values (${scope}, ${id}, ${key}, ${issueId}, ${connectorId}, ${JSON.stringify(letter)}::jsonb,
      ${JSON.stringify(actor)}::jsonb, ${new Date(writtenAt)}, 'waiting', ${new Date(writtenAt)})`,
  )
}

export async function findAnswer(client: Client, scope: Scope, id: string): Promise<StoredAnswer | null> {
  return findOne(client, sql<StoredAnswer>`${selected} where workspace_id = ${scope} and id = ${id}`)
}

export async function findAnswerByKey(
  client: Client,
  scope: Scope,
  key: string,
): Promise<StoredAnswer | null> {
  return findOne(client, sql<StoredAnswer>`${selected} where workspace_id = ${scope} and key = ${key}`)
}

/** The answers written about any of these contacts, oldest first. */
export async function listAnswers(
  client: Client,
  scope: Scope,
  issues: readonly string[],
): Promise<StoredAnswer[]> {
  return list(
    client,
    sql<StoredAnswer>`${selected} where workspace_id = ${scope} and issue_id = any(${issues}::uuid[])
      order by written_at, id`,
  )
}

export type AnswerMove = Pick<
  StoredAnswer,
  'id' | 'state' | 'attempts' | 'failure' | 'nextTryAt' | 'sentAt'
> & {
  /** Where it must be for this, so that of two who move it one does. */
  readonly from: AnswerState
}

/** Moves an answer on its way; false when it was not there any more. */
export async function moveAnswer(client: Client, scope: Scope, move: AnswerMove): Promise<boolean> {
  const { id, from, state, attempts, failure, nextTryAt, sentAt } = move
  const moved = await list(
    client,
    sql`
    update answers set state = ${state}, attempts = ${attempts}, failure = ${failure},
      next_try_at = ${dateOf(nextTryAt)}, sent_at = ${dateOf(sentAt)}
    where workspace_id = ${scope} and id = ${id} and state = ${from} returning id`,
  )
  return moved.length > 0
}

/** Answers of every workspace that are to go out by now: the server works through them. */
export async function listAllDueAnswers(
  client: Client,
  now: Instant,
): Promise<{ id: string; workspaceId: number }[]> {
  return list(
    client,
    sql<{ id: string; workspaceId: number }>`
    select id, workspace_id as "workspaceId" from answers
    where next_try_at <= ${new Date(now)} order by next_try_at limit 100`,
  )
}

function dateOf(at: Instant | null): Date | null {
  return at === null ? null : new Date(at)
}
