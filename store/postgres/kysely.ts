import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'

/**
 * Our pool for a library that runs its own statements: times are dates there, and names are in camel case. Our own
 * statements go through `build` and `list` instead.
 */
export function openKysely(pool: pg.Pool): Kysely<unknown> {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOn(pool),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin()],
  })
}

function driverOn(pool: pg.Pool): Driver {
  const clients = new WeakMap<DatabaseConnection, pg.PoolClient>()
  const run = async (connection: DatabaseConnection, command: string) => {
    await connection.executeQuery(CompiledQuery.raw(command))
  }
  return {
    init: async () => {},
    acquireConnection: async () => {
      const client = await pool.connect()
      const connection = connect(client)
      clients.set(connection, client)
      return connection
    },
    beginTransaction: (connection) => run(connection, 'begin'),
    commitTransaction: (connection) => run(connection, 'commit'),
    rollbackTransaction: (connection) => run(connection, 'rollback'),
    releaseConnection: async (connection) => clients.get(connection)?.release(),
    destroy: async () => {},
  }
}

function connect(client: pg.PoolClient): DatabaseConnection {
  return {
    executeQuery: async ({ sql, parameters }) => {
      const { rows, rowCount } = await client.query({ text: sql, values: [...parameters], types: pg.types })
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
    },
    streamQuery: () => {
      throw new Error('Our fault: rows are streamed by streamRows')
    },
  }
}
