import { afterAll, beforeAll, expect, it } from 'vitest'
import { customerId } from '../core/base/ids.ts'
import { cutPools, listKeptItems, listPoolFloors, saveKeptItems } from './kept-items.ts'
import { inTransaction } from './postgres/client.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { saveReading } from './test-rows.ts'

let store: TestStore
let readingId: number

beforeAll(async () => {
  store = await openTestStore()
  readingId = await inTransaction(store.pool, (client) => saveReading(client, store.scope, {}))
})
afterAll(() => store.close())

const rooms = [
  { prefix: 'quote ', most: 3 },
  { prefix: 'life ', most: 10 },
]

async function keep(pool: string, ranks: readonly number[]): Promise<void> {
  const items = ranks.map((rank) => ({
    pool,
    rank,
    key: `key ${rank}`,
    customer: customerId('account:1'),
    item: rank,
  }))
  await inTransaction(store.pool, (client) => saveKeptItems(client, store.scope, { readingId, items }))
}

async function floorsAfterCutting(): Promise<Record<string, number>> {
  await inTransaction(store.pool, (client) => cutPools(client, store.scope, { readingId, rooms }))
  const floors = await listPoolFloors(store.pool, store.scope, readingId)
  return Object.fromEntries(floors.map(({ pool, rank }) => [pool, rank]))
}

it('gives a floor to what has outgrown its room twofold, and a higher one only when it has again', async () => {
  await keep('quote late', [1, 2, 3, 4, 5, 6])
  await keep('quote lost', [60, 50, 40, 30, 20, 10, 70])
  await keep('life ', [1, 2, 3, 4, 5, 6, 7])
  expect(await floorsAfterCutting()).toEqual({ 'quote lost': 30 })
  expect(await floorsAfterCutting()).toEqual({ 'quote lost': 30 })
  await keep('quote lost', [1, 2, 3])
  expect(await floorsAfterCutting()).toEqual({ 'quote lost': 30 })
  await keep('quote lost', [4])
  expect(await floorsAfterCutting()).toEqual({ 'quote lost': 3 })
  const shown = await listKeptItems(store.pool, store.scope, { readingId, prefix: 'quote lost', most: 3 })
  expect(shown.map(({ item }) => item)).toEqual([1, 2, 3])
})

it('looks at its own workspace only', async () => {
  await keep('quote third', [1, 2, 3, 4, 5, 6, 7])
  await inTransaction(store.pool, (client) => cutPools(client, store.stranger, { readingId, rooms }))
  const floors = await listPoolFloors(store.pool, store.scope, readingId)
  expect(floors.map(({ pool }) => pool)).not.toContain('quote third')
})
