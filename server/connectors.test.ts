import { createHmac } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as routes from '../contract/connector-routes.ts'
import type { ConnectorJson } from '../contract/connectors.ts'
import { enterByName } from './gate.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from './test-kit.ts'

let service: TestService
let api: TestApi
const base = '/api/workspaces/live/connectors'

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
})
afterAll(() => service.close())

const add = (input: object) => api.call(routes.addConnector, base, asJson(input))
const find = (id: string) => api.call(routes.findConnector, `${base}/${id}`)
const change = (id: string, body: object) => api.call(routes.changeConnector, `${base}/${id}`, asJson(body))

async function facts(source: string) {
  const scope = await enterByName(service, 'live')
  const { rows } = await service.store.pool.query(
    `select external_id, side, kind, text, case_id, team from interactions
     where workspace_id = $1 and source = $2 order by external_id collate "C"`,
    [scope, source],
  )
  return rows
}

const secret = 'a secret of the other system'
const clock = () => String(Math.floor(service.now() / 1000))

function asChatwoot(id: string, sent: unknown, { key = secret, at = clock() } = {}) {
  const body = JSON.stringify(sent)
  const signature = `sha256=${createHmac('sha256', key).update(`${at}.${body}`).digest('hex')}`
  const headers = {
    'content-type': 'application/json',
    'x-chatwoot-signature': signature,
    'x-chatwoot-timestamp': at,
  }
  // The name is one under which the world knows this server.
  return api.ask(`/api/receive/${id}`, {
    method: 'post',
    body,
    headers: { ...headers, host: 'outside.example' },
  })
}

const message = (id: number, more: object = {}) => ({
  event: 'message_created',
  id,
  content: `Message ${id}`,
  created_at: 1795943000 + id,
  message_type: id % 2 === 0 ? 'outgoing' : 'incoming',
  private: false,
  sender: { id: 4, name: 'Ann', type: 'contact' },
  conversation: {
    id: Math.ceil(id / 10),
    channel: 'Channel::Api',
    meta: { sender: { id: 4, email: 'ann@example.org' }, team: { name: 'Heating' } },
  },
  ...more,
})

describe('a connector that receives', () => {
  let chatwoot: ConnectorJson
  beforeAll(async () => {
    chatwoot = (await add({ kind: 'chatwoot', name: 'Chat', secrets: { signing: secret } })).connector
  })

  it('takes in what is signed, and tells what it did not know', async () => {
    const first = await asChatwoot(chatwoot.id, message(1))
    expect(await first.json()).toEqual({ stored: 1, duplicates: 0, setAside: 0, passedOver: 0 })
    const again = await asChatwoot(chatwoot.id, message(1))
    expect(await again.json()).toEqual({ stored: 0, duplicates: 1, setAside: 0, passedOver: 0 })
    const typing = await asChatwoot(chatwoot.id, { event: 'conversation_typing_on' })
    expect(await typing.json()).toEqual({ stored: 0, duplicates: 0, setAside: 0, passedOver: 1 })
    expect(await find(chatwoot.id)).toMatchObject({
      requests: 3,
      stored: 1,
      duplicates: 1,
      passedOver: 1,
      missing: [],
    })
  })

  it('refuses what another signed or what is old, without a word of it in the log', async () => {
    const { refused } = await find(chatwoot.id)
    const wrong = await asChatwoot(chatwoot.id, message(90), { key: 'another secret' })
    expect(wrong.status).toBe(403)
    const old = await asChatwoot(chatwoot.id, message(91), { at: '1700000000' })
    expect(old.status).toBe(403)
    const unsigned = await api.ask(`/api/receive/${chatwoot.id}`, { method: 'post', ...asJson(message(92)) })
    expect(unsigned.status).toBe(403)
    const after = await find(chatwoot.id)
    expect(after.refused).toBe(refused + 3)
    expect(after.failure?.message).toBe('A request was refused: it is not signed.')
    expect(await facts('chatwoot')).toHaveLength(1)
  })

  it('does not know an address that nobody was given, and has nothing but to receive there', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x', '%00']) {
      expect((await api.ask(`/api/receive/${id}`, { method: 'post', body: '{}' })).status).toBe(404)
    }
    expect((await api.ask(`/api/receive/${chatwoot.id}`)).status).toBe(404)
    const huge = {
      method: 'post',
      body: 'x'.repeat(2 * 1024 * 1024 + 1),
      headers: { 'content-length': '2097153' },
    }
    expect((await api.ask(`/api/receive/${chatwoot.id}`, huge)).status).toBe(413)
  })

  it('gives the same facts for a storm in any order, with duplicates', async () => {
    const told = [
      ...Array.from({ length: 12 }, (_, index) => message(index + 101)),
      message(101, {
        event: 'message_updated',
        content_attributes: { deleted: true },
        updated_at: 1795944000,
      }),
    ]
    const storm = fc.array(fc.integer({ min: 0, max: told.length - 1 }), { minLength: 5, maxLength: 30 })
    const results: unknown[] = []
    await fc.assert(
      fc.asyncProperty(storm, async (order) => {
        const { connector } = await add({ kind: 'chatwoot', name: 'Storm', secrets: { signing: secret } })
        const sent = [...order, ...told.keys()]
        const replies = await Promise.all(sent.map((index) => asChatwoot(connector.id, told[index])))
        expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
        results.push(await facts(connector.source))
        expect(results.at(-1)).toEqual(results[0])
        expect(await find(connector.id)).toMatchObject({ requests: sent.length, stored: told.length })
      }),
      { numRuns: 5, seed: 7 },
    )
    expect(results[0]).toHaveLength(told.length)
  })

  it('refuses while it is paused, so that the sender keeps it, and takes it in afterwards', async () => {
    await change(chatwoot.id, { isPaused: true })
    expect((await asChatwoot(chatwoot.id, message(201))).status).toBe(503)
    await change(chatwoot.id, { isPaused: false })
    expect((await asChatwoot(chatwoot.id, message(201))).status).toBe(200)
  })
})

