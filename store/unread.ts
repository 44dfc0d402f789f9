import { type RawBuilder, sql } from 'kysely'
import {
  type CustomerId,
  customerId,
  type Identity,
  type InteractionId,
  identityOf,
} from '../core/base/ids.ts'
import { type Client, type Connection, deleteEach, findOne, list, listOften } from './postgres/client.ts'
import {
  bareColumns,
  fromRow,
  type InteractionRow,
  interactionsUnder,
  type StoredInteraction,
} from './rows/interaction-row.ts'
import type { Scope } from './scope.ts'

/**
 * What a reading has not read yet. Whoever keeps or replaces a fact says so here, in the same transaction, for every
 * reading that can be brought up to date; whoever brings a reading up to date takes it out. So a reading's customer
 * can always be seen twice: as the reading read them, and as they are now.
 */
export type Unread = { readonly id: InteractionId; readonly identity: Identity; readonly wasRead: boolean }

export type FormerOwner = { readonly identity: Identity; readonly wasCustomer: string }

/** Work is spread over so many parts, which workers take side by side. */
export const shareCount = 4

export function shareOf(identity: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(hashtext(${identity}) & ${sql.lit(shareCount - 1)})`
}

/** What was said first of a fact stays: that is how the reading knows it. */
export async function addUnread(client: Connection, scope: Scope, facts: readonly Unread[]): Promise<void> {
  if (facts.length === 0) return
  await list(
    client,
    sql`
    insert into unread (workspace_id, reading_id, interaction_id, identity, was_read, share)
    select ${scope}, r.id, u.id, u.identity, u.was_read, ${shareOf(sql`u.identity`)}
    from unnest(${facts.map(({ id }) => id)}::uuid[], ${facts.map(({ identity }) => identity)}::text[],
      ${facts.map(({ wasRead }) => wasRead)}::boolean[]) u (id, identity, was_read)
    join readings r on r.workspace_id = ${scope} and not r.is_behind
    on conflict do nothing`,
  )
}

export async function addFormerOwners(client: Connection, scope: Scope, owners: readonly FormerOwner[]) {
  if (owners.length === 0) return
  await list(
    client,
    sql`
    insert into unread_owners (workspace_id, reading_id, identity, was_customer, share)
    select ${scope}, r.id, u.identity, u.was_customer, ${shareOf(sql`u.identity`)}
    from unnest(${owners.map(({ identity }) => identity)}::text[],
      ${owners.map(({ wasCustomer }) => wasCustomer)}::text[]) u (identity, was_customer)
    join readings r on r.workspace_id = ${scope} and not r.is_behind
    on conflict do nothing`,
  )
}

type Share = { readonly readingId: number; readonly share: number }

export type Picked = { readonly identities: readonly Identity[]; readonly areAll: boolean }

/**
 * Some identities of a share about which something is unread, and whether these are all: those behind `after` first, then from the
 * start, so that who picks in turn leaves nobody waiting.
 */
export async function pickUnread(
  client: Client,
  scope: Scope,
  { readingId, share, most, after = '' }: Share & { most: number; after?: string | undefined },
): Promise<Picked> {
  const some = (table: string, where: RawBuilder<unknown>) => sql`
    (select distinct identity from ${sql.table(table)}
      where workspace_id = ${scope} and reading_id = ${readingId} and share = ${share} and ${where}
      order by identity limit ${most})`
  const [behind, before] = [sql`identity > ${after}`, sql`identity <= ${after}`]
  const rows = await list(
    client,
    sql<{ identity: string }>`
    select identity from (
      ${some('unread', behind)} union all ${some('unread', before)}
      union all ${some('unread_owners', sql`true`)}) picked limit ${most}`,
  )
  return {
    identities: [...new Set(rows.map(({ identity }) => identityOf(identity)))],
    areAll: rows.length < most,
  }
}

export type SeenIdentity = {
  readonly identity: Identity
  readonly customer: CustomerId
  /** Whose the reading read it as. */
  readonly wasCustomer: CustomerId
}

/** These identities, and all that belong or belonged to them as customers. */
export async function listIdentitiesAround(
  client: Client,
  scope: Scope,
  { readingId, identities }: { readingId: number; identities: readonly string[] },
): Promise<SeenIdentity[]> {
  const rows = await listOften(
    client,
    sql<{ identity: string; customer: string; wasCustomer: string }>`
    with named (identity) as (select unnest(${identities}::text[]) collate "C"), around as (
      select identity from named
      union select d.identity from named n join identities d on d.workspace_id = ${scope} and d.customer = n.identity
      union select o.identity from named n join unread_owners o
        on o.workspace_id = ${scope} and o.reading_id = ${readingId} and o.was_customer = n.identity)
    select a.identity, coalesce(d.customer, a.identity) as customer,
      coalesce(o.was_customer, d.customer, a.identity) as "wasCustomer"
    from around a
    left join identities d on d.workspace_id = ${scope} and d.identity = a.identity
    left join unread_owners o on o.workspace_id = ${scope} and o.reading_id = ${readingId} and o.identity = a.identity
    order by 1`,
  )
  return rows.map(({ identity, customer, wasCustomer }) => ({
    identity: identityOf(identity),
    customer: customerId(customer),
    wasCustomer: customerId(wasCustomer),
  }))
}

/** A fact as it is and as the reading knows it. */
export type SeenInteraction = StoredInteraction & { readonly counts: boolean; readonly wasRead: boolean }

/** All facts that are or were read of these identities, in the order of time (what has no time last). */
export async function listSeenInteractions(
  client: Client,
  scope: Scope,
  { readingId, seen }: { readingId: number; seen: readonly SeenIdentity[] },
): Promise<SeenInteraction[]> {
  const identities = seen.map(({ identity }) => identity)
  const customers = new Map(seen.map(({ identity, customer }) => [identity, customer]))
  const rows = await listOften(
    client,
    sql<Omit<InteractionRow, 'customer'> & { counts: boolean; wasRead: boolean }>`
    select ${bareColumns}, s.gone is null as counts, coalesce(u.was_read, s.gone is null) as "wasRead"
    from ${interactionsUnder(scope, identities)}
    left join lateral (
      select true as gone from superseded x where x.workspace_id = i.workspace_id and x.id = i.id limit 1) s on true
    left join lateral (
      select x.was_read from unread x
      where x.workspace_id = ${scope} and x.reading_id = ${readingId} and x.share = ${shareOf(sql`i.identity`)}
        and x.identity = i.identity and x.interaction_id = i.id limit 1) u on true
    order by i.at nulls last, i.sequence, i.id`,
  )
  return rows.map((row) => {
    const customer = customers.get(identityOf(row.identity)) ?? row.identity
    return { ...fromRow({ ...row, customer }), counts: row.counts, wasRead: row.wasRead }
  })
}

/** Takes out what is known to this transaction about these identities. */
export async function removeUnread(
  client: Connection,
  scope: Scope,
  { readingId, identities }: { readingId: number; identities: readonly Identity[] },
): Promise<void> {
  for (const table of ['unread', 'unread_owners']) {
    await deleteEach(client, {
      table,
      each: sql`unnest(${identities}::text[]) w (identity)`,
      where: sql`x.workspace_id = ${scope} and x.reading_id = ${readingId} and x.share = ${shareOf(sql`w.identity`)}
        and x.identity = w.identity`,
    })
  }
}

export async function countUnread(client: Client, scope: Scope, readingId: number): Promise<number> {
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(*) from unread where workspace_id = ${scope} and reading_id = ${readingId}`,
  )
  return row?.count ?? 0
}

