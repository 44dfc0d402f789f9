import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { routes } from '../../contract/routes.ts'
import { enterOrAdd } from '../gate.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from '../test-kit.ts'
import { makeKeeperLink } from './invite.ts'
import { cookiesOf, testPassword } from './test-kit.ts'

let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  await enterOrAdd(service, 'ours')
  api = openTestApi(service)
})
afterAll(() => service.close())

const post = (path: string, body: unknown, cookie = '') => {
  const init = asJson(body)
  return api.ask(path, { method: 'post', ...init, headers: { ...init.headers, cookie } })
}
const signIn = (password = testPassword) =>
  post('/api/auth/sign-in/email', { email: 'kay@example.org', password })
const kindOf = async (cookie: string) =>
  (await api.call(routes.findMe, '/api/me', { headers: { cookie } })).kind

it('is open until the first keeper has come by the link, once', async () => {
  expect(await api.call(routes.findMe, '/api/me')).toMatchObject({ kind: 'open', awaitsKeeper: true })
  const token = (await makeKeeperLink(service))?.split('#')[1] ?? ''
  const keeper = { token, name: 'Kay', email: 'Kay@example.org', password: testPassword }
  const opened = await api.call(routes.openLink, '/api/one-time-links/open', asJson(keeper))
  expect(opened).toEqual({ email: 'kay@example.org' })
  expect((await post('/api/one-time-links/open', keeper)).status).toBe(404)
  expect(await makeKeeperLink(service)).toBeNull()
  expect(await api.call(routes.findMe, '/api/me')).toMatchObject({ kind: 'nobody', awaitsKeeper: false })
  expect((await api.ask('/api/workspaces')).status).toBe(401)
})

it('a session is a cookie that no script reads, and ends when it is revoked', async () => {
  const [first, second] = [await signIn(), await signIn()]
  expect(first.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/)
  const cookie = cookiesOf(first)
  const listed = await api.ask('/api/auth/list-sessions', { headers: { cookie } })
  const sessions = z.array(z.object({ token: z.string() })).parse(await listed.json())
  const other = sessions.find(({ token }) => cookiesOf(second).includes(token))
  expect(await kindOf(cookiesOf(second))).toBe('person')
  await post('/api/auth/revoke-session', { token: other?.token }, cookie)
  expect(await kindOf(cookiesOf(second))).toBe('nobody')
  expect(await kindOf(cookie)).toBe('person')
})

it('with a second factor the password alone opens nothing', async () => {
  const cookie = cookiesOf(await signIn())
  const begun = await post('/api/auth/two-factor/enable', { password: testPassword }, cookie)
  const { totpURI } = z.object({ totpURI: z.string() }).parse(await begun.json())
  const proven = await post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) }, cookie)
  expect(proven.status).toBe(200)
  const half = await signIn()
  expect(await kindOf(cookiesOf(half))).toBe('nobody')
  const wrong = await post('/api/auth/two-factor/verify-totp', { code: '000000' }, cookiesOf(half))
  expect(wrong.status).toBe(401)
  const whole = await post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) }, cookiesOf(half))
  expect(await kindOf(cookiesOf(whole))).toBe('person')
})

it('whoever guesses is slowed down', async () => {
  const answers: number[] = []
  for (let tries = 0; tries < 11; tries++) answers.push((await signIn('not the password')).status)
  expect(answers).toContain(401)
  expect(answers.at(-1)).toBe(429)
})

/** As an app makes it: RFC 6238, six digits, thirty seconds. */
function codeOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((char) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'),
  )
  const bytes =
    bits
      .join('')
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? []
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
