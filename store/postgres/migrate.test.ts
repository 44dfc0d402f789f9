import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../test-kit.ts'
import { describeSchema, toSql, toTypescript } from './describe.ts'
import { migrate, readMigrations } from './migrate.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const migrations = readMigrations()

async function empty() {
  await store.pool.query('drop schema public cascade')
  await store.pool.query('create schema public')
}

async function countDone() {
  return (await store.pool.query('select from migrations')).rowCount
}

test('migrations run from empty, and a second time do nothing', async () => {
  await empty()
  await migrate(store.pool)
  await migrate(store.pool)
  expect(await countDone()).toBe(migrations.length)
})

test('two that migrate at the same time follow one another', async () => {
  await empty()
  await Promise.all([migrate(store.pool), migrate(store.pool), migrate(store.pool)])
  expect(await countDone()).toBe(migrations.length)
})

test('a migration that fails leaves the schema as it was', async () => {
  await empty()
  await migrate(store.pool)
  const broken = { name: '9999-broken.sql', sql: 'create table half (n int); select 1 / 0', checksum: 'x' }
  await expect(migrate(store.pool, [...migrations, broken])).rejects.toThrow('division by zero')
  expect((await store.pool.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }])
  expect(await countDone()).toBe(migrations.length)
})

test('a migration that was changed after it ran is refused', async () => {
  const changed = migrations.map((migration) => ({ ...migration, checksum: 'changed' }))
  await expect(migrate(store.pool, changed)).rejects.toThrow('was changed after this database had run it')
})

test('a database of a newer version is refused', async () => {
  await store.pool.query("insert into migrations (name, checksum) values ('9999-later.sql', 'x')")
  await expect(migrate(store.pool)).rejects.toThrow('written by a newer version')
  await store.pool.query("delete from migrations where name = '9999-later.sql'")
})

test('schema.sql and schema.ts are what the migrations make: else run node store/postgres/write-schema.ts', async () => {
  const schema = await describeSchema(store.pool)
  expect(readFileSync(new URL('../schema.sql', import.meta.url), 'utf8')).toBe(toSql(schema))
  expect(readFileSync(new URL('../schema.ts', import.meta.url), 'utf8')).toBe(toTypescript(schema))
})
