import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toRange } from '../../contract/ratings.ts'
import type { ContactFilter, IssueFilter } from '../../contract/screens.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { causeId } from '../../core/base/ids.ts'
import { countHandedOffCases } from '../../store/cases.ts'
import { countContacts } from '../../store/contacts.ts'
import { countIssues } from '../../store/issues.ts'
import type { Scope } from '../../store/scope.ts'
import { countSignalled } from '../../store/signals.ts'
import { demoWorkspace, readStory } from '../demo-workspace.ts'
import { enterOrAdd } from '../gate.ts'
import { openTestApi, openTestService, shortStory, type TestService } from '../test-kit.ts'
import { countOf, knownCases, knownContacts, knownIssues, knownSignalled } from './known-totals.ts'
import { readDocuments } from './read-documents.ts'

let service: TestService
let scope: Scope
let read: Awaited<ReturnType<typeof readDocuments>>
let cause: string
let week: string
let source: string

beforeAll(async () => {
  service = await openTestService()
  scope = await enterOrAdd(service, demoWorkspace)
  await readStory(service, scope, shortStory)
  read = await readDocuments(service, scope)
  const { causes } = read.report
  cause = isKnown(causes) ? (causes[1]?.id ?? '') : ''
  week = read.overview.weeks[3]?.week ?? ''
  const { ratings } = read.overview
  source = (ratings !== null && isKnown(ratings) && ratings.scales[0]?.source) || ''
}, 120_000)
afterAll(() => service.close())

describe('what the reading counted is what the list counts', () => {
  const contacts: Readonly<Record<string, () => ContactFilter>> = {
    all: () => ({}),
    'of a cause': () => ({ cause }),
    'of a channel': () => ({ channel: 'phone' }),
    'of a week': () => ({ week }),
    'without a customer': () => ({ withoutCustomer: 'yes' }),
    'rated 5': () => ({ rating: '5' }),
    'rated from 1 to 3 in one source': () => ({ rating: '1..3', source }),
    'followed within a week': () => ({ followedWithin: 7 }),
    'followed within a month about the same': () => ({ followedWithin: 30, about: 'same' }),
  }
  it.each(Object.keys(contacts))('contacts %s', async (name) => {
    const filter = contacts[name]?.() ?? {}
    const stored = {
      ...filter,
      cause: filter.cause === undefined ? undefined : causeId(filter.cause),
      week: filter.week === undefined ? undefined : Date.parse(filter.week),
      rating: filter.rating === undefined ? undefined : toRange(filter.rating),
    }
    const { count } = await countContacts(service.store.pool, scope, stored)
    expect(knownContacts(read, filter)).toBe(count)
  })

  const issues: Readonly<Record<string, () => IssueFilter>> = {
    all: () => ({}),
    'of a cause': () => ({ cause }),
  }
  it.each(Object.keys(issues))('issues %s', async (name) => {
    const filter = issues[name]?.() ?? {}
    const { count } = await countIssues(service.store.pool, scope, filter)
    expect(count).toBeGreaterThan(0)
    expect(knownIssues(read, filter)).toBe(count)
  })

  it.each([undefined, 'yes'] as const)('cases handed off, to and fro %s', async (pingPong) => {
    const { count } = await countHandedOffCases(service.store.pool, scope, { pingPong })
    expect(knownCases(read, { pingPong })).toBe(count)
  })

  it.each(['gratitude', 'refusal', 'outsideIn', 'insideOut', 'both'] as const)(
    'messages with %s',
    async (kind) => {
      const { count } = await countSignalled(service.store.pool, scope, { kind })
      expect(count).toBeGreaterThan(0)
      expect(knownSignalled(read, { kind })).toBe(count)
    },
  )

  it.each(['outsideIn', 'insideOut'] as const)('messages of a team, %s', async (kind) => {
    const { teams } = read.report.postures
    const wanted = { kind, team: isKnown(teams) ? teams[0]?.id : '' }
    const { count } = await countSignalled(service.store.pool, scope, wanted)
    expect(count).toBeGreaterThan(0)
    expect(knownSignalled(read, wanted)).toBe(count)
  })

  it.each(['outsideIn', 'insideOut'] as const)('messages about each cause, %s', async (kind) => {
    const { causes } = read.report.postures
    const said = isKnown(causes) ? causes.filter(({ posture }) => isKnown(posture)) : []
    expect(said.length).toBeGreaterThan(5)
    for (const { id } of said) {
      const { count } = await countSignalled(service.store.pool, scope, { kind, causes: [id] })
      expect(knownSignalled(read, { kind, cause: id })).toBe(count)
    }
  })
})

it('counts only what the reading did not count', async () => {
  const counted = { count: 5, isAtLeast: true }
  const ask = (filter: ContactFilter, next: string | null = '1.a', after?: string) =>
    countOf(service, scope, {
      page: { rows: [1, 2], next },
      after,
      knownOf: (documents) => knownContacts(documents, filter),
      count: () => Promise.resolve(counted),
    })
  const known = { count: read.report.counts.contacts, isAtLeast: false }
  expect(await ask({})).toEqual(known)
  expect(await ask({ cause, channel: 'phone' })).toEqual(counted)
  expect(await ask({}, null)).toEqual({ count: 2, isAtLeast: false })
  expect(await ask({}, null, '1.a')).toEqual(known)
  await service.store.pool.query('update readings set is_behind = true')
  expect(await ask({})).toEqual(counted)
  await service.store.pool.query('update readings set is_behind = false')
})

it('says of a reading that did not keep what signals were about to read again, and shows no empty list', async () => {
  const api = openTestApi(service)
  const { causes } = read.report.postures
  const id = isKnown(causes) ? (causes[0]?.id ?? '') : ''
  const list = () => api.ask(`/api/workspaces/${demoWorkspace}/signals/insideOut?cause=${id}`)
  expect((await list()).status).toBe(200)
  await service.store.pool.query('update signals set cause_id = null')
  const reply = await list()
  expect(reply.status).toBe(409)
  expect(await reply.json()).toMatchObject({
    failure: { hint: expect.stringContaining('outside-in reread') },
  })
})
