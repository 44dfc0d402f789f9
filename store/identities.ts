import { sql } from 'kysely'
import {
  type CustomerId,
  type Identity,
  type InteractionId,
  identityOf,
  interactionId,
} from '../core/base/ids.ts'
import { type Client, type Connection, list } from './postgres/client.ts'
import { copyInto } from './postgres/copy.ts'
import type { Scope } from './scope.ts'

/** Evidence that two identities are one person: the interaction that named both. */
export type IdentityLink = {
  readonly one: Identity
  readonly other: Identity
  readonly interactionId: InteractionId
}

export type IdentityOwner = { readonly identity: Identity; readonly customer: CustomerId }

/** Keeps the first evidence of each pair. */
export async function saveIdentityLinks(client: Client, scope: Scope, links: readonly IdentityLink[]) {
  if (links.length === 0) return
  const pairs = new Map<string, IdentityLink>()
  for (const link of links) {
    const key = `${link.one}\u0000${link.other}`
    if (!pairs.has(key)) pairs.set(key, link)
  }
  const first = [...pairs.values()]
  const ones = first.map(({ one }) => one)
  const others = first.map(({ other }) => other)
  const evidence = first.map((link) => link.interactionId)
  await list(
    client,
    sql`
    insert into identity_links (workspace_id, one, other, interaction_id)
    select ${scope}, l.* from unnest(${ones}::text[], ${others}::text[], ${evidence}::uuid[]) l order by 2, 3
    on conflict do nothing`,
  )
}

export async function listIdentityLinks(client: Client, scope: Scope): Promise<IdentityLink[]> {
  const rows = await list(
    client,
    sql<{ one: string; other: string; interactionId: string }>`
    select one, other, interaction_id as "interactionId" from identity_links
    where workspace_id = ${scope} order by one, other`,
  )
  return rows.map((row) => ({
    one: identityOf(row.one),
    other: identityOf(row.other),
    interactionId: interactionId(row.interactionId),
  }))
}

/** Sets whose each identity is; an identity that is its own customer needs no row. Call it in a transaction. */
export async function replaceIdentities(client: Connection, scope: Scope, owners: Iterable<IdentityOwner>) {
  await list(client, sql`delete from identities where workspace_id = ${scope}`)
  const columns = { identity: 'text', customer: 'text' } as const
  await copyInto(client, { table: 'identities', columns, fixed: { workspaceId: scope } }, owners)
  await list(client, sql`analyze identities`)
}
