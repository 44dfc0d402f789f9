import { type RawBuilder, sql } from 'kysely'
import { type Client, findOne, list } from './client.ts'
import { storeError } from './problem.ts'
import { writeTimestamp } from './timestamps.ts'

export type Page<Row> = {
  readonly rows: readonly Row[]
  /** Give it back as `after` for the next page; null on the last. */
  readonly next: string | null
}

/** The order of a list, highest first: by a time (none comes last) or by a number, and by id among equals. */
export type Order<Row> = {
  readonly by: 'time' | 'number'
  readonly column: string
  readonly id: RawBuilder<unknown>
  readonly idType: 'uuid' | 'text'
  key(row: Row): { readonly value: number | null; readonly id: string }
}

export type Wanted<Row> = {
  /** The statement up to its `where`. */
  readonly select: RawBuilder<unknown>
  readonly where: readonly RawBuilder<unknown>[]
  readonly order: Order<Row>
  readonly after: string | undefined
}

export const pageSize = 50

/** One page of a list. It starts after a key instead of skipping rows, so that every page costs the same. */
export async function listPage<Row extends object>(client: Client, wanted: Wanted<Row>): Promise<Page<Row>> {
  return toPage(await listFrom(client, wanted, pageSize + 1), wanted.order)
}

/** The first of the rows that come after the page before. */
export async function listFrom<Row extends object>(
  client: Client,
  { select, where, order, after }: Wanted<Row>,
  most: number,
): Promise<Row[]> {
  const by = sortKeyOf(order)
  const all = after === undefined ? where : [...where, beyond(by, order, after)]
  return list(
    client,
    sql<Row>`
    ${select} where ${sql.join(all, sql` and `)}
    order by ${by} desc, ${order.id} desc limit ${most}`,
  )
}

/** The page that rows begin with; when there are more than it holds, there is a next one. */
export function toPage<Row>(rows: readonly Row[], order: Order<Row>, size = pageSize): Page<Row> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? writeKey(order.key(last)) : null }
}

/** The time at which a page begins, null for what has none; undefined for the first page, or what is no page. */
export function findTimeOfPage(after: string | undefined): number | null | undefined {
  const [, value] = /^(none|-?\d{1,15})\./.exec(after ?? '') ?? []
  return value === 'none' ? null : value === undefined ? undefined : Number(value)
}

/** How many rows there are, or at least so many. */
export type Counted = { readonly count: number; readonly isAtLeast: boolean }

export type ToCount<Row> = {
  readonly table: string
  /** What an index that keeps the list's order narrows by. */
  readonly within: readonly RawBuilder<unknown>[]
  readonly where: readonly RawBuilder<unknown>[]
  readonly order: Order<Row>
  /** Rows with the same value count once. */
  readonly distinct?: string
}

/** A list no longer than this is counted exactly; of a longer one, its first rows are looked at. */
const reach = { exactly: 50_000, first: 5_000 }

/** Counts a list; of a long one it says the least, so that a page does not wait longer for its count than for itself. */
export async function countFrom<Row>(
  client: Client,
  { table, within, where, order, distinct }: ToCount<Row>,
  { exactly, first } = reach,
): Promise<Counted> {
  const all = sql`${sql.table(table)} where ${sql.join(within, sql` and `)}`
  const length = await findOne(
    client,
    sql<{ rows: number }>`select count(*) as rows from (select from ${all} limit ${exactly + 1}) c`,
  )
  const isAtLeast = (length?.rows ?? 0) > exactly
  const by = sortKeyOf(order)
  const looked = isAtLeast ? sql`${all} order by ${by} desc, ${order.id} desc limit ${first}` : all
  const what = distinct === undefined ? sql`*` : sql`distinct ${sql.ref(distinct)}`
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(${what}) as count from (select * from ${looked}) c
    where ${sql.join([sql`true`, ...where], sql` and `)}`,
  )
  return { count: row?.count ?? 0, isAtLeast }
}

/** As the index of the list has it: what has no time comes last. */
function sortKeyOf({ by, column }: Pick<Order<never>, 'by' | 'column'>): RawBuilder<unknown> {
  return by === 'time' ? sql`coalesce(${sql.ref(column)}, '-infinity')` : sql`${sql.ref(column)}`
}

function writeKey({ value, id }: { value: number | null; id: string }): string {
  return `${value ?? 'none'}.${id}`
}

function beyond(by: RawBuilder<unknown>, order: Order<never>, after: string): RawBuilder<unknown> {
  const [, value, id] = /^(none|-?\d{1,15})\.(.+)$/s.exec(after) ?? []
  if (value === undefined || id === undefined || (order.idType === 'uuid' && !/^[0-9a-f]{32}$/.test(id))) {
    throw storeError('badPage', 'This is not a page of the list.', 'Open the list from its start.')
  }
  const key = order.by === 'number' ? sql`${value}::int` : sql`${toTime(value)}::timestamptz`
  return sql`(${by}, ${order.id}) < (${key}, ${id}::${sql.raw(order.idType)})`
}

function toTime(value: string): string {
  return value === 'none' ? '-infinity' : writeTimestamp(Number(value))
}
