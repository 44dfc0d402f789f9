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

/** A fresh store for one test file, on the server of the run. Closing it drops its database. */
export async function openTestStore(): Promise<TestStore> {
  const templateUrl = inject('templateUrl')
  const name = `outside_in_test_${randomUUID().replaceAll('-', '')}`
  await onServer(templateUrl, `create database ${name} template ${new URL(templateUrl).pathname.slice(1)}`)
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
      await onServer(templateUrl, `drop database ${name}`)
    },
  }
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

async function onServer(templateUrl: string, statement: string) {
  const client = new pg.Client(onDatabase(templateUrl, 'postgres'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
