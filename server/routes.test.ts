import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { receive } from '../contract/connector-routes.ts'
import { routes } from '../contract/routes.ts'
import { findHealth, findReadiness } from '../contract/running-routes.ts'
import { failureSchema } from '../contract/screens.ts'
import { makeTestKey } from './access/test-kit.ts'
import { demoWorkspace, readStory } from './demo-workspace.ts'
import { enterByName, enterOrAdd } from './gate.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from './test-kit.ts'

let service: TestService
let api: TestApi
let importId: string
/** People and keys are managed, and customers known, by somebody who shows who they are. */
let keyOfSomebody: string
let connectorId: string

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  importId = (await readStory(service, await enterOrAdd(service, demoWorkspace), shortStory)).id
  const scope = await enterByName(service, demoWorkspace)
  keyOfSomebody = await makeTestKey(service, scope, { id: importId, verbs: named })
  const at = `/api/workspaces/${demoWorkspace}/connectors`
  connectorId = (await api.call(routes.addConnector, at, asJson(bodies.addConnector))).connector.id
})

afterAll(() => service.close())

const named = ['administer', 'know'] as const

type Named = (typeof routes)[keyof typeof routes]

const all = Object.entries<Named>(routes)
const inWorkspace = all.filter(([, { path }]) => path.includes('{workspace}'))
const withBody = inWorkspace.filter(([, route]) => bodyOf(route) !== null)
const withQuery = inWorkspace.filter(([, route]) => queryOf(route).length > 0)

const unknownId = '00000000-0000-4000-8000-000000000000'
const aMapping = {
  version: 1,
  source: 'x',
  columns: {},
  attributes: [],
  timeFormat: 'iso',
  timeZone: 'UTC',
  missing: [],
  customerValues: [],
  kind: 'message',
  kindValues: {},
  durationUnit: 'seconds',
}
const aGuideline = {
  name: 'Late',
  causes: ['x'],
  intent: 'So that nobody waits',
  protects: 'both',
  options: [],
  authorities: [],
  owner: 'Ann',
  answerHours: 4,
  byDefault: 'granted',
}
const deskBodies = {
  takeDeskStep: { who: 'Ann', step: { kind: 'claimed' } },
  grantOption: { who: 'Ann', key: 'key-of-a-grant', guideline: 1, option: 'x', own: null, because: 'So' },
  readAnswer: { who: 'Ann' },
  objectToGuideline: { who: 'Ann', guideline: 1, fit: 'fits', word: '' },
  makeLink: { who: 'Ann', days: 7 },
  revokeLink: { who: 'Ann' },
  answerException: { who: 'Ann', answer: 'granted', reason: 'So' },
  writeAnswer: { who: 'Ann', key: 'key-of-an-answer', text: 'Soon' },
  askOfAnswer: { who: 'Ann', ask: 'sendAgain' },
  saveGuideline: { who: 'Ann', guideline: aGuideline },
  saveGuidelineVersion: { who: 'Ann', guideline: aGuideline },
  replayGuideline: { guideline: aGuideline, of: null, people: 3 },
  putGuidelineLive: { who: 'Ann', version: 1 },
  answerObjection: { who: 'Ann', kind: 'kept', reason: 'So', change: null },
  saveDeskPerson: { name: 'Ann', role: 'rep', hasLeft: false },
}
const aRange = { low: 0, mid: 0.1, high: 0.2 }
const aPlan = {
  what: 'Say it before they ask',
  owner: 'Service',
  causes: [],
  channels: [],
  segments: [],
  effect: aRange,
  costToMake: aRange,
  costToRun: aRange,
  leadDays: 1,
  promise: null,
  adjusts: null,
  who: 'Ann',
  reason: 'They ask each month',
}
/** What each route that takes a body would accept. */
const bodies: Readonly<Record<string, unknown>> = {
  saveAssumptions: { assumptions: [] },
  saveGrain: { grain: 1 },
  saveCorrection: {
    interaction: unknownId,
    kind: 'anger',
    place: null,
    verdict: 'right',
    instead: null,
    chosen: 'met',
    reviewer: 'Ann',
  },
  withdrawCorrection: { reviewer: 'Ann' },
  saveRuling: { kind: 'renamed', cause: unknownId, name: 'Late', reviewer: 'Ann' },
  withdrawRuling: { reviewer: 'Ann' },
  saveIdentityRuling: { kind: 'same', person: 'nobody@example.org' },
  addConnector: { kind: 'webhook', name: 'Shop' },
  changeConnector: { isPaused: true },
  previewConnector: { mapping: aMapping },
  rereadConnector: { mended: [] },
  keepInteractions: { source: 'shop', externalId: '1', at: '2026-03-02T10:00:00Z', text: 'Where is it?' },
  rereadTold: { mended: [] },
  previewUpload: { mapping: aMapping },
  startImport: { uploads: [unknownId], mapping: null },
  rereadSetAside: { mapping: null, mended: [] },
  planChange: aPlan,
  decideChange: { step: 'started', who: 'Ann', reason: 'It is time', on: '2026-03-09' },
  saveMember: { email: 'ann@example.org', name: 'Ann', role: 'rep' },
  exportPerson: { person: 'nobody@example.org' },
  findPerson: { person: 'nobody@example.org' },
  erasePerson: { person: 'nobody@example.org' },
  saveRetention: { keepDays: null },
  savePanel: { origins: [] },
  saveEndpoint: { kind: 'nothing' },
  addApiKey: { name: 'Help desk', verbs: ['ingest'], days: 30 },
  addWhy: { answer: 'Nobody told them', who: 'Ann', interactions: [] },
  ...deskBodies,
}

