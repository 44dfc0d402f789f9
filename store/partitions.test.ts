import { afterAll, beforeAll, expect, test } from 'vitest'
import { customerId, identityOf } from '../core/base/ids.ts'
import { replaceIdentities } from './identities.ts'
import { saveInteractions } from './interactions.ts'
import { partitionCount, streamPartition } from './partitions.ts'
import { inTransaction } from './postgres/client.ts'
import type { StoredInteraction } from './rows/interaction-row.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { aFact, testTime } from './test-rows.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

/** 5,000 facts of 300 identities; every third identity belongs to the one before it, wherever that lies. */
const facts = Array.from({ length: 5000 }, (_, n) => {
  const identity = identityOf(`account:${(n * 7919) % 300}`)
  return aFact(n, { identities: [identity], at: n % 10 === 0 ? null : testTime - n * 60_000 })
})
const owners = Array.from({ length: 100 }, (_, n) => ({
  identity: identityOf(`account:${n * 3 + 2}`),
  customer: customerId(`account:${n * 3 + 1}`),
}))

async function readParts(): Promise<StoredInteraction[][]> {
  return inTransaction(store.pool, async (client) => {
    const parts: StoredInteraction[][] = []
    for (let part = 0; part < partitionCount; part++) {
      const rows: StoredInteraction[] = []
      for await (const batch of streamPartition(client, store.scope, { readingId: 0, partition: part }))
        rows.push(...batch)
      parts.push(rows)
    }
    return parts
  })
}

test('over all parts, each interaction comes once, with its customer whole in one part and in the order of time', async () => {
  await inTransaction(store.pool, async (client) => {
    await saveInteractions(client, store.scope, facts)
    await saveInteractions(client, store.stranger, facts.slice(0, 50))
    await replaceIdentities(client, store.scope, owners)
  })
  const parts = await readParts()
  const ids = parts.flat().map(({ id }) => id)
  expect(new Set(ids).size).toBe(facts.length)
  expect(ids.length).toBe(facts.length)

  const ownerOf = new Map<string, string>(owners.map(({ identity, customer }) => [identity, customer]))
  const partOf = new Map<string, number>()
  for (const [part, rows] of parts.entries()) {
    const order = rows.map(({ customer, at, sequence }) => [customer, at ?? Infinity, sequence] as const)
    const sorted = [...order].sort((left, right) =>
      left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : left[1] - right[1] || left[2] - right[2],
    )
    expect(order).toEqual(sorted)
    for (const { identity, customer } of rows) {
      expect(customer).toBe(ownerOf.get(identity) ?? identity)
      expect(partOf.get(customer) ?? part).toBe(part)
      partOf.set(customer, part)
    }
  }
  expect(partOf.size).toBe(200)
})

test('a reader who stops in the middle leaves the connection usable', async () => {
  await inTransaction(store.pool, async (client) => {
    for await (const batch of streamPartition(client, store.scope, { readingId: 0, partition: 0 })) {
      expect(batch.length).toBeGreaterThan(0)
      break
    }
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})
