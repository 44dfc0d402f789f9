import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Verb } from '../../contract/access.ts'
import { deskRoutes } from '../../contract/desk/routes.ts'
import { routes } from '../../contract/routes.ts'
import { addApiKey } from '../../store/api-keys.ts'
import type { Scope } from '../../store/scope.ts'
import { fingerprintOf } from '../access/secret.ts'
import { makeApp } from '../app.ts'
import { demoWorkspace, readStory } from '../demo-workspace.ts'
import { setUpDesk } from '../desk/test-kit.ts'
import { enterOrAdd } from '../gate.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from '../test-kit.ts'

let service: TestService
let api: TestApi
let scope: Scope
const base = `/api/workspaces/${demoWorkspace}`

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  scope = await enterOrAdd(service, demoWorkspace, { isDemo: true })
  await readStory(service, scope, shortStory)
  const { causes } = await api.call(routes.listCauses, `${base}/causes`)
  await setUpDesk(
    api,
    base,
    causes.map(({ id }) => id),
  )
  const fin = { name: 'Fin (agent)', role: 'rep', hasLeft: false }
  await api.call(deskRoutes.saveDeskPerson, `${base}/desk-people`, asJson(fin))
})
afterAll(() => service.close())

/** An agent with a key of its own, through the protocol's own client. */
async function openAgent(name: string, verbs: readonly Verb[]): Promise<Client> {
  const token = `${name}-key-of-this-test`.padEnd(32, 'x')
  await addApiKey(service.store.pool, scope, {
    id: crypto.randomUUID().replaceAll('-', ''),
    name,
    verbs: [...verbs],
    fingerprint: fingerprintOf(token),
    madeBy: 'Kay',
    madeAt: service.now(),
    expiresAt: service.now() + 60_000_000,
  })
  const app = makeApp(service)
  const client = new Client({ name, version: '1' })
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`http://localhost/mcp/${demoWorkspace}`), {
      fetch: async (url, init) => app.request(String(url), init),
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  )
  return client
}

const contentSchema = z.object({
  isError: z.boolean().optional(),
  content: z.tuple([z.object({ type: z.literal('text'), text: z.string() })]),
})

async function use(client: Client, name: string, input: Record<string, unknown> = {}) {
  const { isError = false, content } = contentSchema.parse(await client.callTool({ name, arguments: input }))
  return { isError, text: content[0].text, reply: isError ? null : JSON.parse(content[0].text) }
}

async function findFirst(client: Client) {
  const { reply } = await use(client, 'list_waiting')
  const { id } = reply.find(({ cause }: { cause: string | null }) => cause !== null)
  return { id, page: (await use(client, 'read_issue', { issue: id })).reply }
}

/** One that nobody has begun. */
async function findAnother(client: Client) {
  const { rows } = await service.store.pool.query<{ id: string }>(
    `select id from issues where cause_id is not null and id not in (select issue_id from desk_issues)
     order by id limit 1`,
  )
  const id = rows[0]?.id ?? ''
  return { id, page: (await use(client, 'read_issue', { issue: id })).reply }
}

const hopes = { wish: 'An answer', feel: 'safe', think: 'they saw it', act: 'pay once', known: 'believed' }

it('an agent works an issue from the queue to its end, within the authority that it is listed with', async () => {
  const agent = await openAgent('Fin', ['draft', 'desk'])
  const { tools } = await agent.listTools()
  expect(tools.map(({ name }) => name)).toContain('hand_over')
  const { id, page } = await findFirst(agent)
  const share = `${page.draft.lived} Have I got that right?`
  const understood = await use(agent, 'understand', { issue: id, ...page.draft, ...hopes, share })
  expect(understood.reply).toMatchObject({ state: 'shared', shared: share })
  const [first] = page.options
  expect((await use(agent, 'offer_options', { issue: id, options: [first.id] })).reply).toHaveLength(1)
  const key = 'the-agents-own-key'
  const given = await use(agent, 'grant', { issue: id, option: first.id, because: 'Charged twice', key })
  expect(given.reply).toMatchObject({ kind: 'granted' })
  expect((await use(agent, 'grant', { issue: id, option: first.id, because: 'Again', key })).reply).toEqual(
    given.reply,
  )
  const [guideline] = first.id.split('/')
  const word = { issue: id, guideline: Number(guideline), fit: 'fitsBut', word: 'It asks for a letter' }
  expect((await use(agent, 'object_to_guideline', word)).reply.objection).toMatch(/^[0-9a-f]{32}$/)
  expect((await use(agent, 'close_issue', { issue: id, solved: 'Money back', promised: '' })).reply).toBe(
    'silentSoFar',
  )
  const { steps, state } = await api.call(deskRoutes.findDeskIssue, `${base}/desk/${id}`)
  expect(new Set(steps.map(({ who }) => who))).toEqual(new Set(['Fin (agent)']))
  expect(state.grants).toHaveLength(1)
  const audit = await service.store.pool.query('select who, action from audit_log where action = $1', [
    'grantOption',
  ])
  expect(audit.rows).toEqual([
    { who: 'Fin', action: 'grantOption' },
    { who: 'Fin', action: 'grantOption' },
  ])
})

it('an agent that may only draft prepares, and nothing of it goes out', async () => {
  const agent = await openAgent('Draft', ['draft'])
  const { id, page } = await findAnother(agent)
  const drafted = await use(agent, 'understand', { issue: id, ...page.draft, ...hopes, share: null })
  expect(drafted.reply).toMatchObject({ wished: 'An answer', state: 'notShared' })
  const shared = await use(agent, 'understand', {
    issue: id,
    ...page.draft,
    ...hopes,
    share: 'Is that right?',
  })
  expect(shared).toMatchObject({ isError: true, text: expect.stringMatching(/may only draft/) })
  const option = page.options[0].id
  const given = await use(agent, 'grant', { issue: id, option, because: 'x', key: 'drafts-cannot' })
  expect(given).toMatchObject({ isError: true, text: expect.stringMatching(/not for that/) })
  const answered = await use(agent, 'send_answer', { issue: id, text: 'Hello', key: 'drafts-cannot' })
  expect(answered).toMatchObject({ isError: true, text: expect.stringMatching(/not for that/) })
  const after = await api.call(deskRoutes.findDeskIssue, `${base}/desk/${id}`)
  expect(after.state).toMatchObject({ grants: [], understanding: { shared: null } })
})

it('without a key that holds, nothing is read', async () => {
  const app = makeApp(service)
  const client = new Client({ name: 'Nobody', version: '1' })
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`http://localhost/mcp/${demoWorkspace}`), {
      fetch: async (url, init) => app.request(String(url), init),
      requestInit: { headers: { authorization: `Bearer ${'unknown-key'.padEnd(32, 'x')}` } },
    }),
  )
  expect(await use(client, 'list_waiting')).toMatchObject({
    isError: true,
    text: expect.stringMatching(/opens nothing/),
  })
})
