import { sql } from 'kysely'
import type { ChangeId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** One step of a change; the figures of its day are a document of the caller's own, kept as it is. */
export type StoredDecision = {
  readonly step: string
  readonly who: string
  readonly reason: string
  readonly on: string
  readonly at: Instant
  readonly figures: unknown
}

/** A change with all that was decided about it, in order; the plan is the caller's own document. */
export type StoredChange = {
  readonly id: ChangeId
  readonly plan: unknown
  readonly decisions: readonly StoredDecision[]
}

const selected = sql`select c.id, c.plan, coalesce((
    select jsonb_agg(jsonb_build_object('step', d.step, 'who', d.who, 'reason', d.reason, 'on', d.held_on,
      'at', round(extract(epoch from d.decided_at) * 1000), 'figures', d.figures) order by d.position)
    from decisions d where d.workspace_id = c.workspace_id and d.change_id = c.id), '[]') as decisions
  from changes c`

/** All changes of a workspace, in the order in which they were planned. */
export async function listChanges(client: Client, scope: Scope): Promise<StoredChange[]> {
  return list(client, sql<StoredChange>`${selected} where c.workspace_id = ${scope} order by c.id`)
}

export async function findChange(client: Client, scope: Scope, id: ChangeId): Promise<StoredChange | null> {
  return findOne(client, sql<StoredChange>`${selected} where c.workspace_id = ${scope} and c.id = ${id}`)
}

/** Holds a change until the transaction ends, so that two people decide one after the other. */
export async function holdChange(client: Connection, scope: Scope, id: ChangeId) {
  await list(client, sql`select from changes where workspace_id = ${scope} and id = ${id} for update`)
}

export async function addChange(client: Connection, scope: Scope, plan: unknown): Promise<ChangeId> {
  const row = await findOne(
    client,
    sql<{ id: ChangeId }>`
    insert into changes (workspace_id, plan) values (${scope}, ${JSON.stringify(plan)}) returning id`,
  )
  if (row === null) throw new Error('Our fault: a change was not kept')
  return row.id
}

/** Adds a step behind those there are. */
export async function addDecision(
  client: Connection,
  scope: Scope,
  { changeId, decision }: { changeId: ChangeId; decision: StoredDecision },
) {
  const { step, who, reason, on, at, figures } = decision
  await list(
    client,
    sql`
    insert into decisions (workspace_id, change_id, position, step, who, reason, held_on, decided_at, figures)
    select workspace_id, id, (select count(*) + 1 from decisions where change_id = changes.id), ${step}, ${who},
      ${reason}, ${on}, ${new Date(at)}, ${JSON.stringify(figures)}::jsonb
    from changes where workspace_id = ${scope} and id = ${changeId}`,
  )
}
