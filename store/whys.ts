import { sql } from 'kysely'
import type { CauseId, InteractionId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** One answer in the chain of whys of a cause, with the interactions that show it. */
export type StoredWhy = {
  readonly id: number
  readonly answer: string
  readonly who: string
  readonly at: Instant
  readonly interactions: readonly InteractionId[]
}

/** The chain of a cause, from the first why to the last. */
export async function listWhys(client: Client, scope: Scope, cause: CauseId): Promise<StoredWhy[]> {
  return list(
    client,
    sql<StoredWhy>`
    select w.id, w.answer, w.who, w.written_at as at, array(
      select replace(i.interaction_id::text, '-', '') from why_interactions i
      where i.workspace_id = w.workspace_id and i.why_id = w.id order by 1) as interactions
    from whys w where w.workspace_id = ${scope} and w.cause_id = ${cause} order by w.id`,
  )
}

/** Adds an answer at the end of a cause's chain. Call it in a transaction. */
export async function addWhy(
  client: Connection,
  scope: Scope,
  { cause, answer, who, at, interactions }: Omit<StoredWhy, 'id'> & { cause: CauseId },
) {
  const row = await findOne(
    client,
    sql<{ id: number }>`
    insert into whys (workspace_id, cause_id, answer, who, written_at)
    values (${scope}, ${cause}, ${answer}, ${who}, ${new Date(at)}) returning id`,
  )
  await list(
    client,
    sql`
    insert into why_interactions (workspace_id, why_id, interaction_id)
    select distinct ${scope}::int, ${row?.id}::int, id from unnest(${[...interactions]}::uuid[]) as i (id)`,
  )
}

/** Takes back the last answer of a cause's chain, if it is this one. */
export async function removeLastWhy(
  client: Client,
  scope: Scope,
  { cause, id }: { cause: CauseId; id: number },
): Promise<boolean> {
  const row = await findOne(
    client,
    sql`
    delete from whys where workspace_id = ${scope} and cause_id = ${cause} and id = ${id} and id = (
      select max(id) from whys where workspace_id = ${scope} and cause_id = ${cause}) returning id`,
  )
  return row !== null
}
