import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { roles, verbs } from '../../../contract/access.ts'
import type { EndpointInput } from '../../../contract/endpoint.ts'
import { routes } from '../../../contract/routes.ts'
import { fileOnDisk } from '../../../sources/source-file.ts'
import { listAuditEntries } from '../../../store/audit-log.ts'
import { findReading } from '../../../store/readings.ts'
import type { Scope } from '../../../store/scope.ts'
import { letIn, letKeeperIn, makeTestKey } from '../../access/test-kit.ts'
import { saveBackup } from '../../backup/save-backup.ts'
import { type Config, readConfig } from '../../config.ts'
import { enterOrAdd } from '../../gate.ts'
import { beginImport } from '../../imports/begin-import.ts'
import { runImport } from '../../imports/run-import.ts'
import { isPrivate, lookupOpen } from '../../outbound/private-address.ts'
import { runReading } from '../../readings/run-reading.ts'
import { asJson, openTestApi, openTestService, type TestService } from '../../test-kit.ts'
import { engineOf } from '../meanings.ts'
import { openEndpoint } from '../open-endpoint.ts'
import { openStandIn, type StandIn } from '../test-kit.ts'

let service: TestService
let servers: StandIn
let own: StandIn
/** All that was logged, and all that any request was answered. */
const told: string[] = []

beforeAll(async () => {
  const opened = await openTestService()
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      told.push(String(chunk))
      done()
    },
  })
  servers = await openStandIn()
  own = await openStandIn()
  service = {
    ...opened,
    log: pino({ level: 'debug' }, sink),
    config: { ...opened.config, endpoint: servers.config },
  }
})
afterAll(async () => {
  await Promise.all([servers.close(), own.close()])
  await service.close()
})
afterEach(() => {
  for (const standIn of [servers, own]) {
    standIn.received.length = 0
    standIn.always = null
  }
})

const reasons = [
  'My parcel with the garden tools has still not arrived and nobody knows where it is',
  'You have charged me the same invoice two times and I want it corrected',
  'I can not log in because my password is not accepted any longer',
]

async function fill(workspace: string): Promise<Scope> {
  const path = join(service.config.store.dataDir, `${workspace}.csv`)
  const rows = Array.from({ length: 36 }, (_, n) => {
    return `${n},c${n}@example.org,T${n},2026-0${1 + (n % 9)}-11T09:00:00Z,customer,,"${reasons[n % 3]}, number ${n} of mine."`
  })
  await writeFile(path, ['id,customer,ticket,created_at,author,team,remark', ...rows].join('\n'))
  const scope = await enterOrAdd(service, workspace)
  const files = [{ ...fileOnDisk(path), path }]
  await runImport(service, scope, await beginImport(service, scope, { files, mapping: null }), () => {})
  return scope
}

type OwnInput = Extract<EndpointInput, { kind: 'own' }>

function ownInput(given: Partial<OwnInput> = {}): OwnInput {
  const limits = { tokensAReading: 100_000, tokensAMonth: 1_000_000 }
  const models = { embeddingModel: 'stand-in-embedding', wordingModel: null }
  return { kind: 'own', url: own.config.url, key: 'secret-key', ...models, ...limits, ...given }
}

function asking(workspace: string, config: Partial<Config> = {}) {
  const api = openTestApi({ ...service, config: { ...service.config, ...config } })
  const at = `/api/workspaces/${workspace}/endpoint`
  return {
    find: () => api.call(routes.findEndpoint, at),
    save: (input: EndpointInput) => api.call(routes.saveEndpoint, at, asJson(input)),
    refuse: async (input: unknown) => {
      const response = await api.ask(at, { method: 'put', ...asJson(input) })
      const said = await response.text()
      told.push(said)
      return { status: response.status, said }
    },
    attempt: async () => (await api.call(routes.tryEndpoint, `${at}/trial`)).trials,
  }
}

async function methodOf(scope: Scope) {
  return (await findReading(service.store.pool, scope))?.method
}

