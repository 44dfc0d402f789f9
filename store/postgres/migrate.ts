import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { type Client, type Connection, inTransaction } from './client.ts'
import { storeError } from './problem.ts'

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

const folder = new URL('../migrations/', import.meta.url)
/** Held by whoever migrates, so that two at once follow one another. */
const migrationLock = 7102027

/** Brings a database to the newest schema: forward only, each file in a transaction of its own. */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[] = readMigrations()) {
  for (const index of migrations.keys()) {
    await inTransaction(pool, (client) => migrateOne(client, migrations, index))
  }
}

/**
 * How far the database is, seen from here. A newer one still serves us, because migrations only add (see CONTRIBUTING.md);
 * only a program that starts is refused by it.
 */
export async function compareSchema(
  client: Client,
  known: readonly Migration[] = readMigrations(),
): Promise<'same' | 'older' | 'newer'> {
  const { rows } = await client.query<{ count: number }>('select count(*) as count from migrations')
  const done = rows[0]?.count ?? 0
  if (done === known.length) return 'same'
  return done < known.length ? 'older' : 'newer'
}

export function readMigrations(): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const sql = readFileSync(new URL(name, folder), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function migrateOne(client: Connection, migrations: readonly Migration[], index: number) {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  const done = await listDone(client)
  refuseForeign(done, migrations)
  const next = migrations[index]
  if (next === undefined || index < done.length) return
  await client.query(next.sql)
  await client.query('insert into migrations (name, checksum) values ($1, $2)', [next.name, next.checksum])
}

async function listDone(client: Connection): Promise<{ name: string; checksum: string }[]> {
  await client.query(`create table if not exists migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  return (
    await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migrations order by name',
    )
  ).rows
}

function refuseForeign(done: readonly { name: string; checksum: string }[], known: readonly Migration[]) {
  for (const [index, { name, checksum }] of done.entries()) {
    const here = known[index]
    if (here?.name === name && here.checksum === checksum) continue
    if (here?.name === name) {
      throw storeError(
        'wrongSchema',
        `The migration ${name} was changed after this database had run it.`,
        'Put the file back as it was, and write the change as a new migration.',
      )
    }
    throw storeError(
      'wrongSchema',
      `This database was written by a newer version: it has run ${name}, which is not here.`,
      'Update Outside-In, or name another database.',
    )
  }
}
