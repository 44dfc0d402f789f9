import { sql } from 'kysely'
import type { Identity } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import type { IdentityLink, IdentityRuling } from '../core/interactions/join-identities.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type StoredIdentityRuling = IdentityRuling & {
  readonly id: string
  readonly reviewer: string
  readonly at: Instant
}

const standing = (scope: Scope) => sql<boolean>`workspace_id = ${scope} and withdrawn_at is null`
const selected = sql`select id, kind, one, other, reviewer, at from identity_rulings`

/** Takes the place of what was said of the same two before. Call it in the transaction that says anew whose they are. */
export async function saveIdentityRuling(
  client: Connection,
  scope: Scope,
  { id, kind, one, other, reviewer, at }: StoredIdentityRuling,
): Promise<void> {
  await list(
    client,
    sql`
    update identity_rulings set withdrawn_by = ${reviewer}, withdrawn_at = ${new Date(at)}
    where ${standing(scope)} and ((one, other) = (${one}, ${other}) or (one, other) = (${other}, ${one}))`,
  )
  await list(
    client,
    sql`
    insert into identity_rulings (workspace_id, id, kind, one, other, reviewer, at)
    values (${scope}, ${id}, ${kind}, ${one}, ${other}, ${reviewer}, ${new Date(at)})`,
  )
}

/** Returns of whom it spoke; null when there was no such ruling, or it was withdrawn before. */
export async function withdrawIdentityRuling(
  client: Connection,
  scope: Scope,
  { id, by, at }: { id: string; by: string; at: Instant },
): Promise<IdentityLink | null> {
  return findOne(
    client,
    sql<IdentityLink>`
    update identity_rulings set withdrawn_by = ${by}, withdrawn_at = ${new Date(at)}
    where id = ${id} and ${standing(scope)} returning one, other`,
  )
}

/** All that stand, oldest first. */
export async function listIdentityRulings(client: Client, scope: Scope): Promise<StoredIdentityRuling[]> {
  return list(client, sql<StoredIdentityRuling>`${selected} where ${standing(scope)} order by sequence`)
}

/** Those that stand and speak of any of these, oldest first. */
export async function listIdentityRulingsOf(
  client: Client,
  scope: Scope,
  identities: readonly Identity[],
): Promise<StoredIdentityRuling[]> {
  return list(
    client,
    sql<StoredIdentityRuling>`
    ${selected} where ${standing(scope)} and (one = any(${identities}::text[]) or other = any(${identities}::text[]))
    order by sequence`,
  )
}
