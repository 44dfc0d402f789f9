import { afterAll, beforeAll, expect, it } from 'vitest'
import { deskRoutes } from '../contract/desk/routes.ts'
import type { StepInput } from '../contract/desk/steps.ts'
import { routes } from '../contract/routes.ts'
import { dayMs, hourMs } from '../core/base/time.ts'
import { sameHourLater } from '../core/base/zone.ts'
import type { Scope } from '../store/scope.ts'
import { shareCount } from '../store/unread.ts'
import { readStory } from './demo-workspace.ts'
import { settleDue } from './desk/deadlines.ts'
import { setUpDesk, understand } from './desk/test-kit.ts'
import { enterOrAdd } from './gate.ts'
import { startWork } from './jobs/work.ts'
import { keepTold } from './live/keep-told.ts'
import { listenForNews } from './live/listen.ts'
import { readNew } from './live/read-new.ts'
import { parseTold } from './live/told.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from './test-kit.ts'

/** A company in Berlin, on the afternoon before summer time begins. */
const zone = 'Europe/Berlin'
const afternoon = new Date('2026-03-28T14:00+01:00').getTime()
const nextAfternoon = sameHourLater(afternoon, 1, zone)
const base = '/api/workspaces/real'
let clock = afternoon
let service: TestService
let api: TestApi
let scope: Scope
let guideline: number
let silent: string[]

beforeAll(async () => {
  const opened = await openTestService()
  scope = await enterOrAdd(opened, 'real')
  await readStory(opened, scope, shortStory)
  service = { ...opened, now: () => clock }
  api = openTestApi(service)
  const { causes } = await api.call(routes.listCauses, `${base}/causes`)
  guideline = await setUpDesk(
    api,
    base,
    causes.map(({ id }) => id),
  )
  silent = await issuesWith(`last_at < '2026-02-01'`)
})
afterAll(() => service.close())

async function issuesWith(condition: string): Promise<string[]> {
  const { rows } = await service.store.pool.query<{ id: string }>(
    `select id from issues where cause_id is not null and has_customer and ${condition} order by id limit 20`,
  )
  return rows.map(({ id }) => id)
}

async function begin(): Promise<string> {
  const id = silent.shift()
  if (id === undefined) throw new Error('the story is too short')
  const { record } = await api.call(deskRoutes.findDeskIssue, `${base}/desk/${id}`)
  await understand(api, `${base}/desk/${id}`, record.interactions[0]?.id ?? '')
  return id
}

const take = (id: string, step: StepInput) =>
  api.call(deskRoutes.takeDeskStep, `${base}/desk/${id}/steps`, asJson({ who: 'Rita', step }))

/** What the clock said of an issue, as it is kept: looking at the page would settle it. */
async function saidOf(id: string): Promise<string[]> {
  const { rows } = await service.store.pool.query<{ kind: string; at: number }>(
    `select step ->> 'kind' as kind, at from desk_steps
     where issue_id = $1 and actor ->> 'kind' = 'clock' order by sequence`,
    [id],
  )
  return rows.map(({ kind, at }) => `${kind} ${new Date(at).toISOString()}`)
}

/** Two servers begin to work at an instant and go on until this is so; nobody looks at any page. */
async function workAt(at: number, isDone: () => Promise<void>): Promise<void> {
  clock = at
  const workers = await Promise.all([startWork(service, 'prompt'), startWork(service, 'prompt')])
  await isDone()
  for (const worker of workers) await worker.stop()
}

const iso = (at: number) => new Date(at).toISOString()
const over = {
  kind: 'handedOver',
  to: 'Billing',
  reason: 'They book',
  tried: 'Looked',
  promised: '',
  due: iso(nextAfternoon),
} as const

it('a promise and a hand-over fall due at the same hour of the company’s zone, said once by two servers', async () => {
  expect(nextAfternoon - afternoon).toBe(23 * hourMs)
  const id = await begin()
  await take(id, { kind: 'promised', what: 'a call', due: iso(nextAfternoon) })
  await take(id, over)
  const told: string[] = []
  const stop = listenForNews(service, scope, ({ kind }) => told.push(kind))
  await workAt(nextAfternoon - 1, async () => {})
  expect(await saidOf(id)).toEqual([])
  const said = [`promiseOverdue ${iso(nextAfternoon)}`, `handOverOverdue ${iso(nextAfternoon)}`]
  await workAt(nextAfternoon, () => expect.poll(() => saidOf(id), { timeout: 20_000 }).toEqual(said))
  await Promise.all([settleDue(service, scope), settleDue(service, scope)])
  expect(await saidOf(id)).toEqual(said)
  await expect.poll(() => told).toContain('desk')
  stop()
  const { state, steps } = await api.call(deskRoutes.findDeskIssue, `${base}/desk/${id}`)
  expect(state).toMatchObject({ promises: [{ isOverdue: true }], relay: [{ isOverdue: true }] })
  expect(steps.at(-1)).toMatchObject({ who: 'The clock', words: expect.stringContaining('Billing') })
})

