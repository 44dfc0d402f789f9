import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** What an endpoint answered to the question with this hash, and the texts that the question was made of. */
export type EndpointAnswer = {
  readonly hash: Buffer
  readonly answer: unknown
  readonly vector: Buffer | null
  readonly texts: readonly string[]
}

/** Keeps answers; one that is there already stays, so that readings agree. */
export async function saveEndpointAnswers(
  client: Client,
  scope: Scope,
  { answers, at }: { answers: readonly EndpointAnswer[]; at: Instant },
): Promise<void> {
  for (const { hash, answer, vector, texts } of answers) {
    const document = vector === null ? JSON.stringify(answer) : null
    await list(
      client,
      sql`
      insert into endpoint_answers (workspace_id, hash, answer, vector, texts, at)
      values (${scope}, ${hash}, ${document}, ${vector}, ${texts}::text[], ${new Date(at)})
      on conflict do nothing`,
    )
  }
}

/** The kept answers to these questions, in no order. */
export async function listEndpointAnswers(
  client: Client,
  scope: Scope,
  hashes: readonly Buffer[],
): Promise<Omit<EndpointAnswer, 'texts'>[]> {
  if (hashes.length === 0) return []
  return list(
    client,
    sql<Omit<EndpointAnswer, 'texts'>>`
    select hash, answer, vector from endpoint_answers
    where workspace_id = ${scope} and hash = any(${hashes}::bytea[])`,
  )
}

/** Of one person: all that was made of one of their texts. */
export async function eraseEndpointAnswers(
  client: Connection,
  scope: Scope,
  texts: readonly string[],
): Promise<void> {
  await list(
    client,
    sql`
    delete from endpoint_answers where workspace_id = ${scope} and texts && ${texts}::text[]`,
  )
}

export type Spending = { readonly requests: number; readonly tokens: number }

/** What was spent in a month, `2026-11`. */
export async function findSpending(client: Client, scope: Scope, month: string): Promise<Spending> {
  const row = await findOne(
    client,
    sql<Spending>`
    select requests, tokens from endpoint_spending where workspace_id = ${scope} and month = ${month}`,
  )
  return row ?? { requests: 0, tokens: 0 }
}

export async function addSpending(
  client: Client,
  scope: Scope,
  { month, requests, tokens }: Spending & { month: string },
): Promise<void> {
  await list(
    client,
    sql`
    insert into endpoint_spending (workspace_id, month, requests, tokens)
    values (${scope}, ${month}, ${requests}, ${tokens})
    on conflict (workspace_id, month) do update
    set requests = endpoint_spending.requests + excluded.requests, tokens = endpoint_spending.tokens + excluded.tokens`,
  )
}
