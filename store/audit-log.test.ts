import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAuditEntry, listAuditEntries } from './audit-log.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { testTime } from './test-rows.ts'

let store: TestStore

beforeAll(async () => {
  store = await openTestStore()
  for (const [verb, action, status] of [
    ['see', 'findOverview', 200],
    ['administer', 'listMembers', 200],
    ['export', 'exportPerson', 200],
    ['see', 'listIssues', 403],
    ['erase', 'erasePerson', 403],
  ] as const) {
    const who = { who: 'Ann', way: 'session', wayId: 'ann' } as const
    await addAuditEntry(store.pool, store.scope, {
      at: testTime,
      ...who,
      verb,
      action,
      subject: null,
      status,
    })
  }
})
afterAll(() => store.close())

test.each([
  [null, ['erasePerson', 'listIssues', 'exportPerson', 'listMembers', 'findOverview']],
  ['acts', ['erasePerson', 'exportPerson']],
  ['refusals', ['erasePerson', 'listIssues']],
] as const)('what was noted, only %s, newest first', async (only, actions) => {
  const { rows } = await listAuditEntries(store.pool, store.scope, { before: null, verb: null, only })
  expect(rows.map(({ action }) => action)).toEqual(actions)
})
