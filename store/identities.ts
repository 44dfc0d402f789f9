import { sql } from 'kysely'
import { type CustomerId, type Identity, type InteractionId, identityOf } from '../core/base/ids.ts'
import type { IdentityOwner, IdentityRuling } from '../core/interactions/join-identities.ts'
import { type Client, type Connection, list, streamRows } from './postgres/client.ts'
import { copyInto } from './postgres/copy.ts'
import { counted } from './rows/interaction-row.ts'
import type { Scope } from './scope.ts'

/** Evidence that two identities are one person: the interaction that named both. */
export type IdentityLink = {
  readonly one: Identity
  readonly other: Identity
  readonly interactionId: InteractionId
}

export type IdentityPair = { readonly one: Identity; readonly other: Identity }

const linksAtOnce = 10_000

/** Keeps the first evidence of each pair; says which pairs were not known before. */
export async function saveIdentityLinks(
  client: Client,
  scope: Scope,
  links: readonly IdentityLink[],
): Promise<IdentityPair[]> {
  if (links.length === 0) return []
  const pairs = new Map<string, IdentityLink>()
  for (const link of links) {
    const key = `${link.one}\u0000${link.other}`
    if (!pairs.has(key)) pairs.set(key, link)
  }
  const first = [...pairs.values()]
  const ones = first.map(({ one }) => one)
  const others = first.map(({ other }) => other)
  const evidence = first.map((link) => link.interactionId)
  const rows = await list(
    client,
    sql<{ one: string; other: string }>`
    insert into identity_links (workspace_id, one, other, interaction_id)
    select ${scope}, l.* from unnest(${ones}::text[], ${others}::text[], ${evidence}::uuid[]) l order by 2, 3
    on conflict do nothing returning one, other`,
  )
  return rows.map(toPair)
}

/** All of a workspace, in batches. */
export function streamIdentityLinks(client: Connection, scope: Scope): AsyncGenerator<IdentityPair[]> {
  const statement = sql<IdentityPair>`select one, other from identity_links where workspace_id = ${scope}`
  return streamRows(client, statement, linksAtOnce)
}

/** Sets whose each identity is; an identity that is its own customer needs no row. Call it in a transaction. */
export async function replaceIdentities(client: Connection, scope: Scope, owners: Iterable<IdentityOwner>) {
  await list(client, sql`delete from identities where workspace_id = ${scope}`)
  const columns = { identity: 'text', customer: 'text' } as const
  await copyInto(client, { table: 'identities', columns, fixed: { workspaceId: scope } }, owners)
  await list(client, sql`analyze identities`)
}

/**
 * Takes back the links that rest on facts which no longer count, unless another fact of the same people names both.
 * Returns the pairs that nothing links any more. Call it in a transaction, after the facts were superseded.
 */
export async function removeLinksOf(
  client: Connection,
  scope: Scope,
  facts: readonly InteractionId[],
): Promise<IdentityPair[]> {
  if (facts.length === 0) return []
  await list(
    client,
    sql`
    update identity_links l set interaction_id = other.id
    from identity_links old cross join lateral (
      select i.id from interactions i
      where i.workspace_id = old.workspace_id and i.identity in (old.one, old.other)
        and i.identities @> array[old.one, old.other] and ${counted}
      order by i.id limit 1) other
    where old.workspace_id = ${scope} and old.interaction_id = any(${facts}::uuid[])
      and l.workspace_id = old.workspace_id and l.one = old.one and l.other = old.other`,
  )
  const rows = await list(
    client,
    sql<{ one: string; other: string }>`
    delete from identity_links
    where workspace_id = ${scope} and interaction_id = any(${facts}::uuid[]) returning one, other`,
  )
  return rows.map(toPair)
}

/** Everything that says who is one person with these identities, however far it reaches, rulings oldest first. */
export async function listEvidenceAround(
  client: Client,
  scope: Scope,
  identities: readonly Identity[],
): Promise<{ readonly links: readonly IdentityPair[]; readonly rulings: readonly IdentityRuling[] }> {
  const rows = await list(
    client,
    sql<IdentityPair & { kind: IdentityRuling['kind'] | null }>`
    with recursive evidence as not materialized (
      select one, other, null as kind, null::bigint as sequence from identity_links where workspace_id = ${scope}
      union all
      select one, other, kind, sequence from identity_rulings where workspace_id = ${scope} and withdrawn_at is null),
    reached (identity) as (
      select unnest(${identities}::text[]) collate "C"
      union
      select n.identity from reached r cross join lateral (
        select other from evidence where one = r.identity union all select one from evidence where other = r.identity)
        n (identity))
    select one, other, kind from reached r join evidence e on e.one = r.identity order by e.sequence`,
  )
  return {
    links: rows.filter(({ kind }) => kind === null),
    rulings: rows.flatMap(({ kind, one, other }) => (kind === null ? [] : { kind, one, other })),
  }
}

/** The links among these identities, in the order of the interactions that named them. */
export async function listLinksAmong(
  client: Client,
  scope: Scope,
  identities: readonly Identity[],
): Promise<IdentityLink[]> {
  return list(
    client,
    sql<IdentityLink>`
    select one, other, interaction_id as "interactionId" from identity_links
    where workspace_id = ${scope} and one = any(${identities}::text[]) and other = any(${identities}::text[])
    order by interaction_id, one, other`,
  )
}

/** Sets whose these identities are, and says whose they were where that is somebody else now. */
export async function updateOwners(
  client: Connection,
  scope: Scope,
  { identities, owners }: { identities: readonly Identity[]; owners: ReadonlyMap<Identity, CustomerId> },
): Promise<{ identity: Identity; wasCustomer: string }[]> {
  const were = new Map(
    (
      await list(
        client,
        sql<{ identity: string; customer: string }>`
        select identity, customer from identities
        where workspace_id = ${scope} and identity = any(${identities}::text[])`,
      )
    ).map(({ identity, customer }) => [identity, customer]),
  )
  const changed = identities.flatMap((identity) => {
    const wasCustomer = were.get(identity) ?? identity
    const customer = owners.get(identity) ?? identity
    return customer === wasCustomer ? [] : [{ identity, wasCustomer, customer }]
  })
  const own = changed.filter(({ identity, customer }) => customer === identity)
  const others = changed.filter(({ identity, customer }) => customer !== identity)
  await list(
    client,
    sql`
    delete from identities
    where workspace_id = ${scope} and identity = any(${own.map(({ identity }) => identity)}::text[])`,
  )
  await list(
    client,
    sql`
    insert into identities (workspace_id, identity, customer)
    select ${scope}, * from unnest(${others.map(({ identity }) => identity)}::text[],
      ${others.map(({ customer }) => customer)}::text[])
    on conflict (workspace_id, identity) do update set customer = excluded.customer`,
  )
  return changed
}

function toPair({ one, other }: { one: string; other: string }): IdentityPair {
  return { one: identityOf(one), other: identityOf(other) }
}
