import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { type Client, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type CustomerLink = {
  readonly id: string
  readonly issueId: string
  readonly madeBy: string
  readonly madeAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
}

const columns = sql`id, issue_id as "issueId", made_by as "madeBy", made_at as "madeAt", expires_at as "expiresAt",
  revoked_at as "revokedAt"`

export async function addLink(client: Client, scope: Scope, link: CustomerLink): Promise<void> {
  const { id, issueId, madeBy, madeAt, expiresAt } = link
  await list(
    client,
    sql`
    insert into customer_links (workspace_id, id, issue_id, made_by, made_at, expires_at)
    values (${scope}, ${id}, ${issueId}, ${madeBy}, ${new Date(madeAt)}, ${new Date(expiresAt)})`,
  )
}

/** For the gate alone: whose link it is, before anything is known of who comes with it. */
export async function findLinkOfAnyWorkspace(
  client: Client,
  id: string,
): Promise<(CustomerLink & { readonly workspaceId: number }) | null> {
  return findOne(
    client,
    sql<CustomerLink & { workspaceId: number }>`
    select ${columns}, workspace_id as "workspaceId" from customer_links where id = ${id}`,
  )
}

export async function listLinks(
  client: Client,
  scope: Scope,
  issues: readonly string[],
): Promise<CustomerLink[]> {
  return list(
    client,
    sql<CustomerLink>`
    select ${columns} from customer_links where workspace_id = ${scope} and issue_id = any(${issues}::uuid[])
    order by made_at desc, id`,
  )
}

/** Revokes all links of an issue that still hold; returns how many. */
export async function revokeLinks(
  client: Client,
  scope: Scope,
  { issues, at }: { issues: readonly string[]; at: Instant },
): Promise<number> {
  const rows = await list(
    client,
    sql`
    update customer_links set revoked_at = ${new Date(at)}
    where workspace_id = ${scope} and issue_id = any(${issues}::uuid[]) and revoked_at is null returning 1`,
  )
  return rows.length
}

/** The workspace's own secret, made by whoever needs it first. */
export async function findOrAddLinkSecret(client: Client, scope: Scope, fresh: Buffer): Promise<Buffer> {
  await list(
    client,
    sql`insert into link_secrets (workspace_id, secret) values (${scope}, ${fresh}) on conflict do nothing`,
  )
  const row = await findOne(
    client,
    sql<{ secret: Buffer }>`select secret from link_secrets where workspace_id = ${scope}`,
  )
  if (row === null) throw new Error('Our fault: a workspace has no secret')
  return row.secret
}