it('answers Twilio in its own tongue, by any of the names it knows us by', async () => {
  const { connector } = await add({ kind: 'twilio', name: 'Phone', secrets: { signing: secret } })
  const form = new URLSearchParams({
    MessageSid: 'SM1',
    SmsStatus: 'received',
    From: '+442079460001',
    To: '+15550100',
    Body: 'Cold',
  })
  const address = `https://outside.example/api/receive/${connector.id}`
  const sorted = [...form]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flat()
    .join('')
  const signature = createHmac('sha1', secret)
    .update(address + sorted)
    .digest('base64')
  const headers = {
    'x-twilio-signature': signature,
    'x-forwarded-host': 'outside.example',
    'content-type': 'application/x-www-form-urlencoded',
  }
  const reply = await api.ask(`/api/receive/${connector.id}`, {
    method: 'post',
    body: form.toString(),
    headers,
  })
  expect(await reply.text()).toBe('<Response/>')
  expect(await facts('twilio')).toMatchObject([
    { external_id: 'message/SM1', side: 'customer', text: 'Cold' },
  ])
})

describe('a webhook of any shape', () => {
  const sent = {
    id: 'o-7',
    customer: { email: 'ann@example.org' },
    sent_at: '2026-11-29T09:00:00Z',
    message: 'The heating is still cold',
  }
  let id: string
  let key: string
  const send = (body: unknown) =>
    api.ask(`/api/receive/${id}`, {
      method: 'post',
      ...asJson(body),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    })

  beforeAll(async () => {
    const made = await add({ kind: 'webhook', name: 'Shop' })
    id = made.connector.id
    key = made.secret ?? ''
  })

  it('is set aside until somebody says what means what, on a real example, and is read then', async () => {
    expect(await api.call(routes.guessConnector, `${base}/${id}/guess`)).toEqual({ guess: null })
    expect(await (await send(sent)).json()).toEqual({ stored: 0, duplicates: 0, setAside: 1, passedOver: 0 })
    await send({ ...sent, id: 'o-8' })
    const { guess } = await api.call(routes.guessConnector, `${base}/${id}/guess`)
    expect(guess?.mapping.columns).toMatchObject({
      externalId: ['id'],
      email: ['customer.email'],
      time: ['sent_at'],
      text: ['message'],
    })
    const mapping = guess?.mapping
    const { guess: seen } = await api.call(
      routes.previewConnector,
      `${base}/${id}/guess`,
      asJson({ mapping }),
    )
    expect(seen?.preview).toMatchObject([{ text: sent.message, customer: 'email:ann@example.org' }, {}])
    await change(id, { settings: { mapped: { columns: guess?.columns.map(({ name }) => name), mapping } } })
    const reread = await api.call(routes.rereadConnector, `${base}/${id}/reread`, asJson({ mended: [] }))
    expect(reread).toMatchObject({ stored: 2, setAside: 0, missing: [] })
    expect(await (await send({ ...sent, id: 'o-9', more: true })).json()).toMatchObject({ stored: 1 })
    expect(await facts('Shop')).toHaveLength(3)
  })

  it('lists what it can’t read as it came, and reads it once it is mended', async () => {
    await send({ ...sent, id: 'o-10', sent_at: 'soon' })
    const { rows, total } = await api.call(routes.listConnectorSetAside, `${base}/${id}/set-aside`)
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({ reason: 'unreadable time' })
    const raw = (rows[0]?.raw ?? '').replace('soon', sent.sent_at)
    const mended = [{ id: rows[0]?.id, raw }]
    expect(await api.call(routes.rereadConnector, `${base}/${id}/reread`, asJson({ mended }))).toMatchObject({
      setAside: 0,
    })
  })

  it('stops knowing a secret that was renewed', async () => {
    const renewed = await api.call(routes.renewSecret, `${base}/${id}/secret`)
    expect((await send(sent)).status).toBe(403)
    key = renewed.secret ?? ''
    expect((await send(sent)).status).toBe(200)
  })
})

