import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '../../contract/routes.ts'
import type { Scope } from '../../store/scope.ts'
import { enterOrAdd } from '../gate.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from '../test-kit.ts'
import { inviteMember, makeLinkFor } from './invite.ts'
import { letIn, letKeeperIn, type SignedIn, signIn, testPassword } from './test-kit.ts'

let service: TestService
let api: TestApi
let ours: Scope
let theirs: Scope
let [keeper, admin, rep]: SignedIn[] = []

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  ours = await enterOrAdd(service, 'ours')
  theirs = await enterOrAdd(service, 'theirs')
  keeper = await letKeeperIn(service, api)
  admin = await letIn(service, api, ours, 'admin')
  rep = await letIn(service, api, ours, 'rep')
})
afterAll(() => service.close())

const newPassword = 'battery staple horse'
const kindOf = async (who?: SignedIn) =>
  (await api.call(routes.findMe, '/api/me', { headers: { cookie: who?.cookie ?? '' } })).kind

/** Asks for a link for the member of that address. */
async function askFor(email: string, as?: SignedIn): Promise<Response> {
  const headers = { cookie: as?.cookie ?? '' }
  const { members } = await api.call(routes.listMembers, '/api/workspaces/ours/members', { headers })
  const id = members.find((member) => member.email === email)?.id
  return api.ask(`/api/workspaces/ours/members/${id}/link`, { method: 'post', headers })
}

async function linkOf(response: Response): Promise<string> {
  const reply: unknown = await response.json()
  return routes.makeMemberLink.responses[200].content['application/json'].schema.parse(reply).link
}

const open = (link: string, password: string) => {
  const token = link.split('#')[1]
  const opening = { token, name: null, email: null, password }
  return api.ask('/api/one-time-links/open', { method: 'post', ...asJson(opening) })
}

async function signInWith(password: string): Promise<number> {
  const given = asJson({ email: 'rep@example.org', password })
  return (await api.ask('/api/auth/sign-in/email', { method: 'post', ...given })).status
}

it('an admin’s link sets a new password, once, and ends the sessions by the old one', async () => {
  const [first, second] = [
    await linkOf(await askFor('rep@example.org', admin)),
    await linkOf(await askFor('rep@example.org', admin)),
  ]
  expect(await kindOf(rep)).toBe('person')
  const opened = await open(second, newPassword)
  expect(await opened.json()).toEqual({ email: 'rep@example.org' })
  expect(await kindOf(rep)).toBe('nobody')
  expect(await signInWith(testPassword)).toBe(401)
  expect(await signInWith(newPassword)).toBe(200)
  for (const spent of [first, second]) expect((await open(spent, testPassword)).status).toBe(404)
  const { rows } = await service.store.pool.query(`select name from people where email = 'rep@example.org'`)
  expect(rows).toEqual([{ name: 'rep' }])
})

it('an admin gets no link to somebody who is something elsewhere, nor to a keeper; a keeper does', async () => {
  const lead = await letIn(service, api, ours, 'lead')
  await inviteMember(service, theirs, { email: lead.email, name: 'Lee', role: 'admin' })
  await inviteMember(service, ours, { email: keeper?.email ?? '', name: 'Kay', role: 'admin' })
  for (const email of [lead.email, keeper?.email ?? '']) {
    expect((await askFor(email, admin)).status).toBe(403)
    expect((await askFor(email, keeper)).status).toBe(200)
  }
  expect((await askFor('nobody@example.org', admin)).status).toBe(404)
})

it('whoever lets in somebody that another workspace waits for gets no link to them', async () => {
  const awaited = { email: 'new@example.org', name: 'New', role: 'admin' } as const
  expect(await inviteMember(service, theirs, awaited)).toContain('/welcome#')
  expect(await inviteMember(service, ours, awaited)).toBeNull()
})

it('whoever runs the machine makes a link for anybody, keepers too', async () => {
  expect((await open(await makeLinkFor(service, 'Keeper@example.org'), testPassword)).status).toBe(200)
  expect(await kindOf(keeper)).toBe('nobody')
  expect(await signIn(api, 'keeper@example.org')).toContain('outside-in')
  await expect(makeLinkFor(service, 'nobody@example.org')).rejects.toMatchObject({ code: 'notFound' })
})

it('nobody is locked out by being let in again: a keeper stays admin everywhere, an admin keeps their own role', async () => {
  const cookie = await signIn(api, 'admin@example.org')
  const letInAgain = async (email: string, role: string) => {
    const init = asJson({ email, name: 'Again', role })
    const headers = { 'content-type': 'application/json', cookie }
    return (await api.ask('/api/workspaces/ours/members', { method: 'put', ...init, headers })).status
  }
  expect(await letInAgain('keeper@example.org', 'rep')).toBe(409)
  expect(await letInAgain('Admin@example.org', 'rep')).toBe(409)
  expect(await letInAgain('rep@example.org', 'lead')).toBe(200)
})
