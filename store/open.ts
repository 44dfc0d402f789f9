import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { makeQueue } from './jobs.ts'
import { lookUpByKey, types } from './postgres/client.ts'
import { openEmbedded, type Server } from './postgres/embedded.ts'
import { type Migration, migrate, readMigrations } from './postgres/migrate.ts'
import type { Scope } from './scope.ts'
import { raiseWall, type Wall } from './wall.ts'

export type StorePlace = { readonly dataDir: string } | { readonly databaseUrl: string }

export type Store = {
  readonly pool: pg.Pool
  /** For what comes as it happens: a statement is sent without waiting for the one before. They take neither COPY nor cursor. */
  readonly keepers: pg.Pool
  /** How a person would find it: the folder, or the server and database without the password. */
  readonly place: string
  /** For what needs connections of its own. */
  readonly connection: pg.PoolConfig
  /** Whether PostgreSQL itself keeps workspaces apart for requests. */
  readonly isWalled: boolean
  /** The same store, reaching that workspace and no other: what a request works with. */
  within(scope: Scope): Store
  close(): Promise<void>
}

const database = 'outside_in'
const maxConnections = 12
const maxKeepers = 4
const patienceMs = 3000

/** Opens the store in a folder of ours, or in any PostgreSQL from version 15, and brings its schema up to date. */
export async function openStore(
  place: StorePlace,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Store> {
  if ('databaseUrl' in place) {
    const { databaseUrl } = place
    return openPool({ connectionString: databaseUrl }, { place: sayUrl(databaseUrl), migrations })
  }
  const server = await openEmbedded(place)
  try {
    await createDatabase(server)
    const named = { place: place.dataDir, migrations, server }
    return await openPool({ ...server.connection, database }, named)
  } catch (error) {
    await server.close()
    throw error
  }
}

/** For a thread of a process that has opened the store: it has connections of its own, and checks nothing again. */
export function joinStore(connection: Store['connection']): Pick<Store, 'pool' | 'close'> {
  const pool = connect(connection)
  return { pool, close: () => pool.end() }
}

async function openPool(
  connection: pg.PoolConfig,
  {
    place,
    migrations,
    server,
  }: { readonly place: string; readonly migrations: readonly Migration[]; readonly server?: Server },
): Promise<Store> {
  const pool = connect(connection)
  const keepers = connect({ ...connection, pipeline: true }, maxKeepers)
  // Where it breaks, the first statement says so.
  keepers.on('connect', (client) => void lookUpByKey(client).catch(() => {}))
  let wall: Wall | null = null
  const close = async () => {
    const ended = Promise.all([pool.end(), keepers.end(), wall?.close()])
    // A statement that takes long must not outlive us: our server, when it stops, ends it.
    await Promise.race([ended, setTimeout(patienceMs, undefined, { ref: false })])
    await server?.close()
    await ended
  }
  try {
    await migrate(pool, migrations)
    await makeQueue(pool, connection)
    wall = await raiseWall(pool, optionsOf(connection))
    return besideWall({ pool, keepers, place, connection, close }, wall)
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** Many are served at once: a statement that takes all processors would be done sooner, and hold up the others. */
const options = '-c timezone=UTC -c jit=off -c max_parallel_workers_per_gather=0'

function optionsOf(connection: pg.PoolConfig): pg.PoolConfig {
  return { ...connection, types, max: maxConnections, options }
}

function connect(connection: pg.PoolConfig, max = maxConnections): pg.Pool {
  const pool = new pg.Pool({ ...optionsOf(connection), max })
  // A connection that breaks says so in the statement that meets it, and is replaced; without a listener it would end
  // the process, be it idle or in use.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

function besideWall(
  opened: Pick<Store, 'pool' | 'keepers' | 'place' | 'connection' | 'close'>,
  wall: Wall,
): Store {
  const stores = new Map<Scope, Store>()
  const store: Store = {
    ...opened,
    isWalled: wall.stands,
    within: (scope) => {
      const known = stores.get(scope) ?? { ...store, pool: wall.within(scope) }
      stores.set(scope, known)
      return known
    },
  }
  return store
}

async function createDatabase({ connection }: Server) {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } catch (error) {
    if (!isDuplicate(error)) throw error
  } finally {
    await client.end()
  }
}

/** Another process created it in between. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '42P04' || error.code === '23505')
}

function sayUrl(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl)
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`
}
