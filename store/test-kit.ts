import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openStore, type Store } from './open.ts'
import { mintScope, type Scope } from './scope.ts'
import { findOrAddWorkspace } from './workspaces.ts'

export type TestStore = Store & {
  /** For what opens a store by itself. */
  readonly databaseUrl: string
  /** A workspace of this store. */
  readonly scope: Scope
  /** Another workspace, which must never see what the first one holds. */
  readonly stranger: Scope
}

/** A fresh store for one test file, on the server of the run; a copy of a database, by default an empty one. Closing it drops it. */
export async function openTestStore(template = nameOf(inject('templateUrl'))): Promise<TestStore> {
  const templateUrl = inject('templateUrl')
  const name = `outside_in_test_${randomUUID().replaceAll('-', '')}`
  await onServer(templateUrl, (server) => server.query(`create database ${name} template ${template}`))
  const databaseUrl = onDatabase(templateUrl, name)
  const store = await openStore({ databaseUrl })
  const scopeOf = async (workspace: string) =>
    mintScope((await findOrAddWorkspace(store.pool, { name: workspace, isDemo: false })).id)
  return {
    ...store,
    databaseUrl,
    scope: await scopeOf('ours'),
    stranger: await scopeOf('strangers'),
    close: async () => {
      await store.close()
      await onServer(templateUrl, (server) => server.query(`drop database ${name}`))
    },
  }
}

/** The name of a database that is filled once in a run, by the first who needs it; the others wait, and all copy it. */
export async function fillOnce(fill: (databaseUrl: string) => Promise<void>): Promise<string> {
  const templateUrl = inject('templateUrl')
  const filled = filledOf(templateUrl)
  await onServer(templateUrl, async (server) => {
    await server.query('select pg_advisory_lock(hashtext($1))', [filled])
    const { rowCount } = await server.query('select from pg_database where datname = $1', [filled])
    if (rowCount !== 0) return
    const begun = `${filled}_begun`
    await server.query(`create database ${begun} template ${nameOf(templateUrl)}`)
    await fill(onDatabase(templateUrl, begun))
    await server.query(`alter database ${begun} rename to ${filled}`)
  })
  return filled
}

/** The filled database that belongs to an empty one. */
export function filledOf(templateUrl: string): string {
  return `${nameOf(templateUrl)}_filled`
}

/** A folder that the server's user can enter too, when the tests run as root. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'outside-in-test-'))
  chmodSync(folder, 0o755)
  return folder
}

export function onDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

async function onServer(templateUrl: string, work: (server: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(onDatabase(templateUrl, 'postgres'))
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
