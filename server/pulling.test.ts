import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import * as routes from '../contract/connector-routes.ts'
import { pullConnector } from './connectors/pull/pull-connector.ts'
import { type Asked, type Reply, type StandIn, standIn } from './connectors/pull/stand-in.ts'
import { enterByName } from './gate.ts'
import { startWork } from './jobs/work.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from './test-kit.ts'

/** The other systems here answer as their public documentation says; their addresses are named beside the fetchers. */
let service: TestService
let api: TestApi
let clock = Date.UTC(2026, 10, 29, 12)
let other: StandIn
let reply: (asked: Asked) => Reply
const base = '/api/workspaces/live/connectors'

beforeAll(async () => {
  service = { ...(await openTestService()), now: () => clock }
  api = openTestApi(service)
})
afterAll(() => service.close())
beforeEach(async () => {
  other = await standIn((asked) => reply(asked))
})
afterEach(() => other.close())

async function add(input: object) {
  const { connector } = await api.call(routes.addConnector, base, asJson(input))
  const scope = await enterByName(service, 'live')
  return {
    ...connector,
    pull: async () => {
      await pullConnector(service, scope, { id: connector.id })
      return api.call(routes.findConnector, `${base}/${connector.id}`)
    },
  }
}

async function facts(source: string) {
  const { rows } = await service.store.pool.query(
    `select external_id, side, kind, text, case_id, team, agent, identities from interactions where source = $1
     order by external_id collate "C"`,
    [source],
  )
  return rows
}

const key = 'the key of the api'
const users = [
  { id: 1, name: 'Ann', role: 'end-user', email: 'ann@example.org' },
  { id: 7, name: 'Ben', role: 'agent', email: 'ben@company.example' },
]
const seconds = (iso: string) => Date.parse(iso) / 1000

/** Three pages of one ticket event each; `fail` answers instead, once, when it is set. */
function zendesk(fail: { next: Reply | null }) {
  const from = seconds('2026-11-01')
  const events = [1, 2, 3].map((number) => ({
    id: number,
    ticket_id: 35,
    timestamp: from + number,
    child_events: [
      {
        id: 100 + number,
        event_type: 'Comment',
        author_id: number === 2 ? 7 : 1,
        body: `Words ${number}`,
        public: true,
        created_at: new Date((from + number) * 1000).toISOString(),
        via: { channel: 'email' },
      },
    ],
  }))
  return ({ path, query, headers }: Asked): Reply => {
    if (
      headers.authorization !== `Basic ${Buffer.from(`ann@company.example/token:${key}`).toString('base64')}`
    )
      return { status: 401 }
    if (path === '/api/v2/incremental/ticket_events.json') {
      const start = Number(query.get('start_time'))
      const [event] = events.filter(({ timestamp }) => timestamp > start)
      if (event?.id === 2 && fail.next !== null) {
        const failed = fail.next
        fail.next = null
        return failed
      }
      return {
        json: {
          ticket_events: event ? [event] : [],
          end_time: event?.timestamp ?? start,
          end_of_stream: event === undefined,
          count: event ? 1 : 0,
        },
      }
    }
    if (path === '/api/v2/tickets/show_many.json')
      return {
        json: {
          tickets: [
            {
              id: 35,
              requester_id: 1,
              group_id: 9,
              subject: 'Heating',
              created_at: '2026-11-01T00:00:00Z',
              via: { channel: 'email' },
            },
          ],
        },
      }
    if (path === '/api/v2/users/show_many.json')
      return { json: { users: users.filter(({ id }) => query.get('ids')?.split(',').includes(String(id))) } }
    if (path === '/api/v2/groups.json')
      return { json: { groups: [{ id: 9, name: 'Heating' }], next_page: null } }
    return { status: 404 }
  }
}
const zendeskSettings = () => ({ address: other.url, user: 'ann@company.example', since: '2026-11-01' })

it('fetches page by page, keeps to the limit it is told, and goes on where it stopped', async () => {
  const fail: { next: Reply | null } = { next: { status: 429, headers: { 'retry-after': '93' } } }
  reply = zendesk(fail)
  const desk = await add({ kind: 'zendesk', name: 'Desk', settings: zendeskSettings(), secrets: { key } })
  const limited = await desk.pull()
  expect(limited).toMatchObject({ stored: 1, failure: { message: 'Zendesk lets us ask again later.' } })
  expect(limited.nextPullAt).toBe(new Date(clock + 93_000).toISOString())
  other.asked.length = 0
  expect(await desk.pull()).toMatchObject({
    stored: 3,
    duplicates: 0,
    failure: null,
    lastSuccessAt: new Date(clock).toISOString(),
  })
  expect(other.asked[0]).toContain(`start_time=${seconds('2026-11-01') + 1}&`)
  expect(await facts('zendesk')).toMatchObject([
    {
      external_id: 'comment/101',
      side: 'customer',
      text: 'Words 1',
      case_id: '35',
      identities: ['account:zendesk/1', 'email:ann@example.org'],
    },
    { external_id: 'comment/102', side: 'company', team: 'Heating', agent: 'Ben' },
    { external_id: 'comment/103', side: 'customer' },
  ])
  expect(await desk.pull()).toMatchObject({ stored: 3, duplicates: 0 })
})

