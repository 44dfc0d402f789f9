import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { causeId, customerId, identityOf, issueId } from '../core/base/ids.ts'
import { dayMs } from '../core/base/time.ts'
import { findBroken, type Limit } from '../core/guidelines/limits.ts'
import {
  addGrant,
  countGrantsByCustomer,
  drawOnLimits,
  findGrantByKey,
  listGrants,
  listOutcomes,
  type StoredGrant,
} from './grants.ts'
import { saveInteractions } from './interactions.ts'
import { inTransaction } from './postgres/client.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { aContact, aFact, anId, anIssue, saveReading, testTime } from './test-rows.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

function draw(limits: readonly Limit[]) {
  return inTransaction(store.pool, (client) => drawOnLimits(client, store.scope, limits))
}

async function drawnOn(key: string): Promise<number> {
  const { rows } = await store.pool.query<{ drawn: number }>(
    'select drawn from grant_limits where workspace_id = $1 and key = $2',
    [store.scope, key],
  )
  return rows[0]?.drawn ?? 0
}

function aGrant(n: number, given: Partial<StoredGrant>): StoredGrant {
  return {
    id: anId(n),
    key: `grant ${n}`,
    issueId: anId(1),
    guidelineId: 1,
    version: 1,
    optionId: 'refund',
    cost: 40,
    person: 'Rita',
    exceptionId: null,
    at: testTime,
    ...given,
  }
}

const takes = fc.integer({ min: 1, max: 60 })
let round = 0

test('many grants at once never pass a limit together, whatever each takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(takes, { minLength: 2, maxLength: 12 }), async (amounts) => {
      const day = `day ${++round}`
      const share = `share ${round}`
      const limitsFor = (amount: number): Limit[] => [
        { kind: 'perGrant', key: '', takes: amount, most: 50 },
        { kind: 'perDay', key: day, takes: amount, most: 100 },
        { kind: 'shareOfIssues', key: share, takes: 1, most: 4 },
      ]
      const broken = await Promise.all(amounts.map((amount) => draw(limitsFor(amount))))
      const given = amounts.filter((_, index) => broken[index] === null)
      const total = given.reduce((sum, amount) => sum + amount, 0)
      expect(await drawnOn(day)).toBe(total)
      expect(await drawnOn(share)).toBe(given.length)
      expect(total).toBeLessThanOrEqual(100)
      expect(given.length).toBeLessThanOrEqual(4)
      // Nobody is refused what one more could still have had.
      const drawn = new Map([
        [day, total],
        [share, given.length],
      ])
      for (const [index, amount] of amounts.entries()) {
        if (broken[index] === null) continue
        const stillFits = findBroken(limitsFor(amount), (key) => drawn.get(key) ?? 0) === null
        expect(stillFits).toBe(false)
      }
    }),
    { numRuns: 25 },
  )
})

test('a limit that would be broken draws on none of the others', async () => {
  const limits: Limit[] = [
    { kind: 'perDay', key: 'untouched', takes: 5, most: 10 },
    { kind: 'perIssue', key: 'full', takes: 5, most: 4 },
  ]
  expect(await draw(limits)).toMatchObject({ kind: 'perIssue' })
  expect(await drawnOn('untouched')).toBe(0)
})

test('one key is kept once, also when two ask at the same time', async () => {
  const results = await Promise.allSettled(
    [1, 2, 3].map((n) =>
      inTransaction(store.pool, (client) => addGrant(client, store.scope, aGrant(n, { key: 'once' }))),
    ),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const found = await findGrantByKey(store.pool, store.scope, 'once')
  expect(found).toMatchObject({ cost: 40, person: 'Rita', issueId: anId(1) })
  expect(await findGrantByKey(store.pool, store.stranger, 'once')).toBeNull()
  expect(await listGrants(store.pool, store.scope, [anId(1)])).toEqual([found])
})

test('what became of grants is known of issues that have become part of others since, too', async () => {
  const customer = customerId('account:1')
  await inTransaction(store.pool, async (client) => {
    const facts = [1, 2, 3].map((n) => aFact(n, {}, identityOf(n === 3 ? 'account:3' : 'account:1')))
    await saveInteractions(client, store.scope, facts)
    const late = { customer, causeId: causeId('late') }
    await saveReading(client, store.scope, {
      contacts: [1, 2].map((n) =>
        aContact(n, { ...late, issueId: issueId(anId(1)), at: testTime + n * dayMs }),
      ),
      issues: [anIssue(1, late)],
    })
    for (const n of [1, 2, 3]) {
      const at = testTime + n * dayMs + 1
      await addGrant(client, store.scope, aGrant(100 + n, { issueId: anId(n), guidelineId: 9, at }))
    }
  })
  const outcomes = await listOutcomes(store.pool, store.scope, {
    guideline: 9,
    before: testTime + 40 * dayMs,
  })
  expect([...outcomes.values()]).toEqual([{ given: 2, settled: 1, confirmed: 0 }])
  const counts = await countGrantsByCustomer(store.pool, store.scope, testTime + 1)
  expect(counts.toSorted()).toEqual([1, 2])
})
