import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from './open.ts'
import { inTransaction } from './postgres/client.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { fillEveryTable } from './test-rows.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await inTransaction(store.pool, async (client) => {
    await fillEveryTable(client, store.scope, 1)
    await fillEveryTable(client, store.stranger, 500)
  })
})
afterAll(() => store.close())

/** Every table, with how its rows name their workspace; null where they name none. */
async function listTables(): Promise<{ name: string; workspace: string | null }[]> {
  const { rows } = await store.pool.query<{ name: string; has: boolean }>(`
    select relname as name, exists (select from pg_attribute a
      where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) as has
    from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`)
  return rows.map(({ name, has }) => ({
    name,
    workspace: has ? 'workspace_id' : name === 'workspaces' ? 'id' : null,
  }))
}

it('a statement that forgets its workspace sees one workspace, and changes no other', async () => {
  const ours = store.within(store.scope).pool
  const apart = (await listTables()).filter(({ workspace }) => workspace !== null)
  expect(apart.length).toBeGreaterThan(25)
  for (const { name, workspace } of apart) {
    const { rows } = await ours.query(`select distinct ${workspace} as id from ${name}`)
    expect({ name, rows }).toEqual({ name, rows: [{ id: store.scope }] })
  }
  await inTransaction(ours, (client) => client.query('delete from contacts'))
  const left = await store.pool.query('select distinct workspace_id as id from contacts')
  expect(left.rows).toEqual([{ id: store.stranger }])
})

it('nothing enters a foreign workspace, whatever a statement says', async () => {
  const theirs = store.within(store.stranger).pool
  const stolen = `insert into assumptions (workspace_id, name, low, mid, high, entered_at)
    values (${store.scope}, 'stolen', 1, 1, 1, now())`
  await expect(theirs.query(stolen)).rejects.toThrow('row-level security')
})

it('people, sessions and passwords are out of reach, and the audit log is only written on', async () => {
  const ours = store.within(store.scope).pool
  for (const { name } of (await listTables()).filter((table) => table.workspace === null)) {
    if (name === 'import_files') continue
    await expect(ours.query(`select from ${name}`), name).rejects.toThrow('permission denied')
  }
  expect((await ours.query('select from import_files')).rowCount).toBe(1)
  await expect(ours.query('delete from audit_log')).rejects.toThrow('permission denied')
  await expect(ours.query(`update audit_log set who = 'Eve'`)).rejects.toThrow('permission denied')
})

it('connections that two workspaces take turns with keep them apart', async () => {
  const see = async (scope: typeof store.scope) => {
    const { rows } = await store.within(scope).pool.query('select distinct workspace_id as id from issues')
    expect(rows).toEqual([{ id: scope }])
  }
  const turns = Array.from({ length: 200 }, (_, turn) => (turn % 3 === 0 ? store.scope : store.stranger))
  await Promise.all(turns.map(see))
})

it('where the role can’t be made the store opens all the same, and says so', async () => {
  const name = `weak_${store.scope}_${process.pid}`
  await store.pool.query(`create role ${name} login password 'weak'`)
  await store.pool.query(`create database ${name} owner ${name}`)
  const url = Object.assign(new URL(store.databaseUrl), {
    username: name,
    password: 'weak',
    pathname: `/${name}`,
  })
  try {
    const weak = await openStore({ databaseUrl: url.href })
    expect(weak.isWalled).toBe(false)
    expect((await weak.within(store.scope).pool.query('select from workspaces')).rowCount).toBe(0)
    await weak.close()
  } finally {
    await store.pool.query(`drop database ${name}`)
    await store.pool.query(`drop role ${name}`)
  }
  expect(store.isWalled).toBe(true)
})
