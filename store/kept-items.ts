import { sql } from 'kysely'
import type { CustomerId } from '../core/base/ids.ts'
import { type Client, type Connection, deleteEach, list, listOften } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import type { Scope } from './scope.ts'

/** A thing that may be among the best of its pool; the lower rank is better, then the lower key. */
export type KeptItem = {
  readonly pool: string
  readonly rank: number
  readonly key: string
  readonly customer: CustomerId
  readonly item: unknown
}

/** Where a pool was cut: nothing beyond it was kept. */
export type PoolFloor = { readonly pool: string; readonly rank: number; readonly key: string }

const itemColumns: Columns<KeptItem> = {
  pool: 'text',
  rank: 'number',
  key: 'text',
  customer: 'text',
  item: 'json',
}
const floorColumns: Columns<PoolFloor> = { pool: 'text', rank: 'number', key: 'text' }

type OfReading = { readonly readingId: number }

export async function saveKeptItems(
  client: Connection,
  scope: Scope,
  { readingId, items }: OfReading & { readonly items: Iterable<KeptItem> },
): Promise<void> {
  await copyInto(
    client,
    { table: 'kept_items', columns: itemColumns, fixed: { workspaceId: scope, readingId } },
    items,
  )
}

export async function removeKeptItems(
  client: Connection,
  scope: Scope,
  { readingId, items }: OfReading & { readonly items: readonly Omit<KeptItem, 'item' | 'customer'>[] },
): Promise<void> {
  if (items.length === 0) return
  await deleteEach(client, {
    table: 'kept_items',
    each: sql`unnest(${items.map(({ pool }) => pool)}::text[], ${items.map(({ rank }) => rank)}::float8[],
      ${items.map(({ key }) => key)}::text[]) w (pool, rank, key)`,
    where: sql`x.workspace_id = ${scope} and x.reading_id = ${readingId}
      and x.pool = w.pool and x.rank = w.rank and x.key = w.key`,
  })
}

export async function savePoolFloors(
  client: Connection,
  scope: Scope,
  { readingId, floors }: OfReading & { readonly floors: Iterable<PoolFloor> },
): Promise<void> {
  await copyInto(
    client,
    { table: 'pool_floors', columns: floorColumns, fixed: { workspaceId: scope, readingId } },
    floors,
  )
}

/** Of each pool that was cut, the floor that holds for all its parts. */
export async function listPoolFloors(client: Client, scope: Scope, readingId: number): Promise<PoolFloor[]> {
  return listOften(client, floorsThatHold(scope, readingId))
}

/** The strictest floor of each pool that has any. */
function floorsThatHold(scope: Scope, readingId: number) {
  return sql<PoolFloor>`select distinct on (pool) pool, rank, key from pool_floors
    where workspace_id = ${scope} and reading_id = ${readingId} order by pool, rank, key`
}

/** How much there is room for in pools whose names begin so. */
export type PoolRoom = { readonly prefix: string; readonly most: number }

/**
 * Gives a floor to each pool that has outgrown its room twofold: what comes beyond is not kept from then on. What lies beyond
 * goes the next time, when everybody who brings the reading up to date knows the floor and leaves it alone.
 */
export async function cutPools(
  client: Connection,
  scope: Scope,
  { readingId, rooms }: OfReading & { readonly rooms: readonly PoolRoom[] },
): Promise<void> {
  await dropBeyondFloors(client, scope, readingId)
  await list(
    client,
    sql`
    insert into pool_floors (workspace_id, reading_id, pool, rank, key)
    select ${scope}, ${readingId}, pool, rank, key from (
      select k.pool, k.rank, k.key, r.most, row_number() over (partition by k.pool order by k.rank, k.key) as place,
        count(*) over (partition by k.pool) as size
      from kept_items k
      join unnest(${rooms.map(({ prefix }) => prefix)}::text[], ${rooms.map(({ most }) => most)}::int[]) r (prefix, most)
        on starts_with(k.pool, r.prefix)
      left join (${floorsThatHold(scope, readingId)}) f on f.pool = k.pool
      where k.workspace_id = ${scope} and k.reading_id = ${readingId}
        and (f.pool is null or (k.rank, k.key) <= (f.rank, f.key))) kept
    where place = most and size > 2 * most`,
  )
}

/** Drops what lies beyond a floor that another part of the pool has. */
export async function dropBeyondFloors(client: Connection, scope: Scope, readingId: number): Promise<void> {
  await deleteEach(client, {
    table: 'kept_items',
    each: sql`(${floorsThatHold(scope, readingId)}) w`,
    where: sql`x.workspace_id = ${scope} and x.reading_id = ${readingId}
      and x.pool = w.pool and (x.rank, x.key) > (w.rank, w.key)`,
  })
}

export type WantedPools = OfReading & {
  /** Pools whose names begin so. */
  readonly prefix: string
  /** From each pool at most. */
  readonly most: number
}

/** The best of each pool, in order. */
export async function listKeptItems(
  client: Client,
  scope: Scope,
  { readingId, prefix, most }: WantedPools,
): Promise<Pick<KeptItem, 'pool' | 'item'>[]> {
  return list(
    client,
    sql<Pick<KeptItem, 'pool' | 'item'>>`
    select pool, item from (
      select pool, rank, key, item, row_number() over (partition by pool order by rank, key) as place from kept_items
      where workspace_id = ${scope} and reading_id = ${readingId}
        and pool >= ${prefix} and pool < ${`${prefix}\u{10ffff}`}) ranked
    where place <= ${most} order by pool, rank, key`,
  )
}
