import { randomUUID } from 'node:crypto'
import { sign } from 'hono/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may, roles, verbs } from '../../contract/access.ts'
import { failures } from '../../contract/failures.ts'
import { routes } from '../../contract/routes.ts'
import { failureSchema } from '../../contract/screens.ts'
import { revokeApiKey } from '../../store/api-keys.ts'
import type { Scope } from '../../store/scope.ts'
import { enterOrAdd, type GatedRoute } from '../gate.ts'
import { makePanelSecret } from '../panel/panel-secret.ts'
import { openTestApi, openTestService, type TestApi, type TestService } from '../test-kit.ts'
import { letIn, letKeeperIn, makeTestKey, signIn } from './test-kit.ts'

/** Walks every route of the contract as everybody who might ask. */

let service: TestService
let api: TestApi
let ours: Scope
const cookies = new Map<string, string>()
const keys = new Map<string, string>()

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  ours = await enterOrAdd(service, 'ours')
  const theirs = await enterOrAdd(service, 'strangers')
  cookies.set('keeper', (await letKeeperIn(service, api)).cookie)
  for (const role of roles) cookies.set(role, (await letIn(service, api, ours, role)).cookie)
  const revoked = await signIn(api, 'rep@example.org')
  await api.ask('/api/auth/sign-out', { method: 'post', headers: { cookie: revoked } })
  cookies.set('revoked', revoked)
  for (const verb of verbs)
    keys.set(verb, await makeTestKey(service, ours, { id: randomUUID(), verbs: [verb] }))
  keys.set(
    'expired',
    await makeTestKey(service, ours, { id: randomUUID(), verbs, expiresAt: service.now() - 1 }),
  )
  const id = randomUUID()
  keys.set('revoked', await makeTestKey(service, ours, { id, verbs }))
  await revokeApiKey(service.store.pool, ours, { id, at: service.now() })
  keys.set('forged', await signForPanel(service.now(), 'another secret'))
  keys.set('foreign', await makeTestKey(service, theirs, { id: randomUUID(), verbs }))
})
afterAll(() => service.close())

type Walked = GatedRoute & { readonly path: string }
const all = Object.entries<Walked>(routes)
const gated = all.flatMap(([name, route]) => {
  const verb = route['x-verb']
  return verb === null ? [] : [{ name, route, verb }]
})
const inWorkspace = gated.filter(({ route }) => route.path.includes('{workspace}'))

type Sent = { readonly status: number; readonly code: string | null }

async function send(
  { path, method }: Walked,
  headers: Readonly<Record<string, string>>,
  workspace = 'ours',
): Promise<Sent> {
  const address = path.replace('{workspace}', workspace).replaceAll(/\{\w+\}/g, randomUUID())
  const body = method === 'get' || method === 'delete' ? {} : { body: '{}' }
  const json = { 'content-type': 'application/json' }
  const response = await api.ask(address, { method, ...body, headers: { ...json, ...headers } })
  if (response.ok) {
    await response.body?.cancel()
    return { status: response.status, code: null }
  }
  const { failure } = failureSchema.parse(await response.json())
  return { status: response.status, code: failure.code }
}

const refused = (code: keyof typeof failures) => ({ status: failures[code].status, code })
const cookie = (name: string) => ({ cookie: cookies.get(name) ?? '' })
const bearer = (name: string) => ({ authorization: `Bearer ${keys.get(name)}` })

function signForPanel(now: number, secret: string): Promise<string> {
  const exp = Math.round(now / 1000) + 3600
  return sign({ workspace: 'ours', email: 'rep@example.org', case: '1', exp }, secret)
}

/** A rep in the side panel. The walk itself makes new secrets, so each of these is signed with one of its own. */
async function panel() {
  const secret = await makePanelSecret(service.store.pool, service.config, ours)
  return { authorization: `Bearer ${await signForPanel(service.now(), secret)}` }
}