describe('a workspace decides what leaves it', () => {
  it('as the server is set, until it decides otherwise', async () => {
    const scope = await fill('asis')
    expect(servers.received).not.toEqual([])
    expect(await methodOf(scope)).toContain(`stand-in-embedding at ${new URL(servers.config.url).host}`)
    const receiver = {
      host: new URL(servers.config.url).host,
      embeddingModel: 'stand-in-embedding',
      wordingModel: null,
    }
    expect(await asking('asis').find()).toEqual({ kind: 'server', receiver, server: receiver, own: null })
  })

  it('says plainly that nothing leaves where the server has none', async () => {
    await enterOrAdd(service, 'alone')
    const { endpoint, ...config } = service.config
    const api = openTestApi({ ...service, config })
    expect(endpoint).toBeDefined()
    const found = await api.call(routes.findEndpoint, '/api/workspaces/alone/endpoint')
    expect(found).toEqual({ kind: 'server', receiver: null, server: null, own: null })
  })

  it('nothing at all, though the server has one', async () => {
    await enterOrAdd(service, 'closed')
    expect((await asking('closed').save({ kind: 'nothing' })).receiver).toBeNull()
    const scope = await fill('closed')
    expect(await asking('closed').attempt()).toEqual([])
    await runReading(service, scope, () => {})
    expect(servers.received).toEqual([])
    expect(await methodOf(scope)).not.toContain(' at ')
  })

  it('one of its own, which readings are stamped with, and whose answers no other’s stand in for', async () => {
    const scope = await fill('own')
    const asked = servers.received.length
    await asking('own').save(ownInput())
    servers.received.length = 0
    await runReading(service, scope, () => {})
    expect(own.received.length).toBe(asked)
    expect(servers.received).toEqual([])
    expect(await methodOf(scope)).toMatch(
      new RegExp(`stand-in-embedding at ${new URL(own.config.url).host}$`),
    )

    own.received.length = 0
    await asking('own').save({ kind: 'server' })
    await runReading(service, scope, () => {})
    expect({ own: own.received, servers: servers.received }).toEqual({ own: [], servers: [] })
    expect(await methodOf(scope)).toContain(new URL(servers.config.url).host)
  })

  it('closes it at once, also to a reading that is under way', async () => {
    const scope = await enterOrAdd(service, 'hurried')
    const use = await openEndpoint(service.store.pool, scope, { endpoint: servers.config, at: service.now() })
    const asked = await use?.post('/embeddings', { input: ['Hello'] })
    expect(asked?.kind).toBe('answered')
    await asking('hurried').save({ kind: 'nothing' })
    expect(await use?.post('/embeddings', { input: ['Hello'] })).toMatchObject({ kind: 'silent' })
    expect(servers.received).toHaveLength(1)
  })

  it('is told from another by computer and path', () => {
    const engines = ['https://a.example/v1', 'https://a.example/other/v1', 'https://b.example/v1'].map(
      (url) => engineOf({ ...own.config, url }),
    )
    expect(engines).toEqual([
      'stand-in-embedding at a.example',
      'stand-in-embedding at a.example/other/v1',
      'stand-in-embedding at b.example',
    ])
  })

  it('spends no more than it said itself', async () => {
    const scope = await fill('sparing')
    await asking('sparing').save(ownInput({ tokensAReading: 10 }))
    await runReading(service, scope, () => {})
    expect(own.received).toEqual([])
    const [trial] = await asking('sparing').attempt()
    expect(trial?.failure?.because).toBe('the limit of 10 tokens a reading is reached')
  })
})

