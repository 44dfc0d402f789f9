import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '../../contract/routes.ts'
import { enterOrAdd } from '../gate.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from '../test-kit.ts'
import { makeKeeperLink } from './invite.ts'

let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  await enterOrAdd(service, 'ours')
  api = openTestApi(service)
})
afterAll(() => service.close())

it('is open until the first keeper has come by the link, once', async () => {
  expect(await api.call(routes.findMe, '/api/me')).toMatchObject({ kind: 'open', awaitsKeeper: true })
  const link = await makeKeeperLink(service)
  const token = link?.split('#')[1] ?? ''
  const keeper = { token, name: 'Kay', email: 'Kay@example.org', password: 'a long enough one' }
  const opened = await api.call(routes.openLink, '/api/one-time-links/open', asJson(keeper))
  expect(opened).toEqual({ email: 'kay@example.org' })
  const again = await api.ask('/api/one-time-links/open', { method: 'post', ...asJson(keeper) })
  expect(again.status).toBe(404)
  expect(await makeKeeperLink(service)).toBeNull()
  expect(await api.call(routes.findMe, '/api/me')).toMatchObject({ kind: 'nobody', awaitsKeeper: false })
  expect((await api.ask('/api/workspaces')).status).toBe(401)
  const signIn = await api.ask('/api/auth/sign-in/email', {
    method: 'post',
    ...asJson({ email: 'kay@example.org', password: 'a long enough one' }),
  })
  console.log(signIn.status, await signIn.text(), [...signIn.headers])
  expect(signIn.status).toBe(200)
})