function bodyOf(route: Named): unknown {
  return 'request' in route && 'body' in route.request ? route.request.body : null
}

function queryOf(route: Named): string[] {
  return 'request' in route && 'query' in route.request ? Object.keys(route.request.query.shape) : []
}

function address(
  { path }: Named,
  { workspace = demoWorkspace, id = unknownId, kind = 'anger' } = {},
): string {
  const filled = path
    .replace('{workspace}', workspace)
    .replace('{id}', id)
    .replace('{kind}', kind)
    .replace('{why}', '1')
  return path.endsWith('/uploads') ? `${filled}?name=file.csv` : filled
}

/** One that is there. */
function idFor({ path }: Named): string {
  return path.includes('/connectors/') ? connectorId : importId
}

function sound(name: string, route: Named): RequestInit {
  const by = named.some((verb) => verb === route['x-verb'])
    ? { authorization: `Bearer ${keyOfSomebody}` }
    : {}
  const body = name === 'saveUpload' ? { body: 'a,b\n1,2' } : name in bodies ? asJson(bodies[name]) : {}
  const headers = { ...by, ...('headers' in body ? { 'content-type': 'application/json' } : {}) }
  return { method: route.method, ...body, headers }
}

function headersOf(name: string, route: Named, type: string): Headers {
  const headers = new Headers(sound(name, route).headers)
  headers.set('content-type', type)
  return headers
}

async function expectRefusal(response: Response, status: number, code: string) {
  const reply: unknown = await response.json()
  expect({ status: response.status, reply }).toMatchObject({ status, reply: { failure: { code } } })
  const { failure } = failureSchema.parse(reply)
  expect(failure.message).toMatch(/^\P{Ll}.*\.$/su)
  expect(failure.request).not.toBe('')
}

describe('every route', () => {
  it.each(inWorkspace.filter(([, route]) => !route['x-founds']))(
    '%s does not know a workspace that is not there',
    async (name, route) => {
      for (const workspace of ['nowhere', '%2e%2e', 'x'.repeat(5000)]) {
        const response = await api.ask(address(route, { workspace }), sound(name, route))
        await expectRefusal(response, 404, 'notFound')
      }
    },
  )

  it.each(inWorkspace)('%s refuses a null character in its address', async (name, route) => {
    await expectRefusal(
      await api.ask(address(route, { workspace: '%00' }), sound(name, route)),
      400,
      'badInput',
    )
  })

  it.each(all)('%s is closed to pages of other sites', async (name, route) => {
    const init = sound(name, route)
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { host: 'rebound.example' },
      { host: 'rebound.example', origin: 'http://rebound.example' },
      { host: 'localhost.rebound.example' },
      { host: 'a b' },
    ]) {
      const response = await api.ask(address(route), {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers },
      })
      await expectRefusal(response, 403, 'notAllowed')
    }
  })

  it.each(inWorkspace.filter(([, { path }]) => path.includes('{id}')))(
    '%s does not know an id that is not there',
    async (name, route) => {
      for (const id of [unknownId, "'", '-1', '-'.repeat(36), '9'.repeat(40), '%F0%9F%98%80']) {
        const response = await api.ask(address(route, { id }), sound(name, route))
        await expectRefusal(response, 404, 'notFound')
      }
    },
  )

  it.each(withBody)('%s refuses a body that is not what it takes', async (name, route) => {
    for (const body of ['', '{', 'null', '[]', '{"mapping":7,"uploads":"x"}', '"\\u0000"']) {
      const response = await api.ask(address(route, { id: importId }), {
        ...sound(name, route),
        body,
        headers: headersOf(name, route, 'application/json'),
      })
      await expectRefusal(response, 400, 'badInput')
    }
    const plain = await api.ask(address(route), {
      ...sound(name, route),
      headers: headersOf(name, route, 'text/plain'),
    })
    await expectRefusal(plain, 400, 'badInput')
  })

  it.each(withQuery)('%s answers any query with words', async (name, route) => {
    for (const key of queryOf(route)) {
      for (const value of [
        '',
        '%00',
        'none such',
        '-1',
        '1e99',
        '9'.repeat(30),
        "'--",
        '%F0%9F%98%80',
        '%ff',
      ]) {
        const [path] = address(route, { id: importId }).split('?')
        const response = await api.ask(`${path}?name=x&${key}=${value}`, sound(name, route))
        expect({ key, value, status: response.status }).toMatchObject({
          status: expect.toSatisfy((status: number) => [200, 400, 404].includes(status)),
        })
        if (!response.ok) failureSchema.parse(await response.json())
      }
    }
  })

  it.each(withQuery.filter(([, route]) => queryOf(route).includes('after')))(
    '%s refuses a page that nobody was given',
    async (name, route) => {
      const response = await api.ask(`${address(route, { id: idFor(route) })}?after=x`, sound(name, route))
      await expectRefusal(response, 400, 'badInput')
    },
  )

  it('is in the API document, with its method', async () => {
    const schema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    const { paths } = schema.parse(await (await api.ask('/api/openapi.json')).json())
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    const known = [...all.map(([, route]) => route), findHealth, findReadiness, receive]
    expect(told.sort()).toEqual(known.map(({ method, path }) => `${method} ${path}`).sort())
  })
})

