import { afterAll, beforeAll, expect, test } from 'vitest'
import { customerId } from '../core/base/ids.ts'
import { erasePerson, eraseWorkspace } from './erase.ts'
import { inTransaction } from './postgres/client.ts'
import { findReading } from './readings.ts'
import type { Scope } from './scope.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { fillEveryTable } from './test-rows.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await inTransaction(store.pool, (client) => fillEveryTable(client, store.stranger, 500))
})
afterAll(() => store.close())

const inWorkspace = {
  import_files: 'import_id in (select id from imports where workspace_id = $1)',
  workspaces: 'id = $1',
}

/** Who works here, whichever workspace in. */
const aboveWorkspaces =
  'people sessions accounts verifications second_factors rate_limits one_time_links'.split(' ')

/** Counts the rows of a workspace in every table that there is. */
async function countEverything(scope: Scope): Promise<Record<string, number>> {
  const { rows } = await store.pool.query<{ name: string }>(
    `
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not relispartition and relname <> 'migrations' and relname <> all ($1) order by 1`,
    [aboveWorkspaces],
  )
  const counts: Record<string, number> = {}
  for (const { name } of rows) {
    const where = new Map(Object.entries(inWorkspace)).get(name) ?? 'workspace_id = $1'
    const { rowCount } = await store.pool.query(`select from ${name} where ${where}`, [scope])
    counts[name] = rowCount ?? 0
  }
  return counts
}

test('erasing a person leaves no trace of them in any table, and all of everybody else', async () => {
  await inTransaction(store.pool, (client) => fillEveryTable(client, store.scope, 100))
  const strangers = await countEverything(store.stranger)
  const erased = await inTransaction(store.pool, (client) =>
    erasePerson(client, store.scope, customerId('account:1')),
  )
  expect(erased).toEqual({ interactions: 2, mustReadAgain: true })
  for (const table of Object.keys(await countEverything(store.scope))) {
    const where = new Map(Object.entries(inWorkspace)).get(table) ?? 'workspace_id = $1'
    const { rows } = await store.pool.query<{ row: string }>(
      `select t::text as row from ${table} t where ${where}`,
      [store.scope],
    )
    for (const { row } of rows) expect(row).not.toMatch(/mia|account:1|6d6961/i)
  }
  const left = await countEverything(store.scope)
  expect(left).toMatchObject({ interactions: 1, interaction_keys: 1, set_aside: 1, corrections: 1 })
  expect(await countEverything(store.stranger)).toEqual(strangers)
})

test('erasing a person whom no document quotes keeps the reading', async () => {
  const found = await inTransaction(store.pool, (client) =>
    erasePerson(client, store.stranger, customerId('account:2')),
  )
  expect(found).toEqual({ interactions: 1, mustReadAgain: false })
  expect(await findReading(store.pool, store.stranger)).not.toBeNull()
})

test('erasing a workspace empties every table of it, and no other', async () => {
  await inTransaction(store.pool, (client) => eraseWorkspace(client, store.scope))
  const strangers = await countEverything(store.stranger)
  expect(Object.entries(strangers).filter(([, count]) => count === 0)).toEqual([])
  expect(Object.values(await countEverything(store.scope)).every((count) => count === 0)).toBe(true)
  await inTransaction(store.pool, (client) => eraseWorkspace(client, store.stranger))
  expect(Object.values(await countEverything(store.stranger)).every((count) => count === 0)).toBe(true)
})
