import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { routes } from '../../contract/routes.ts'
import { enterOrAdd } from '../gate.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from '../test-kit.ts'
import { inviteMember } from './invite.ts'
import { cookiesOf, letKeeperIn } from './test-kit.ts'

/** A real OpenID Connect provider on loopback, and a person going through it as their browser would. */

let service: TestService
let api: TestApi
let server: Server
let issuer: string

beforeAll(async () => {
  const port = await freePort()
  issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'outside-in',
        client_secret: 'a secret of the two',
        redirect_uris: ['http://localhost/api/auth/callback/company'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: `${sub}@example.org`, email_verified: true, name: `Known as ${sub}` }),
    }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: 'outside-in',
        accountId: context.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  server = createServer(provider.callback()).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const open = await openTestService()
  const oidc = { issuer, clientId: 'outside-in', clientSecret: 'a secret of the two' }
  const access = { url: 'http://localhost', secret: null, oidc }
  service = { ...open, config: { ...open.config, access } }
  api = openTestApi(service)
  await letKeeperIn(service, api)
}, 60_000)

afterAll(async () => {
  await service.close()
  server.close()
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** From our button through the provider's login and back; what our server answers to the last step. */
async function goThrough(login: string): Promise<Response> {
  const begun = await api.ask('/api/auth/sign-in/social', {
    method: 'post',
    ...asJson({ provider: 'company', callbackURL: '/', errorCallbackURL: '/sign-in' }),
  })
  const { url } = z.object({ url: z.string() }).parse(await begun.json())
  const jar = new Map<string, string>()
  let next = new URL(url)
  let body: string | null = null
  while (next.origin === issuer) {
    const response: Response = await fetch(next, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === null ? {} : { method: 'POST', body }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    body = null
    const location = response.headers.get('location')
    if (location !== null) next = new URL(location, next)
    else body = new URLSearchParams({ prompt: 'login', login, password: 'any' }).toString()
  }
  return api.ask(`${next.pathname}${next.search}`, { headers: { cookie: cookiesOf(begun) } })
}

it('whoever was let in before comes in by their company’s word', async () => {
  const scope = await enterOrAdd(service, 'ours')
  await inviteMember(service, scope, { email: 'ada@example.org', name: 'Ada', role: 'analyst' })
  const arrived = await goThrough('ada')
  expect(arrived.headers.get('location')).toBe('/')
  const me = await api.call(routes.findMe, '/api/me', { headers: { cookie: cookiesOf(arrived) } })
  expect(me).toMatchObject({ kind: 'person', email: 'ada@example.org', roles: { ours: 'analyst' } })
})

it('whoever was not let in does not come in, whatever their company says', async () => {
  const arrived = await goThrough('eve')
  expect(arrived.headers.get('location')).toContain('error=')
  const me = await api.call(routes.findMe, '/api/me', { headers: { cookie: cookiesOf(arrived) } })
  expect(me).toMatchObject({ kind: 'nobody' })
  const { rowCount } = await service.store.pool.query(`select from people where email like 'eve%'`)
  expect(rowCount).toBe(0)
})