it('keeps secrets encrypted, shows none, and reads them with no other key', async () => {
  const given = { signing: secret, key: 'token-of-the-api-4711' }
  const settings = { address: 'https://company.zendesk.com/', user: 'ann@company.example' }
  const { connector } = await add({ kind: 'zendesk', name: 'Desk', settings, secrets: given })
  expect(connector.secrets).toEqual({ signing: true, key: true, sending: false })
  expect(connector.settings.address).toBe('https://company.zendesk.com')
  expect(JSON.stringify(await api.call(routes.listConnectors, base))).not.toContain('4711')
  const { rows } = await service.store.pool.query('select t::text as row, secrets from connectors t')
  for (const { row, secrets } of rows) {
    expect(row).not.toContain('4711')
    expect(Buffer.from(secrets).toString('latin1')).not.toContain('4711')
  }
  const file = join(service.config.store.dataDir, 'secret')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const access = { ...service.config.access, secret: 'x'.repeat(32) }
  const other = openTestApi({ ...service, config: { ...service.config, access } })
  const refused = await other.ask(`${base}/${connector.id}`)
  expect(refused.status).toBe(409)
})

it('removes a connector with what was set aside of it, and keeps what it told', async () => {
  const { connectors } = await api.call(routes.listConnectors, base)
  const shop = connectors.find(({ name }) => name === 'Shop')
  await api.call(routes.removeConnector, `${base}/${shop?.id}`)
  expect((await api.ask(`${base}/${shop?.id}`)).status).toBe(404)
  expect(await facts('Shop')).toHaveLength(4)
})

it('says what a setting can’t be', async () => {
  for (const settings of [
    { address: 'ftp://x' },
    { account: 'one' },
    { own: ['me'] },
    { port: 0 },
    { unknown: 1 },
  ]) {
    const reply = await api.ask(base, {
      method: 'post',
      ...asJson({ kind: 'chatwoot', name: 'X', settings }),
    })
    expect(reply.status).toBe(400)
  }
})

describe('where a connector reaches', () => {
  const zendesk = (address: string) => ({
    kind: 'zendesk',
    name: 'Zendesk',
    settings: { address, user: 'ann@example.org' },
    secrets: { key: 'the key of Zendesk' },
  })
  const connectors = { mayBePrivate: false }

  it.each(['http://127.0.0.1:5432', 'http://169.254.169.254', 'https://[::1]/x', 'http://localhost'])(
    'is not %s where workspaces share a server',
    async (address) => {
      const shared = openTestApi({ ...service, config: { ...service.config, connectors } })
      const reply = await shared.ask(base, { method: 'post', ...asJson(zendesk(address)) })
      expect(reply.status).toBe(403)
      expect(await reply.json()).toMatchObject({
        failure: { hint: expect.stringContaining('PRIVATE_ENDPOINTS') },
      })
      const mailbox = {
        kind: 'mailbox',
        name: 'Mail',
        settings: { host: new URL(address).hostname.replace(/[[\]]/g, '') },
      }
      expect((await shared.ask(base, { method: 'post', ...asJson(mailbox) })).status).toBe(403)
    },
  )

  it('is shown no key that was kept for another computer', async () => {
    const { connector } = await add(zendesk('https://one.example.invalid'))
    const move = (body: object) => api.ask(`${base}/${connector.id}`, { method: 'post', ...asJson(body) })
    const settings = { address: 'https://two.example.invalid' }
    const refused = await move({ settings })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ failure: { hint: 'Enter it again.' } })
    expect((await find(connector.id)).settings.address).toBe('https://one.example.invalid')
    expect((await move({ settings: { address: 'https://one.example.invalid/desk' } })).status).toBe(200)
    expect((await move({ settings, secrets: { key: 'the key of two' } })).status).toBe(200)
  })

  it('is no mail server that the mailbox’s password would be shown to unasked', async () => {
    const { connector } = await add({
      kind: 'mailbox',
      name: 'Mail',
      settings: { host: 'imap.example.invalid', user: 'help', folders: ['INBOX'] },
      secrets: { key: 'the password' },
    })
    const move = (body: object) => api.ask(`${base}/${connector.id}`, { method: 'post', ...asJson(body) })
    const settings = { sendHost: 'smtp.example.invalid' }
    expect((await move({ settings })).status).toBe(400)
    expect((await move({ settings, secrets: { sending: 'its password' } })).status).toBe(200)
  })
})
