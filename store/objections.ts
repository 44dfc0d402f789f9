import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import type { Answer, Objection } from '../core/guidelines/objection.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

const selected = sql`select replace(id::text, '-', '') as id, guideline_id as guideline, version,
  replace(issue_id::text, '-', '') as issue, fit, word, who, at, due_at as due, round, answer from objections`

export async function addObjection(client: Connection, scope: Scope, objection: Objection): Promise<void> {
  const { id, guideline, version, issue, fit, word, who, at, due, round } = objection
  await list(
    client,
    sql`
    insert into objections (workspace_id, id, guideline_id, version, issue_id, fit, word, who, at, due_at, round)
    values (${scope}, ${id}, ${guideline}, ${version}, ${issue}, ${fit}, ${word}, ${who}, ${new Date(at)},
      ${due === null ? null : new Date(due)}, ${round})`,
  )
}

export async function listObjections(client: Client, scope: Scope, guideline: number): Promise<Objection[]> {
  return list(
    client,
    sql<Objection>`${selected} where workspace_id = ${scope} and guideline_id = ${guideline} order by at, id`,
  )
}

/** What somebody said that was answered, and whose answer they have not read, oldest first. */
export async function listUnreadAnswers(client: Client, scope: Scope, who: string): Promise<Objection[]> {
  return list(
    client,
    sql<Objection>`${selected}
    where workspace_id = ${scope} and who = ${who} and answer is not null and read_at is null order by at, id`,
  )
}

/** Of these guidelines, which rounds somebody has answered. */
export async function listAnsweredRounds(
  client: Client,
  scope: Scope,
  who: string,
): Promise<{ guideline: number; round: number }[]> {
  return list(
    client,
    sql<{ guideline: number; round: number }>`
    select guideline_id as guideline, round from objections
    where workspace_id = ${scope} and who = ${who} and round is not null`,
  )
}

/** Notes that whoever said it has read the answer, the first time; nobody else can: then there is no such answer. */
export async function readAnswer(
  client: Client,
  scope: Scope,
  { id, who, at }: { id: string; who: string; at: Instant },
): Promise<boolean> {
  const read = await list(
    client,
    sql`
    update objections set read_at = coalesce(read_at, ${new Date(at)})
    where workspace_id = ${scope} and id = ${id} and who = ${who} and answer is not null returning id`,
  )
  return read.length > 0
}

/** Holds it until the transaction ends, so that it is answered once. */
export async function holdObjection(client: Connection, scope: Scope, id: string): Promise<Objection | null> {
  return findOne(client, sql<Objection>`${selected} where workspace_id = ${scope} and id = ${id} for update`)
}

export async function answerObjection(
  client: Connection,
  scope: Scope,
  { id, answer }: { id: string; answer: Objection['answer'] & { readonly kind: Answer } },
): Promise<void> {
  await list(
    client,
    sql`
    update objections set answer = ${JSON.stringify(answer)}::jsonb where workspace_id = ${scope} and id = ${id}`,
  )
}
