import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBroken, type Limit } from '../core/guidelines/limits.ts'
import { addGrant, drawOnLimits, findGrantByKey, listGrants } from './grants.ts'
import { inTransaction } from './postgres/client.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { anId, testTime } from './test-rows.ts'

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
  const grant = {
    key: 'once',
    issueId: anId(1),
    guidelineId: 1,
    version: 1,
    optionId: 'refund',
    cost: 40,
    person: 'Rita',
    exceptionId: null,
    at: testTime,
  }
  const results = await Promise.allSettled(
    [1, 2, 3].map((n) =>
      inTransaction(store.pool, (client) => addGrant(client, store.scope, { ...grant, id: anId(n) })),
    ),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const found = await findGrantByKey(store.pool, store.scope, 'once')
  expect(found).toMatchObject({ cost: 40, person: 'Rita', issueId: anId(1) })
  expect(await findGrantByKey(store.pool, store.stranger, 'once')).toBeNull()
  expect(await listGrants(store.pool, store.scope, [anId(1)])).toEqual([found])
})
