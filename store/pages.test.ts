import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { causeId, contactId, customerId, identityOf, interactionId } from '../core/base/ids.ts'
import { listHandedOffCases } from './cases.ts'
import { countContacts, listContacts } from './contacts.ts'
import { saveInteractions } from './interactions.ts'
import { countIssues, type IssueFilter, type IssueSort, listIssues } from './issues.ts'
import { type Client, inTransaction } from './postgres/client.ts'
import { countFrom, type Order, type Page } from './postgres/page.ts'
import { countSignalled, listSignalled } from './signals.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import {
  aContact,
  aFact,
  aHandedOffCase,
  anId,
  anIssue,
  aSignal,
  saveReading,
  testTime,
} from './test-rows.ts'

let store: TestStore
const numbers = Array.from({ length: 120 }, (_, n) => n)

beforeAll(async () => {
  store = await openTestStore()
  await inTransaction(store.pool, async (client) => {
    await saveInteractions(client, store.scope, [
      aFact(3, { text: 'Where is it?', team: 'desk' }, identityOf('account:1')),
    ])
    await saveReading(client, store.scope, {
      contacts: numbers.map((n) =>
        aContact(n, {
          at: n % 40 === 0 ? null : testTime + Math.floor(n / 3) * 1000,
          minutesToNext: n === 5 ? 7 * 24 * 60 : n < 5 ? 7 * 24 * 60 - 1 : null,
          minutesToSame: n === 1 ? 10 : null,
          causeId: n < 10 ? causeId('late') : null,
          hasCustomer: n > 0,
          channel: n === 7 ? 'phone' : 'mail',
          rating: n < 60 ? n % 6 : null,
          source: n === 4 ? 'survey' : 'desk',
        }),
      ),
      issues: numbers.map((n) =>
        anIssue(n, {
          customer: customerId(`account:${n}`),
          lastAt: n % 40 === 0 ? null : testTime + Math.floor(n / 3) * 1000,
          contacts: (n % 4) + 1,
          handOffs: n % 3,
          teams: n % 2 === 0 ? ['billing'] : ['desk', 'it'],
          isPingPong: n === 9,
          emotion: n === 8 ? 'anger' : null,
        }),
      ),
      signals: numbers.flatMap((n) => [
        aSignal(n, { causeId: n === 5 ? causeId('lost') : null }),
        aSignal(n, { firstChar: 9, causeId: n === 5 ? causeId('lost') : null }),
        aSignal(n, { kind: 'joy', causeId: null }),
      ]),
      cases: numbers.map((n) => aHandedOffCase(n, { handOffs: (n % 5) + 1 })),
    })
  })
})
afterAll(() => store.close())

async function readAll<Row>(readPage: (client: Client, after: string | undefined) => Promise<Page<Row>>) {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const page = await readPage(store.pool, after)
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}

const sorts: readonly IssueSort[] = ['recent', 'contacts', 'handOffs']

test.each(sorts)('pages of issues, %s first, hold each issue once and in order', async (sort) => {
  const issues = await readAll((client, after) => listIssues(client, store.scope, { sort, after }))
  expect(new Set(issues.map(({ id }) => id)).size).toBe(120)
  expect(issues.length).toBe(120)
  const keys = issues.map(({ lastAt, contacts, handOffs }) =>
    sort === 'recent' ? (lastAt ?? -Infinity) : sort === 'contacts' ? contacts : handOffs,
  )
  expect(keys).toEqual([...keys].sort((left, right) => (left === right ? 0 : right - left)))
})

test('contacts, cases and signalled interactions come once each over their pages', async () => {
  const contacts = await readAll((client, after) => listContacts(client, store.scope, { after }))
  const cases = await readAll((client, after) => listHandedOffCases(client, store.scope, { after }))
  const signalled = await readAll((client, after) =>
    listSignalled(client, store.scope, { kind: 'anger', after }),
  )
  expect(new Set(contacts.map(({ id }) => id)).size).toBe(contacts.length)
  expect([contacts.length, cases.length, signalled.length]).toEqual([120, 120, 120])
  expect(new Set(cases.map(({ caseId }) => caseId)).size).toBe(120)
})

test('a contact carries the words that opened it', async () => {
  const contacts = await readAll((client, after) => listContacts(client, store.scope, { after }))
  expect(contacts.find(({ id }) => id === contactId(anId(3)))?.text).toBe('Where is it?')
})