/** Shares of a workspace in which something is unread; the first one where no reading can be brought up to date. */
export async function listUnreadShares(client: Client, scope: Scope): Promise<number[]> {
  const rows = await list(
    client,
    sql<{ share: number }>`
    select s.share from workspaces w left join readings r on r.id = w.reading_id and not r.is_behind
    cross join generate_series(0, ${shareCount - 1}) s (share)
    where w.id = ${scope} and ((r.id is null and s.share = 0) or ${isUnread})`,
  )
  return rows.map(({ share }) => share)
}

const isUnread = sql<boolean>`(
  exists (select from unread u where u.workspace_id = w.id and u.reading_id = w.reading_id and u.share = s.share)
  or exists (select from unread_owners o
    where o.workspace_id = w.id and o.reading_id = w.reading_id and o.share = s.share))`

/** Every share with something unread, of whatever workspace: for the worker, which serves them all. */
export async function listAllUnreadShares(client: Client): Promise<{ workspaceId: number; share: number }[]> {
  return list(
    client,
    sql<{ workspaceId: number; share: number }>`
    select w.id as "workspaceId", s.share from workspaces w cross join generate_series(0, ${shareCount - 1}) s (share)
    where ${isUnread}`,
  )
}

/** In all workspaces: what came and is in no reading yet. */
export async function countAllUnread(client: Client): Promise<number> {
  const row = await findOne(client, sql<{ count: number }>`select count(distinct interaction_id) from unread`)
  return row?.count ?? 0
}
