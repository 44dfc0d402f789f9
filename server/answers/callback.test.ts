import { afterAll, beforeAll, expect, it } from 'vitest'
import * as routes from '../../contract/connector-routes.ts'
import type { ConnectorSettings } from '../../contract/connectors.ts'
import { deskRoutes } from '../../contract/desk/routes.ts'
import { whyNotSigned } from '../../sources/receivers/signatures.ts'
import type { Scope } from '../../store/scope.ts'
import { type Asked, type StandIn, standIn } from '../connectors/pull/stand-in.ts'
import { enterOrAdd } from '../gate.ts'
import { runReading } from '../readings/run-reading.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from '../test-kit.ts'
import { sendAnswer } from './send-answer.ts'

/** The other side is the customer's shop: it takes answers at an address of its own. */
let service: TestService
let api: TestApi
let scope: Scope
let shop: StandIn
let status = 200
const asked: Asked[] = []
const base = '/api/workspaces/shop'

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  scope = await enterOrAdd(service, 'shop')
  shop = await standIn((one) => {
    asked.push(one)
    return { status }
  })
})
afterAll(async () => {
  await shop.close()
  await service.close()
})

async function connect(settings: ConnectorSettings): Promise<string> {
  const input = { kind: 'webhook', name: 'shop', settings }
  const { secret } = await api.call(routes.addConnector, `${base}/connectors`, asJson(input))
  return secret ?? ''
}

it('an answer to what came by the API is delivered by a signed callback, again until it is taken', async () => {
  const told = {
    source: 'shop',
    externalId: 'm-1',
    case: 'c-7',
    at: new Date(Date.now() - 60_000).toISOString(),
    customer: { email: 'ann@example.org', account: '7' },
    text: 'Where is my parcel?',
  }
  await api.ask(`${base}/interactions`, { method: 'post', ...asJson(told) })
  await runReading(service, scope, () => {})
  const { issues } = await api.call(deskRoutes.findQueue, `${base}/desk`)
  const path = `${base}/desk/${issues[0]?.id}`
  const open = async () => (await api.call(deskRoutes.findDeskIssue, path)).answers
  expect((await open()).whyNot).toMatch(/in a file or from a program/)
  const secret = await connect({ callback: `${shop.url}/answers` })
  expect((await open()).way).toMatchObject({ subject: null, to: null })

  const input = { who: 'Rita', key: 'a-key-of-mine', text: 'On Monday.' }
  const { answers } = await api.call(deskRoutes.writeAnswer, `${path}/answers`, asJson(input))
  const id = answers.written[0]?.id ?? ''
  const guarded = { ...service, config: { ...service.config, connectors: { mayBePrivate: false } } }
  status = 503
  await sendAnswer(service, scope, id)
  expect((await open()).written[0]).toMatchObject({
    state: 'waiting',
    failure: expect.stringMatching(/answered with 503/),
  })
  status = 200
  const again = { method: 'post', ...asJson({ who: 'Rita', ask: 'sendAgain' }) }
  await api.ask(`${base}/answers/${id}`, again)
  await sendAnswer(guarded, scope, id)
  expect((await open()).written[0]).toMatchObject({
    state: 'waiting',
    failure: expect.stringMatching(/private network/),
  })
  await api.ask(`${base}/answers/${id}`, again)
  await sendAnswer(service, scope, id)
  expect((await open()).written[0]).toMatchObject({ state: 'sent' })
  expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual([`answer-${id}`, `answer-${id}`])
  const last = asked.at(-1)
  const headers = Object.fromEntries(
    Object.entries(last?.headers ?? {}).map(([name, value]) => [name, String(value)]),
  )
  const signed = { headers, urls: [], raw: Buffer.from(JSON.stringify(last?.body)) }
  expect(whyNotSigned('webhook', secret, signed, service.now())).toBe(null)
  expect(whyNotSigned('webhook', `${secret}x`, signed, service.now())).toBe('its signature is wrong')
  expect(last?.body).toMatchObject({
    kind: 'answer',
    id: `answer-${id}`,
    inReplyTo: 'm-1',
    case: 'c-7',
    customer: { email: 'ann@example.org', account: '7' },
    text: 'On Monday.',
    agent: 'Rita',
  })
  const { rows } = await service.store.pool.query(
    "select side, case_id, text from interactions where source = 'shop' order by at",
  )
  expect(rows).toEqual([
    { side: 'customer', case_id: 'c-7', text: 'Where is my parcel?' },
    { side: 'company', case_id: 'c-7', text: 'On Monday.' },
  ])
})