describe('its key', () => {
  it('is in no answer, no log, no backup and no row as it is', async () => {
    await enterOrAdd(service, 'keyed')
    const { save, find, attempt, refuse } = asking('keyed')
    const kept = await save(ownInput())
    expect(kept.own).toEqual({
      url: own.config.url,
      hasKey: true,
      embeddingModel: 'stand-in-embedding',
      wordingModel: null,
      tokensAReading: 100_000,
      tokensAMonth: 1_000_000,
    })
    told.push(JSON.stringify([kept, await find(), await attempt()]))
    await refuse({ ...ownInput(), url: 'ftp://example.org' })
    await refuse({ ...ownInput(), key: 'secret-key secret-key' })
    own.always = 'refusing'
    told.push(JSON.stringify(await attempt()))
    expect(told.join('\n')).toMatch(/"PUT","route":"[^"]+\/endpoint","status":400/)
    expect(told.join('\n')).not.toContain('secret-key')
    const { rows } = await service.store.pool.query(
      "select encode(key, 'escape') as key from endpoint_settings",
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('secret-key')
  })

  it('stays when the form is kept without it, and follows to no other computer', async () => {
    await enterOrAdd(service, 'moving')
    const { save, refuse, attempt } = asking('moving')
    await save(ownInput())
    const { key: _, ...without } = ownInput()
    await save({ ...without, tokensAReading: 5000 })
    expect((await attempt())[0]?.failure).toBeNull()
    const moved = await refuse({ ...without, url: servers.config.url })
    expect(moved).toMatchObject({ status: 400, said: expect.stringContaining('Enter the key') })
    expect((await save({ ...without, key: null })).own?.hasKey).toBe(false)
    expect((await attempt())[0]?.failure?.because).toBe('the endpoint is silent: it refused with 401')
  })

  it('that was sealed under another secret counts as none', async () => {
    await enterOrAdd(service, 'resealed')
    await asking('resealed').save(ownInput())
    const access = { ...service.config.access, secret: 'another secret of the server, long enough' }
    expect((await asking('resealed', { access }).find()).own?.hasKey).toBe(false)
  })

  it('comes with a backup, encrypted', async () => {
    const file = join(service.config.store.dataDir, 'kept.backup')
    const rows = new Map<string, number>()
    await saveBackup(service, file, (name, count) => rows.set(name, count))
    expect(rows.get('endpoint_settings')).toBeGreaterThan(0)
    const bytes = gunzipSync(await readFile(file)).toString('latin1')
    expect(bytes).not.toContain('secret-key')
    expect(bytes).not.toContain(Buffer.from('secret-key').toString('hex'))
  })
})

describe('the private network', () => {
  const ownEndpoints = { mayBePrivate: false, timeoutSeconds: 5 }

  it.each([
    'localhost',
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '10.1.2.3',
    '169.254.169.254',
    '[::1]',
    '[::ffff:10.0.0.1]',
    '[64:ff9b::a00:1]',
    '0.0.0.0',
    '100.64.0.1',
    '192.168.1.1',
    '[fd00::1]',
  ])('is closed at %s where the server listens beyond its machine', async (host) => {
    await enterOrAdd(service, 'outer')
    const refused = await asking('outer', { ownEndpoints }).refuse(
      ownInput({ url: `http://${host}:8080/v1` }),
    )
    expect(refused).toMatchObject({ status: 403, said: expect.stringContaining('private network') })
    expect(await asking('outer').find()).toMatchObject({ kind: 'server' })
  })

  it.each(['1.1.1.1', '172.32.0.1', '[2606:4700::1111]', '[::ffff:1.1.1.1]', 'nobody-knows-this.invalid'])(
    'does not begin at %s',
    async (host) => {
      expect(await isPrivate(host)).toBe(false)
    },
  )

  it('is open at the computer that the server asks itself, and to no other port of it', async () => {
    await enterOrAdd(service, 'shared')
    const { save, attempt, refuse } = asking('shared', { ownEndpoints })
    await save(ownInput({ url: `${servers.config.url}/` }))
    expect((await attempt())[0]?.failure).toBeNull()
    expect((await refuse(ownInput())).status).toBe(403)
  })

  it.each([
    [{}, true],
    [{ OUTSIDE_IN_URL: 'https://insight.example.org' }, false],
    [{ OUTSIDE_IN_HOST: '0.0.0.0' }, false],
    [{ OUTSIDE_IN_HOST: '0.0.0.0', OUTSIDE_IN_PRIVATE_ENDPOINTS: 'yes' }, true],
    [{ OUTSIDE_IN_PRIVATE_ENDPOINTS: 'no' }, false],
  ])('with %o in the environment: open %s', (environment, isOpen) => {
    expect(readConfig(environment, {}).ownEndpoints.mayBePrivate).toBe(isOpen)
  })

  it.each(['localhost', '127.0.0.1'])(
    'is closed as well to what led elsewhere when it was kept and leads to %s now, in whatever process',
    async (host) => {
      const scope = await enterOrAdd(service, 'rebound')
      const { save, attempt } = asking('rebound')
      await save(ownInput({ url: own.config.url.replace('127.0.0.1', host) }))
      expect((await attempt())[0]?.failure).toBeNull()
      own.received.length = 0
      const forget = 'update endpoint_settings set is_private = false where workspace_id = $1'
      await service.store.pool.query(forget, [scope])
      const because = 'the endpoint is silent: its address is of the private network'
      expect((await attempt())[0]?.failure?.because).toBe(because)
      expect(own.received).toEqual([])
    },
  )

  it('lets a name through that leads to the open internet', async () => {
    expect(await new Promise((resolve) => lookupOpen('1.1.1.1', {}, resolve))).toBeNull()
  })
})

it('a trial says what came, how large, or why nothing did and what to do', async () => {
  await enterOrAdd(service, 'tried')
  const { save, attempt } = asking('tried')
  await save(ownInput({ wordingModel: 'stand-in-chat' }))
  const answered = { milliseconds: expect.any(Number), failure: null }
  expect(await attempt()).toEqual([
    { asks: 'embedding', model: 'stand-in-embedding', size: 24, ...answered },
    { asks: 'wording', model: 'stand-in-chat', size: null, ...answered },
  ])
  expect(own.received.join('\n')).toContain('My parcel has not arrived')
  own.received.length = 0
  own.always = 'broken'
  const [broken] = await attempt()
  expect(broken?.failure).toEqual({
    because: 'the endpoint is silent: it answered 500',
    remedy: 'Try again later.',
  })
  expect(own.received).toHaveLength(2)
  own.always = 'babbling'
  expect((await attempt())[0]?.failure?.remedy).toMatch(/names of the models/)
})

it('only an admin of the workspace sees, sets or tries it, and all of it is in the audit log', async () => {
  const scope = await enterOrAdd(service, 'guarded')
  const elsewhere = await enterOrAdd(service, 'elsewhere')
  const api = openTestApi(service)
  await letKeeperIn(service, api)
  const at = '/api/workspaces/guarded/endpoint'
  const knock = async (headers: Readonly<Record<string, string>>) => {
    const json = { headers: { ...headers, 'content-type': 'application/json' } }
    const replies = await Promise.all([
      api.ask(at, { headers }),
      api.ask(at, { ...json, method: 'put', body: JSON.stringify({ kind: 'nothing' }) }),
      api.ask(`${at}/trial`, { headers, method: 'post' }),
    ])
    return replies.map(({ status }) => status)
  }
  const { cookie: admin } = await letIn(service, api, scope, 'admin')
  for (const role of roles.filter((one) => one !== 'admin')) {
    const { cookie } = await letIn(service, api, scope, role)
    expect({ role, statuses: await knock({ cookie }) }).toEqual({ role, statuses: [403, 403, 403] })
  }
  const key = await makeTestKey(service, elsewhere, { id: randomUUID(), verbs })
  expect(await knock({ authorization: `Bearer ${key}` })).toEqual([404, 404, 404])
  expect(await knock({})).toEqual([401, 401, 401])
  expect(await knock({ cookie: admin })).toEqual([200, 200, 200])
  const { rows } = await listAuditEntries(service.store.pool, scope, {
    before: null,
    verb: 'configure',
    only: null,
  })
  const noted = rows.map(({ who, action, status }) => `${who} ${action} ${status}`)
  expect(noted).toContain('rep saveEndpoint 403')
  expect(noted).toContain('admin saveEndpoint 200')
})