test('signals are listed by team', async () => {
  const wanted = { kind: 'anger', team: 'desk' } as const
  const { rows } = await listSignalled(store.pool, store.scope, wanted)
  expect(rows.map(({ interactionId: id }) => id)).toEqual([anId(3)])
  expect((await countSignalled(store.pool, store.scope, wanted)).count).toBe(1)
})

test('signals are listed by what their contact was about', async () => {
  const wanted = { kind: 'anger', causes: ['lost', 'found'] } as const
  const { rows } = await listSignalled(store.pool, store.scope, wanted)
  expect(rows.map(({ interactionId: id }) => id)).toEqual([anId(5)])
  expect((await countSignalled(store.pool, store.scope, wanted)).count).toBe(1)
})

test('a row comes back with its types: numbers, epoch milliseconds, ids of 32 digits', async () => {
  const { rows } = await listIssues(store.pool, store.scope, { customer: 'account:7' })
  expect(rows).toEqual([
    anIssue(7, {
      customer: customerId('account:7'),
      lastAt: testTime + 2000,
      contacts: 4,
      handOffs: 1,
      teams: ['desk', 'it'],
    }),
  ])
  const { rows: signals } = await listSignalled(store.pool, store.scope, { kind: 'joy' })
  expect(signals[0]).toEqual({
    interactionId: interactionId(anId(119)),
    customer: identityOf('account:1'),
    at: testTime + 119,
  })
})

const issueFilters: readonly [IssueFilter, number][] = [
  [{ team: 'billing' }, 60],
  [{ team: 'desk', minContacts: 4 }, 30],
  [{ handedOff: 'yes' }, 80],
  [{ pingPong: 'yes' }, 1],
  [{ emotion: 'anger' }, 1],
  [{ cause: 'late' }, 0],
  [{ spokenHandOff: 'yes' }, 0],
]

test.each(issueFilters)('issues with %o: the list is as long as the count', async (filter, count) => {
  expect(await countIssues(store.pool, store.scope, filter)).toEqual({ count, isAtLeast: false })
  expect(
    (await readAll((client, after) => listIssues(client, store.scope, { ...filter, after }))).length,
  ).toBe(count)
})

test('contacts are filtered by what follows, cause, customer, week, channel and rating', async () => {
  const count = async (filter: Parameters<typeof countContacts>[2]) =>
    (await countContacts(store.pool, store.scope, filter)).count
  const monday = Date.UTC(2016, 1, 29)
  expect(await count({ followedWithin: 7 })).toBe(5)
  expect(await count({ followedWithin: 8 })).toBe(6)
  expect(await count({ followedWithin: 7, about: 'same' })).toBe(1)
  expect(await count({ cause: 'late' })).toBe(10)
  expect(await count({ unassigned: 'yes' })).toBe(110)
  expect(await count({ withoutCustomer: 'yes' })).toBe(1)
  expect(await count({ channel: 'phone' })).toBe(1)
  expect(await count({ week: monday })).toBe(117)
  expect(await count({ rating: { from: 4, to: 4 } })).toBe(10)
  expect(await count({ rating: { from: 4, to: 5 } })).toBe(20)
  expect(await count({ rating: { from: 4, to: 5 }, source: 'survey' })).toBe(1)
  expect(await count({ week: monday - 7 * 86_400_000 })).toBe(0)
})

test('a list longer than is counted says the least that it holds', async () => {
  const order: Order<{ at: number; id: string }> = {
    by: 'time',
    column: 'at',
    id: sql.ref('id'),
    idType: 'uuid',
    key: ({ at, id }) => ({ value: at, id }),
  }
  const within = [sql`workspace_id = ${store.scope}`]
  const where = [sql`cause_id = 'late'`]
  const count = (exactly: number, first: number) =>
    countFrom(store.pool, { table: 'contacts', within, where, order }, { exactly, first })
  expect(await count(120, 1)).toEqual({ count: 10, isAtLeast: false })
  expect(await count(119, 120)).toEqual({ count: 10, isAtLeast: true })
  // Late ones are among the oldest, and the list begins with the newest.
  expect(await count(119, 50)).toEqual({ count: 0, isAtLeast: true })
})

test('a page that is none is refused in plain words', async () => {
  for (const after of ['', 'x', '5', '5.zz', "none.'; drop table issues"]) {
    await expect(listIssues(store.pool, store.scope, { after })).rejects.toThrow('not a page of the list')
  }
})
