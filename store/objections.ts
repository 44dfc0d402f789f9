import { sql } from 'kysely'
import type { Answer, Objection } from '../core/guidelines/objection.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

const selected = sql`select replace(id::text, '-', '') as id, guideline_id as guideline, version,
  replace(issue_id::text, '-', '') as issue, fit, word, who, at, due_at as due, answer from objections`

export async function addObjection(client: Connection, scope: Scope, objection: Objection): Promise<void> {
  const { id, guideline, version, issue, fit, word, who, at, due } = objection
  await list(
    client,
    sql`
    insert into objections (workspace_id, id, guideline_id, version, issue_id, fit, word, who, at, due_at)
    values (${scope}, ${id}, ${guideline}, ${version}, ${issue}, ${fit}, ${word}, ${who}, ${new Date(at)},
      ${due === null ? null : new Date(due)})`,
  )
}

export async function listObjections(client: Client, scope: Scope, guideline: number): Promise<Objection[]> {
  return list(
    client,
    sql<Objection>`${selected} where workspace_id = ${scope} and guideline_id = ${guideline} order by at, id`,
  )
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