it('an exception that nobody answers follows the default after as many hours, whatever the clocks do', async () => {
  clock = new Date('2026-03-29T00:30+01:00').getTime()
  const id = await begin()
  const due = clock + 4 * hourMs
  const own = { gives: 'A year free', cost: 90_000 }
  const asked = { who: 'Rita', key: crypto.randomUUID(), guideline, option: null, own, because: 'She is 82' }
  const path = `${base}/desk/${id}/grants`
  expect(await api.call(deskRoutes.grantOption, path, asJson(asked))).toMatchObject({
    kind: 'exception',
    due: iso(due).replace('.000', ''),
  })
  const said = [`exceptionAnswered ${iso(due)}`, `granted ${iso(due)}`]
  await workAt(due + 9 * hourMs, () => expect.poll(() => saidOf(id), { timeout: 20_000 }).toEqual(said))
  const counted = await service.store.pool.query(
    `select (select count(*)::int from grants where issue_id = $1) as grants,
       (select count(*)::int from audit_log where subject = replace($1::text, '-', '') and who = 'The clock') as noted`,
    [id],
  )
  expect(counted.rows).toEqual([{ grants: 1, noted: 2 }])
})

it('thirty days after closing it is said whether they came back, also by a server that was down', async () => {
  const { rows } = await service.store.pool.query<{ id: string; at: number }>(
    `select id, first_at as at from issues where cause_id is not null
     and last_at >= '2026-02-01' and last_at - first_at between interval '2 days' and interval '25 days' order by id limit 1`,
  )
  const back = rows[0]?.id ?? ''
  clock = (rows[0]?.at ?? 0) + hourMs
  const backUntil = clock + 30 * dayMs
  await take(back, { kind: 'closed', solved: 'Money back', promised: '' })
  clock = afternoon
  const quiet = await begin()
  await take(quiet, { kind: 'closed', solved: 'Money back', promised: '' })
  const until = afternoon + 30 * dayMs
  await workAt(Math.max(until, backUntil) + 20 * dayMs, () =>
    expect
      .poll(async () => [await saidOf(quiet), await saidOf(back)], { timeout: 20_000 })
      .toEqual([[`silenceEnded ${iso(until)}`], [`silenceEnded ${iso(backUntil)}`]]),
  )
  const outcomeOf = async (id: string) =>
    (await api.call(deskRoutes.findDeskIssue, `${base}/desk/${id}`)).state.outcome
  expect([await outcomeOf(quiet), await outcomeOf(back)]).toEqual(['silent', 'cameBack'])
})

it('whoever takes a step after a deadline takes it behind what was due', async () => {
  clock = afternoon
  const id = await begin()
  await take(id, { ...over, due: iso(afternoon + hourMs) })
  clock = afternoon + 2 * hourMs
  const { steps } = await take(id, { kind: 'handOverAccepted' })
  expect(steps.slice(-2).map(({ kind }) => kind)).toEqual(['handOverOverdue', 'handOverAccepted'])
})

it('what was due about an issue that the reading lost holds all the same', async () => {
  clock = afternoon
  const id = await begin()
  await take(id, { ...over, due: iso(afternoon + hourMs) })
  const { rows } = await service.store.pool.query(
    `delete from issues where id = $1 returning reading_id as "readingId"`,
    [id],
  )
  expect(rows).toHaveLength(1)
  clock = afternoon + 2 * hourMs
  await settleDue(service, scope)
  expect(await saidOf(id)).toEqual([`handOverOverdue ${iso(afternoon + hourMs)}`])
  expect((await api.ask(`${base}/desk`)).status).toBe(200)
})

it('what was begun goes on when its customer turns out to be one with another', async () => {
  clock = afternoon
  const { record } = await api.call(deskRoutes.findDeskIssue, `${base}/desk/${silent[0]}`)
  const text = record.interactions.find(({ from }) => from === 'customer')?.text ?? ''
  const tell = async (externalId: string, daysAgo: number, customer: object) => {
    const at = new Date(clock - daysAgo * dayMs).toISOString()
    const one = parseTold({ source: 'shop', externalId, at, customer, text, from: 'customer' }, clock)
    if (!('interaction' in one)) throw new Error(JSON.stringify(one))
    await keepTold(service.store, scope, [one])
    for (let share = 0; share < shareCount; share++) {
      while ((await readNew(service, scope, share)) === 'more');
    }
  }
  const issueOf = async (externalId: string) => {
    const { rows } = await service.store.pool.query<{ id: string }>(
      `select replace(id::text, '-', '') as id from interactions where source = 'shop' and external_id = $1`,
      [externalId],
    )
    return rows[0]?.id ?? ''
  }
  await tell('first', 9, { account: 'merged-1' })
  await tell('second', 3, { email: 'merged@example.org' })
  const id = await issueOf('second')
  const path = `${base}/desk/${id}`
  await understand(api, path, id)
  await take(id, { kind: 'promised', what: 'a call', due: iso(clock + hourMs) })

  await tell('third', 1, { account: 'merged-1', email: 'merged@example.org' })
  const merged = await api.call(deskRoutes.findDeskIssue, path)
  expect(merged.record.issue.id).toBe(await issueOf('first'))
  expect(merged.record.interactions).toHaveLength(3)
  expect(merged.state).toMatchObject({
    understanding: { state: 'shared' },
    promises: [{ what: 'a call', isKept: false }],
  })
  clock += 2 * hourMs
  await settleDue(service, scope)
  const { state } = await take(id, { kind: 'promiseKept', what: 'a call' })
  expect(state.promises).toEqual([expect.objectContaining({ isKept: true, isOverdue: true })])
  expect((await api.call(deskRoutes.findQueue, `${base}/desk`)).issues.map((one) => one.id)).toContain(
    merged.record.issue.id,
  )
})
