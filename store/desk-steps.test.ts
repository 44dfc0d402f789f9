import { afterAll, beforeAll, expect, it } from 'vitest'
import { causeId, customerId } from '../core/base/ids.ts'
import { dayMs } from '../core/base/time.ts'
import { addStep, holdDeskIssue, listAheadOutcomes } from './desk-steps.ts'
import { inTransaction } from './postgres/client.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { aContact, anId, anIssue, saveReading, testTime } from './test-rows.ts'

let store: TestStore
const late = causeId('late')
const invoice = causeId('invoice')
const person = (n: number) => customerId(`account:${n}`)
/** Days after the step on which each customer came about the invoice; null for who did not. */
const cameAfter = [3, null, 29, 31, -2, 5]

beforeAll(async () => {
  store = await openTestStore()
  await inTransaction(store.pool, async (client) => {
    await saveReading(client, store.scope, {
      issues: cameAfter.map((_, n) => anIssue(n, { customer: person(n), causeId: n === 5 ? null : late })),
      contacts: cameAfter.flatMap((days, n) =>
        days === null
          ? []
          : aContact(100 + n, { customer: person(n), causeId: invoice, at: testTime + days * dayMs }),
      ),
    })
    for (const n of cameAfter.keys()) {
      await holdDeskIssue(client, store.scope, anId(n))
      for (const cause of [{ cause: invoice }, {}]) {
        await addStep(client, store.scope, {
          issue: anId(n),
          step: { kind: 'solvedAhead', need: 'Invoice', ...cause, how: 'Said so' },
          actor: { kind: 'person', name: 'Rita' },
          at: testTime,
        })
      }
    }
  })
})
afterAll(() => store.close())

it('tells of needs settled ahead in issues of a cause how many customers came about them within 30 days', async () => {
  const outcomes = await listAheadOutcomes(store.pool, store.scope, { cause: late, before: testTime + 1 })
  expect([...outcomes]).toEqual([[invoice, { settled: 5, cameBack: 2 }]])
})

it('says nothing before the 30 days are over, nor to another workspace', async () => {
  const asked = { cause: late, before: testTime }
  expect(await listAheadOutcomes(store.pool, store.scope, asked)).toEqual(new Map())
  expect(await listAheadOutcomes(store.pool, store.stranger, { ...asked, before: testTime + 1 })).toEqual(
    new Map(),
  )
})
