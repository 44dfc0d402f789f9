import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../core/desk/step.ts'
import { saveDeskPerson } from '../../store/desk-people.ts'
import { addPerson, saveMember } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { enterOrAdd } from '../gate.ts'
import { openTestService, type TestService } from '../test-kit.ts'
import { deskRoleOf, spenderOf, whyNotApprover } from './actor.ts'

let service: TestService
let scope: Scope

beforeAll(async () => {
  service = await openTestService()
  scope = await enterOrAdd(service, 'ours')
  const { pool } = service.store
  for (const [id, name, role] of [
    ['1', 'Rita', 'rep'],
    ['2', 'Lena', 'lead'],
    ['3', 'Ada', 'admin'],
  ] as const) {
    await addPerson(pool, { id, name, email: `${name}@example.org`, isKeeper: false })
    await saveMember(pool, scope, { personId: id, role, at: 0 })
  }
  await saveDeskPerson(pool, scope, { name: 'Rita', role: 'rep', hasLeft: false })
  await saveDeskPerson(pool, scope, { name: 'Lena', role: 'lead', hasLeft: false })
  await saveDeskPerson(pool, scope, { name: 'Bot (agent)', role: 'rep', hasLeft: false })
})
afterAll(() => service.close())

const roleOf = (by: Actor) => deskRoleOf(service.store.pool, scope, by)

it('an account has the authority of its role here, whatever its name; without an account the list decides', async () => {
  const renamed: Actor = { kind: 'person', name: 'Lena', account: '1' }
  expect(await roleOf(renamed)).toBe('rep')
  expect(await roleOf({ kind: 'person', name: 'Anybody', account: '2' })).toBe('lead')
  expect(await roleOf({ kind: 'person', name: 'Lena', account: '3' })).toBeNull()
  expect(await roleOf({ kind: 'person', name: 'Lena', account: 'of another workspace' })).toBeNull()
  expect(await roleOf({ kind: 'person', name: 'Lena' })).toBe('lead')
  expect(await roleOf({ kind: 'agent', name: 'Bot' })).toBe('rep')
  expect(await roleOf({ kind: 'agent', name: 'Lena' })).toBeNull()
})

it('nobody answers for an approver by taking their name, nor gets a new daily limit by a new one', async () => {
  const answers = (by: Actor) => whyNotApprover(service.store.pool, scope, { by, approver: 'Lena' })
  expect(await answers({ kind: 'person', name: 'Lena', account: '1' })).toMatch(/Lena was asked as lead/)
  expect(await answers({ kind: 'person', name: 'Lena', account: '2' })).toBeNull()
  const names = ['Rita', 'Rita the second'].map((name) => spenderOf({ kind: 'person', name, account: '1' }))
  expect(names).toEqual(['1', '1'])
})