/** Let through: whatever it says then, it says of the request. */
function isLetThrough({ status, code }: Sent): boolean {
  return status < 500 && code !== 'notSignedIn' && code !== 'notAllowed'
}

describe.each(gated)('$name, which needs to $verb,', ({ route }) => {
  it.each([
    ['no login', {}],
    ['a session that was revoked', 'revoked'],
    ['a forged session', { cookie: 'outside-in.session_token=forged.forged' }],
    ['a malformed key', { authorization: 'Bearer x' }],
    ['a password where a key belongs', { authorization: 'Basic a2F5OmtleQ==' }],
    ['an empty key', { authorization: '' }],
  ] as const)('refuses %s', async (_, headers) => {
    expect(await send(route, headers === 'revoked' ? cookie('revoked') : headers)).toEqual(
      refused('notSignedIn'),
    )
  })

  it.each(['expired', 'revoked', 'forged'])('refuses a key that is %s', async (name) => {
    expect(await send(route, bearer(name))).toEqual(refused('notSignedIn'))
  })
})

describe.each(inWorkspace)('$name, which needs to $verb,', ({ route, verb }) => {
  it('opens to the roles of the table and to nobody else', async () => {
    for (const role of roles) {
      const sent = await send(route, cookie(role))
      if (may(role, verb)) expect({ role, sent }).toSatisfy(() => isLetThrough(sent))
      else expect({ role, sent }).toEqual({ role, sent: refused('notAllowed') })
    }
  })

  it('opens to a key for it and to no other', async () => {
    expect(await send(route, bearer(verb))).toSatisfy(isLetThrough)
    const other = verbs.find((known) => known !== verb) ?? ''
    expect(await send(route, bearer(other))).toEqual(refused('notAllowed'))
  })

  it('opens from the side panel to a rep at the desk alone', async () => {
    const sent = await send(route, await panel())
    if (['see', 'know', 'correct', 'draft', 'desk'].includes(verb)) expect(sent).toSatisfy(isLetThrough)
    else expect(sent).toEqual(refused('notAllowed'))
  })

  it('answers in a foreign workspace as in one that is not there', async () => {
    for (const headers of [...roles.map(cookie), ...verbs.map(bearer), await panel()]) {
      expect(await send(route, headers, 'strangers')).toEqual(refused('notFound'))
      expect(await send(route, headers, 'nowhere')).toEqual(refused('notFound'))
    }
    expect(await send(route, bearer('foreign'))).toEqual(refused('notFound'))
  })
})

it('a foreign workspace and a missing one are told in the same words', async () => {
  const told = async (workspace: string) => {
    const response = await api.ask(`/api/workspaces/${workspace}/overview`, { headers: cookie('admin') })
    const { failure } = failureSchema.parse(await response.json())
    return { ...failure, request: '', message: failure.message.replace(workspace, '…') }
  }
  expect(await told('strangers')).toEqual(await told('nowhere'))
})

it('lists only workspaces where one has something to do', async () => {
  const names = async (headers: Readonly<Record<string, string>>) => {
    const { workspaces } = await api.call(routes.listWorkspaces, '/api/workspaces', { headers })
    return workspaces.map(({ name }) => name)
  }
  expect(await names(cookie('rep'))).toEqual(['ours'])
  expect(await names(bearer('foreign'))).toEqual(['strangers'])
  expect(await names(cookie('keeper'))).toEqual(['ours', 'strangers'])
})

it('there is no address that no contract names', async () => {
  for (const path of ['/api/workspaces/ours/secrets', '/api/auth/sign-up/email', '/api/auth/update-user']) {
    expect((await api.ask(path, { method: 'post', headers: cookie('keeper') })).status).toBe(404)
  }
})

it('who shows nothing, or something that does not hold, is refused before anything of what they ask for is told', async () => {
  for (const workspace of ['ours', 'nowhere', 'a%00b'])
    for (const headers of [{}, { authorization: 'Bearer x' }])
      expect(await send(routes.findOverview, headers, workspace)).toEqual(refused('notSignedIn'))
})
