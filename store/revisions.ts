import { sql } from 'kysely'
import { type Identity, type InteractionId, identityOf, interactionId } from '../core/base/ids.ts'
import { compareText } from '../core/base/order.ts'
import type { Instant } from '../core/base/time.ts'
import { type Client, type Connection, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** A fact that takes the place of another: a correction, or a withdrawal, which leaves the place empty. */
export type Revision = {
  readonly id: InteractionId
  /** The fact first told. */
  readonly root: InteractionId
  readonly isWithdrawal: boolean
  readonly revisedAt: Instant
}

/** A fact that counted until now. */
export type Superseded = { readonly id: InteractionId; readonly identity: Identity }

const revisionLock = 7102030

/**
 * Keeps what takes the place of what, and says which facts no longer count. Of several revisions the last one counts,
 * in whatever order they come. Call it in a transaction.
 */
export async function saveRevisions(
  client: Connection,
  scope: Scope,
  revisions: readonly Revision[],
): Promise<Superseded[]> {
  if (revisions.length === 0) return []
  const roots = [...new Set(revisions.map(({ root }) => root))].sort(compareText)
  // Two revisions of one fact at the same time would not see each other.
  await list(
    client,
    sql`select pg_advisory_xact_lock(${revisionLock}, hashtext(r)) from unnest(${roots}::text[]) r`,
  )
  await list(
    client,
    sql`
    insert into revisions (workspace_id, id, root_id, is_withdrawal, revised_at)
    select ${scope}, * from unnest(${revisions.map(({ id }) => id)}::uuid[], ${revisions.map(({ root }) => root)}::uuid[],
      ${revisions.map(({ isWithdrawal }) => isWithdrawal)}::boolean[],
      ${revisions.map(({ revisedAt }) => new Date(revisedAt))}::timestamptz[])
    on conflict do nothing`,
  )
  const gone = await list(
    client,
    sql<{ id: string }>`
    insert into superseded (workspace_id, id)
    select ${scope}, id from (
      select id, is_withdrawal, row_number() over (partition by root order by revised_at desc nulls last, id desc) as place
      from (
        select root as id, root, null::timestamptz as revised_at, false as is_withdrawal from unnest(${roots}::uuid[]) root
        union all
        select id, root_id, revised_at, is_withdrawal from revisions
        where workspace_id = ${scope} and root_id = any(${roots}::uuid[])) told) ranked
    where place > 1 or is_withdrawal
    on conflict do nothing returning id`,
  )
  return listKept(
    client,
    scope,
    gone.map(({ id }) => id),
  )
}

/** A fact that comes after its own revision never counts. */
export async function supersedeLateFacts(client: Client, scope: Scope, facts: readonly InteractionId[]) {
  if (facts.length === 0) return
  await list(
    client,
    sql`
    insert into superseded (workspace_id, id)
    select distinct workspace_id, root_id from revisions
    where workspace_id = ${scope} and root_id = any(${facts}::uuid[])
    on conflict do nothing`,
  )
}

async function listKept(client: Client, scope: Scope, ids: readonly string[]): Promise<Superseded[]> {
  const rows = await list(
    client,
    sql<{ id: string; identity: string }>`
    select id, identity from interaction_keys where workspace_id = ${scope} and id = any(${ids}::uuid[])`,
  )
  return rows.map(({ id, identity }) => ({ id: interactionId(id), identity: identityOf(identity) }))
}