describe('replies on the demo company', () => {
  const base = `/api/workspaces/${demoWorkspace}`

  it('are what their schemas promise', async () => {
    await api.call(routes.listWorkspaces, '/api/workspaces')
    await api.call(routes.findOverview, `${base}/overview`)
    await api.call(routes.findCost, `${base}/cost`)
    await api.call(routes.listContacts, `${base}/contacts`)
    const rated = await api.call(routes.listContacts, `${base}/contacts?rating=4..5`)
    expect(new Set(rated.contacts.map(({ rating }) => rating))).toEqual(new Set([4, 5]))
    await api.call(routes.listCases, `${base}/cases`)
    await api.call(routes.listSignals, `${base}/signals/anger`)
    await api.call(routes.listImports, `${base}/imports`)
    await api.call(routes.findImport, `${base}/imports/${importId}`)
    await api.call(routes.listSetAside, `${base}/imports/${importId}/set-aside`)
    const { causes } = await api.call(routes.listCauses, `${base}/causes`)
    expect(causes.length).toBeGreaterThan(3)
    for (const { id } of causes) await api.call(routes.findCause, `${base}/causes/${id}`)
    const [{ id: cause, name } = { id: '', name: '' }] = causes
    const answered = await api.call(routes.listSignals, `${base}/signals/outsideIn?cause=${cause}`)
    expect(answered.about).toBe(name)
    expect(answered.interactions[0]).toMatchObject({ from: 'company' })
    await expectRefusal(await api.ask(`${base}/signals/outsideIn?cause=none`), 404, 'notFound')
    await expectRefusal(await api.ask(`${base}/signals/outsideIn?guideline=999`), 404, 'notFound')
    const { issues } = await api.call(routes.listIssues, `${base}/issues`)
    expect(issues.length).toBeGreaterThan(10)
    for (const { id } of issues) await api.call(routes.findIssue, `${base}/issues/${id}`)
  })

  it('keep assumptions that make sense, and refuse the others', async () => {
    const url = `${base}/cost/assumptions`
    const put = (one: unknown) => api.ask(url, { method: 'put', ...asJson({ assumptions: [one] }) })
    const { cost } = await api.call(routes.findCost, `${base}/cost`)
    if ('cannotSay' in cost) throw new Error(cost.cannotSay)
    const [{ name, low, mid, high } = { name: '', low: 0, mid: 0, high: 0 }] = cost.assumptions
    const twice = { name, low: low * 2, mid: mid * 2, high: high * 2 }
    const reply = await api.call(routes.saveAssumptions, url, asJson({ assumptions: [twice] }))
    expect(reply.cost).toMatchObject({
      assumptions: expect.arrayContaining([expect.objectContaining(twice)]),
    })
    for (const wrong of [
      { ...twice, name: 'the weather' },
      { ...twice, low: high * 3 },
      { ...twice, low: -1 },
      { ...twice, mid: 1e308, high: 1e308 },
    ]) {
      await expectRefusal(await put(wrong), 400, 'badInput')
    }
  })
})

it('a file opens a new workspace, if it has a name for one', async () => {
  const init = { method: 'post', body: 'id,created_at,message\n1,2026-03-02,Hello there' }
  const opened = await api.ask('/api/workspaces/opened/uploads?name=a.csv', init)
  expect(opened.status).toBe(200)
  expect((await api.ask('/api/workspaces/opened/imports')).status).toBe(200)
  for (const name of ['%2f', 'x'.repeat(64), '%20', '..%5c']) {
    await expectRefusal(await api.ask(`/api/workspaces/${name}/uploads?name=a.csv`, init), 400, 'badInput')
  }
})

describe('the server', () => {
  it.each(['/api', '/api/', '/api/nothing', '/api/workspaces/demo/nothing'])(
    'has nothing at %s',
    async (path) => {
      for (const method of ['get', 'post', 'delete']) {
        await expectRefusal(await api.ask(path, { method }), 404, 'notFound')
      }
    },
  )

  it.each(['/', '/demo/issues', '/api/health', '/api/nothing'])(
    'sends %s under a strict policy',
    async (path) => {
      const { headers } = await api.ask(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/script-src 'self'(;|$)/)
      expect(policy).toMatch(/style-src 'self'(;|$)/)
      expect(policy).toMatch(/default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )
})
