import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'
import type { DB } from '../schema.ts'
import { parseTimestamp } from './timestamps.ts'

/** One connection, which is what a COPY, a cursor or a transaction needs. */
export type Connection = pg.ClientBase

/** Anything that answers a query: the pool, or one connection of it. */
export type Client = pg.Pool | Connection

/** Builds typed statements; they are run on a client by `list` or `findOne`, so that a transaction is one connection. */
export const build = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

type Statement<Row> =
  | Compilable<Row>
  | { compile(executor: typeof build): ReturnType<Compilable<Row>['compile']> }

export async function list<Row extends object>(client: Client, statement: Statement<Row>): Promise<Row[]> {
  const { sql: text, parameters } = statement.compile(build)
  return (await client.query<Row>(text, [...parameters])).rows
}

export async function findOne<Row extends object>(
  client: Client,
  statement: Statement<Row>,
): Promise<Row | null> {
  return (await list(client, statement))[0] ?? null
}

const names = new Map<string, string>()

/** The same for what is asked again and again in the same words: PostgreSQL reads and plans it once for each connection. */
export async function listOften<Row extends object>(
  client: Client,
  statement: Statement<Row>,
): Promise<Row[]> {
  const { sql: text, parameters } = statement.compile(build)
  const name = names.get(text) ?? `often_${names.size}`
  names.set(text, name)
  return (await client.query<Row>({ name, text, values: [...parameters] })).rows
}

export async function findOften<Row extends object>(
  client: Client,
  statement: Statement<Row>,
): Promise<Row | null> {
  return (await listOften(client, statement))[0] ?? null
}

type LookUp = {
  readonly table: string
  /** What each is looked for by, named `w`. */
  readonly each: RawBuilder<unknown>
  /** What holds of the rows of `each`, which are named `x`. */
  readonly where: RawBuilder<unknown>
}

/**
 * Deletes what is looked for one by one. Joined with what to look for, it would be found by walking the whole table where
 * PostgreSQL knows nothing of its rows yet. Not for partitioned tables, where a row's place says too little.
 */
export async function deleteEach(client: Connection, { table, each, where }: LookUp): Promise<void> {
  const found = sql`select f.ctid from ${each} cross join lateral (
    select ctid from ${sql.table(table)} x where ${where} offset 0) f`
  await list(client, sql`delete from ${sql.table(table)} where ctid = any(array(${found}))`)
}

const byIndex = 'set enable_seqscan = off; set plan_cache_mode = force_generic_plan'

/**
 * From now on this connection looks few things up, by their keys: what it asks often is planned for any values and by an
 * index, because the table may grow after the plan was made.
 */
export function lookUpByKey(client: Connection): Promise<unknown> {
  return client.query(byIndex)
}

/** The same, also where it joins what it was given with a table of whose rows PostgreSQL may not know yet. */
export function joinByKey(client: Connection): Promise<unknown> {
  return client.query(`${byIndex}; set enable_hashjoin = off; set enable_mergejoin = off`)
}

/** Rows in batches, so that a long list needs little memory. The connection is busy until the last one is taken. */
export async function* streamRows<Row extends object>(
  client: Connection,
  statement: Statement<Row>,
  batchSize: number,
): AsyncGenerator<Row[]> {
  const { sql: text, parameters } = statement.compile(build)
  const cursor = client.query(new Cursor<Row>(text, [...parameters], { types }))
  // A cursor waits for the server's answer to its end, which a lost connection never brings.
  const { promise: gone, resolve: onEnd } = Promise.withResolvers<void>()
  client.once('end', onEnd)
  try {
    for (;;) {
      const rows = await cursor.read(batchSize)
      if (rows.length === 0) return
      yield rows
    }
  } finally {
    await Promise.race([cursor.close(), gone])
    client.off('end', onEnd)
  }
}

/** All or nothing: what `work` does on its connection is kept together, or not at all. */
export function inTransaction<T>(pool: pg.Pool, work: (client: Connection) => Promise<T>): Promise<T> {
  return onConnection(pool, 'begin', work)
}

/**
 * The same for a pool whose statements do not wait for each other, with statements without parameters that are sent along
 * with its beginning. What `work` begins at once goes with them, and it may send the commit along with its last statement:
 * where one fails, those behind it do nothing.
 */
export function inTransactionAfter<T>(
  pool: pg.Pool,
  first: string,
  work: (client: Connection, commit: () => void) => Promise<T>,
): Promise<T> {
  return onConnection(pool, `begin; ${first}`, work)
}

const oneMoment = 'begin isolation level repeatable read'

/** The same, and `work` sees everything as it was at one moment. */
export function inSnapshot<T>(pool: pg.Pool, work: (client: Connection) => Promise<T>): Promise<T> {
  return onConnection(pool, oneMoment, work)
}

/** The same on a connection that is held already; whoever holds it finds out when it is broken. */
export async function inSnapshotOn<T>(client: Connection, work: () => Promise<T>): Promise<T> {
  try {
    await client.query(oneMoment)
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function onConnection<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: Connection, commit: () => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  let ended: Promise<unknown> | undefined
  const commit = () => {
    ended ??= sent(client, 'commit')
  }
  try {
    const [begun, working] = inOnePiece(client, () => [sent(client, begin), work(client, commit)])
    const result = await working
    await begun
    commit()
    await ended
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** What is sent before the first wait goes out in one piece, which takes the system one call instead of one a statement. */
export function inOnePiece<T>(client: Connection, send: () => T): T {
  if (!(client instanceof pg.Client)) return send()
  const { stream } = client.connection
  stream.cork()
  try {
    return send()
  } finally {
    stream.uncork()
  }
}

/** Who waits for it later hears of its failure then. */
function sent(client: Connection, statement: string): Promise<unknown> {
  const answer = client.query(statement)
  answer.catch(() => {})
  return answer
}

/**
 * Lets the transaction commit before it is on disk. A later commit that waits brings it there, too; until then a power
 * cut may undo it, whole.
 */
export async function withoutWaiting(client: Connection): Promise<void> {
  await client.query('set local synchronous_commit = off')
}

const int8 = 20
const numeric = 1700
const timestamptz = 1184
const uuid = 2950
const parsers = new Map<number, (text: string) => unknown>([
  [int8, Number],
  [numeric, Number],
  [timestamptz, parseTimestamp],
  [uuid, (text) => text.replaceAll('-', '')],
])

/** How values leave PostgreSQL: counts as numbers, times as epoch milliseconds, ids as 32 digits. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
}