it('waits longer after each failure, says what is wrong, and forgets it once it works', async () => {
  const fail: { next: Reply | null } = { next: null }
  reply = () => ({ status: 500 })
  const desk = await add({ kind: 'zendesk', name: 'Failing', settings: zendeskSettings(), secrets: { key } })
  const waits: number[] = []
  for (let round = 0; round < 8; round += 1)
    waits.push(Date.parse((await desk.pull()).nextPullAt ?? '') - clock)
  expect(waits.map((wait) => wait / 60_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  reply = () => ({ status: 401 })
  expect((await desk.pull()).failure?.message).toBe('Zendesk does not accept the key.')
  reply = () => ({ json: { surprise: true } })
  expect((await desk.pull()).failure?.message).toBe('What zendesk answered has a form that we don’t know.')
  reply = zendesk(fail)
  expect(await desk.pull()).toMatchObject({ failure: null, stored: 3 })
  await other.close()
  expect((await desk.pull()).failure?.message).toBe('Zendesk can’t be reached.')
})

it('is done when due by whichever worker is first, once, and not while paused', async () => {
  reply = zendesk({ next: null })
  const { pull, ...desk } = await add({
    kind: 'zendesk',
    name: 'Shared',
    settings: zendeskSettings(),
    secrets: { key },
  })
  const exports = () => other.asked.filter((path) => path.includes('ticket_events'))
  await Promise.all([pull(), pull()])
  expect(exports()).toHaveLength(4)
  clock += 61_000
  const [first, second] = [await startWork(service, 'prompt'), await startWork(service, 'prompt')]
  await expect.poll(() => exports().length, { timeout: 20_000 }).toBe(5)
  await Promise.all([first.stop(), second.stop()])
  const found = await api.call(routes.findConnector, `${base}/${desk.id}`)
  expect(found).toMatchObject({ stored: 3, nextPullAt: new Date(clock + 60_000).toISOString() })
  await api.call(routes.changeConnector, `${base}/${desk.id}`, asJson({ isPaused: true }))
  await pull()
  expect(exports()).toHaveLength(5)
})

it('fetches tickets of Freshdesk with conversations and ratings, past a page of one second', async () => {
  const tickets = Array.from({ length: 130 }, (_, index) => ({
    id: index + 1,
    subject: 'Heating',
    description_text: `Cold ${index + 1}`,
    requester_id: 1,
    requester: { id: 1, email: 'ann@example.org' },
    source: 1,
    group_id: 9,
    created_at: '2026-11-28T10:00:00Z',
    updated_at: '2026-11-28T11:00:00Z',
  }))
  reply = ({ path, query, headers }) => {
    if (headers.authorization !== `Basic ${Buffer.from(`${key}:X`).toString('base64')}`)
      return { status: 401 }
    if (path === '/api/v2/groups') return { json: [{ id: 9, name: 'Heating' }] }
    if (path === '/api/v2/agents') return { json: [{ id: 7, contact: { name: 'Ben' } }] }
    if (path === '/api/v2/tickets') {
      const since = Date.parse(query.get('updated_since') ?? '')
      const page = Number(query.get('page'))
      return {
        json: tickets
          .filter(({ updated_at }) => Date.parse(updated_at) >= since)
          .slice((page - 1) * 100, page * 100),
      }
    }
    const isFirst = path.startsWith('/api/v2/tickets/1/')
    if (path.endsWith('/conversations'))
      return {
        json: isFirst
          ? [
              {
                id: 3,
                body_text: 'Restart it',
                incoming: false,
                private: false,
                user_id: 7,
                created_at: '2026-11-28T10:30:00Z',
              },
            ]
          : [],
      }
    return {
      json: isFirst
        ? [
            {
              id: 4,
              feedback: 'Slow',
              created_at: '2026-11-28T11:00:00Z',
              ratings: { default_question: -103 },
            },
          ]
        : [],
    }
  }
  const desk = await add({
    kind: 'freshdesk',
    name: 'Fresh',
    settings: { address: other.url, since: '2026-11-01' },
    secrets: { key },
  })
  expect(await desk.pull()).toMatchObject({ failure: null, stored: 132 })
  const found = await facts('freshdesk')
  expect(found).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ external_id: 'conversation/3', team: 'Heating', agent: 'Ben', case_id: '1' }),
      expect.objectContaining({ external_id: 'rating/4', kind: 'survey' }),
    ]),
  )
})

