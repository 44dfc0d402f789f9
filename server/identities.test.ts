import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '../contract/routes.ts'
import { compareText } from '../core/base/order.ts'
import { eraseOlder } from '../store/erase.ts'
import { inTransaction } from '../store/postgres/client.ts'
import { findReadingState } from '../store/readings.ts'
import type { Scope } from '../store/scope.ts'
import { shareCount } from '../store/unread.ts'
import { makeTestKey } from './access/test-kit.ts'
import { enterOrAdd } from './gate.ts'
import { readNew } from './live/read-new.ts'
import { refreshFigures } from './live/refresh-figures.ts'
import { runReading } from './readings/run-reading.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from './test-kit.ts'

const base = '/api/workspaces/shop'

let service: TestService
let api: TestApi
let scope: Scope
let headers: Readonly<Record<string, string>>

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  scope = await enterOrAdd(service, 'shop')
  const key = await makeTestKey(service, scope, {
    id: '00000000-0000-4000-8000-000000000001',
    verbs: ['see', 'know', 'ingest'],
  })
  headers = { authorization: `Bearer ${key}` }
  const tell = (n: number, customer: object) => ({
    source: 'shop',
    externalId: `m-${n}`,
    at: `2026-03-0${n}T10:00:00Z`,
    customer,
    kind: 'call',
    category: 'Delivery',
  })
  await api.call(routes.keepInteractions, `${base}/interactions`, {
    ...withKey([
      tell(1, { account: '4711', email: 'ann@example.org' }),
      tell(2, { email: 'ann@example.org' }),
      tell(3, { email: 'ann@work.example' }),
      tell(4, { phone: '+44 20 7946 0000' }),
      tell(5, { email: 'ann@example.org', phone: '+44 20 7946 0000' }),
    ]),
  })
  await runReading(service, scope, () => {})
})
afterAll(() => service.close())

function withKey(body: unknown): RequestInit {
  const sent = asJson(body)
  return { ...sent, headers: { ...headers, 'content-type': 'application/json' } }
}

/** As workers would. */
async function bringUpToDate(): Promise<void> {
  for (let share = 0; share < shareCount; share++) while ((await readNew(service, scope, share)) === 'more');
  await refreshFigures(service, scope, 'anew')
}

async function issues() {
  await bringUpToDate()
  const { issues: found } = await api.call(routes.listIssues, `${base}/issues`, { headers })
  return found.map(({ id, customer, contacts }) => ({ id, customer, contacts })).sort(byContacts)
}

type Counted = { readonly contacts: number; readonly customer: string | null }
const byContacts = (a: Counted, b: Counted) =>
  b.contacts - a.contacts || compareText(a.customer ?? '', b.customer ?? '')

const who = (issue: string) => api.call(routes.findWho, `${base}/issues/${issue}/customer`, { headers })
const say = (issue: string, kind: 'same' | 'notSame', person: string) =>
  api.call(routes.saveIdentityRuling, `${base}/issues/${issue}/customer`, withKey({ kind, person }))
const takeBack = (id: string) =>
  api.call(routes.withdrawIdentityRuling, `${base}/identity-rulings/${id}/withdraw`, { headers })

it('two customers that somebody joins are one with one issue, and two again when it is taken back', async () => {
  const [ann, work] = await issues()
  if (ann === undefined || work === undefined) throw new Error('nobody there')
  expect(ann).toMatchObject({ customer: '4711', contacts: 4 })
  const { identities } = await who(ann.id)
  expect(identities.map(({ identity, named }) => [identity, named?.externalId])).toEqual([
    ['account:4711', undefined],
    ['email:ann@example.org', 'm-1'],
    ['phone:+442079460000', 'm-5'],
  ])

  const { ruling } = await say(work.id, 'same', '4711')
  const [together, ...others] = await issues()
  expect(others).toEqual([])
  expect(together).toMatchObject({ customer: '4711', contacts: 5 })
  const joined = await who(ann.id)
  expect(joined.identities).toHaveLength(4)
  expect(joined.rulings).toMatchObject([
    {
      id: ruling.replaceAll('-', ''),
      sentence: 'ann@work.example and account 4711 are one customer.',
      reviewer: 'Test',
    },
  ])
  await expect(say(work.id, 'same', 'ann@example.org')).rejects.toThrow('one customer already')
  const old = await api.call(routes.findIssue, `${base}/issues/${work.id}`, { headers })
  expect(old.issue.id).toBe(ann.id)

  await takeBack(ruling)
  await expect(takeBack(ruling)).rejects.toThrow('taken back before')
  expect(await issues()).toEqual([ann, work])
})

it('an identity that is somebody else’s takes its own interactions along, until somebody says otherwise', async () => {
  const [ann] = await issues()
  if (ann === undefined) throw new Error('nobody there')
  await expect(say(ann.id, 'notSame', 'account:4711')).rejects.toThrow('The records do not give this')
  const { ruling } = await say(ann.id, 'notSame', 'phone:+442079460000')
  expect((await issues()).map(({ customer, contacts }) => [customer, contacts])).toEqual([
    ['4711', 3],
    ['+442079460000', 1],
    ['ann@work.example', 1],
  ])
  const { ruling: other } = await say(ann.id, 'same', '+44 20 7946 0000')
  expect((await issues())[0]).toMatchObject({ customer: '4711', contacts: 4 })
  await expect(takeBack(ruling)).rejects.toThrow('taken back before')
  await takeBack(other)
  expect((await who(ann.id)).rulings).toEqual([])
})

it('who is who outlives a whole new reading, and is forgotten with the facts', async () => {
  const [ann, work] = await issues()
  if (ann === undefined || work === undefined) throw new Error('nobody there')
  await say(work.id, 'same', 'ann@example.org')
  const { pool } = service.store
  await pool.query('update readings set is_behind = true where workspace_id = $1', [scope])
  await runReading(service, scope, () => {})
  expect(await issues()).toMatchObject([{ customer: '4711', contacts: 5 }])
  expect((await findReadingState(pool, scope))?.isBehind).toBe(false)

  await inTransaction(pool, (client) => eraseOlder(client, scope, Date.parse('2027-01-01T00:00:00Z')))
  const { rows } = await pool.query('select from identity_rulings where workspace_id = $1', [scope])
  expect(rows).toEqual([])
})

it('only who may know customers says who they are', async () => {
  const masked = await makeTestKey(service, scope, {
    id: '00000000-0000-4000-8000-000000000002',
    verbs: ['see', 'correct'],
  })
  const response = await api.ask(`${base}/issues/00000000-0000-4000-8000-000000000000/customer`, {
    headers: { authorization: `Bearer ${masked}` },
  })
  expect(response.status).toBe(403)
})