it('fetches conversations of Intercom page by page, and of one that is told by webhook too only what is new', async () => {
  const conversation = (id: string) => ({
    type: 'conversation',
    id,
    created_at: 1795943000,
    updated_at: 1795944000,
    source: {
      type: 'email',
      body: `<p>Cold ${id}</p>`,
      author: { type: 'user', id: 'u', email: 'ann@example.org' },
    },
    contacts: { contacts: [{ id: 'u' }] },
    conversation_parts: {
      conversation_parts: [
        {
          id: `${id}1`,
          part_type: 'comment',
          body: '<p>Restart</p>',
          created_at: 1795943900,
          author: { type: 'admin', id: '7', name: 'Ben' },
        },
      ],
    },
  })
  reply = ({ path, headers, body }) => {
    if (headers.authorization !== `Bearer ${key}` || headers['intercom-version'] !== '2.11')
      return { status: 401 }
    if (path === '/teams') return { json: { teams: [{ id: '5', name: 'Heating' }] } }
    if (path !== '/conversations/search') return { json: conversation(path.split('/')[2] ?? '') }
    const isFirst = !JSON.stringify(body).includes('starting_after')
    const next = isFirst ? { page: 2, starting_after: 'WzE3' } : null
    return {
      json: {
        conversations: [{ id: isFirst ? '14' : '15', updated_at: 1795944000 }],
        pages: { type: 'pages', next },
      },
    }
  }
  const chat = await add({
    kind: 'intercom',
    name: 'Chat',
    settings: { address: other.url },
    secrets: { key },
  })
  expect(await chat.pull()).toMatchObject({ failure: null, stored: 4 })
  expect(await chat.pull()).toMatchObject({ stored: 4, duplicates: 4 })
  expect((await facts('intercom')).map(({ external_id }) => external_id)).toEqual([
    'conversation/14',
    'conversation/15',
    'part/141',
    'part/151',
  ])
})

it('fetches messages of Chatwoot until those that it knows', async () => {
  const conversations = Array.from({ length: 30 }, (_, index) => ({
    id: index + 1,
    channel: 'Channel::Api',
    last_activity_at: 1795944000 - index,
    messages: [{ id: 0 }],
    meta: { sender: { id: 4, email: 'ann@example.org' } },
  }))
  reply = ({ path, query, headers }) => {
    if (headers.api_access_token !== key) return { status: 401 }
    const of = /conversations\/(\d+)\/messages$/.exec(path)?.[1]
    if (of === undefined) {
      const page = Number(query.get('page'))
      return { json: { data: { meta: {}, payload: conversations.slice((page - 1) * 25, page * 25) } } }
    }
    const number = Number(of)
    const all = [2, 1].map((back) => ({
      id: number * 10 - back,
      content: `Words ${number}`,
      message_type: back - 1,
      created_at: 1795943000,
      private: false,
      conversation_id: number,
    }))
    const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY)
    return { json: { meta: {}, payload: all.filter(({ id }) => id < before).slice(-1) } }
  }
  const settings = { address: other.url, account: '2', since: '2026-11-01' }
  const chat = await add({ kind: 'chatwoot', name: 'Chats', settings, secrets: { key } })
  expect(await chat.pull()).toMatchObject({ failure: null, stored: 60 })
  other.asked.length = 0
  const touched = conversations[0]
  if (touched !== undefined) touched.last_activity_at += 100
  expect(await chat.pull()).toMatchObject({ stored: 60 })
  expect(other.asked.filter((path) => path.includes('/messages'))).toHaveLength(1)
})

it('asks nothing of a computer that leads into the private network by now, whatever it was when it was named', async () => {
  reply = () => ({ json: {} })
  const shared = { ...service, config: { ...service.config, connectors: { mayBePrivate: false } } }
  const scope = await enterByName(service, 'live')
  const address = other.url.replace('127.0.0.1', 'localhost')
  for (const [kind, settings] of [
    ['chatwoot', { address, account: '2' }],
    ['chatwoot', { address: other.url, account: '2' }],
    ['mailbox', { host: 'localhost', user: 'help', port: Number(new URL(other.url).port), security: 'none' }],
  ] as const) {
    const { id } = await add({ kind, name: 'Moved', settings, secrets: { key } })
    await pullConnector(shared, scope, { id })
    const { failure } = await api.call(routes.findConnector, `${base}/${id}`)
    expect(failure?.message).toContain('private network')
  }
  expect(other.asked).toEqual([])
})
