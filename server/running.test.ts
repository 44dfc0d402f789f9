import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../store/open.ts'
import { makeApp } from './app.ts'
import { demoWorkspace, readStory } from './demo-workspace.ts'
import { enterOrAdd } from './gate.ts'
import { keepInteractions } from './live/keep-interactions.ts'
import { queueReadNew } from './live/queue.ts'
import { parseTold, type Told } from './live/told.ts'
import { beginLife } from './running/life.ts'
import { startMetrics } from './running/metrics.ts'
import { sayError } from './running/say-error.ts'
import type { Service } from './service.ts'
import { asJson, openTestService, shortStory, type TestService } from './test-kit.ts'

let quiet: TestService
let service: Service
let logged = ''

beforeAll(async () => {
  quiet = await openTestService()
  const write = (line: string) => {
    logged += line
  }
  service = { ...quiet, log: pino({ level: 'debug' }, { write }), metrics: startMetrics(quiet.store.pool) }
  await readStory(service, await enterOrAdd(service, demoWorkspace), { ...shortStory, interactions: 500 })
}, 120_000)

afterAll(() => quiet.close())

async function ask(changed: Partial<Service>, path: string, init: RequestInit = {}): Promise<Response> {
  return makeApp({ ...service, ...changed }).request(`http://localhost${path}`, init)
}

describe('health and readiness', () => {
  it('a process that answers is alive, whatever the store does and by whatever name it is called', async () => {
    const store = await closedStore()
    for (const init of [{}, { headers: { host: '10.0.0.7:4000' } }]) {
      const response = await ask({ store }, '/api/health', init)
      expect([response.status, await response.json()]).toEqual([200, { state: 'alive' }])
    }
  })

  it('it is ready only while it serves', async () => {
    const life = beginLife()
    expect(await readiness({ life })).toEqual([503, 'starting'])
    life.serve()
    expect(await readiness({ life })).toEqual([200, 'ready'])
    life.stop()
    expect(await readiness({ life })).toEqual([503, 'stopping'])
    expect((await ask({ life }, '/api/workspaces')).headers.get('connection')).toBe('close')
  })

  it('it is not ready without its store, and stays ready beside a newer version', async () => {
    const life = beginLife()
    life.serve()
    expect(await readiness({ life, store: await closedStore() })).toEqual([503, 'storeDown'])
    const { pool } = service.store
    await pool.query("insert into migrations (name, checksum) values ('9999-later.sql', 'x')")
    expect(await readiness({ life })).toEqual([200, 'ready'])
    expect((await ask({ life }, '/api/workspaces/demo/overview')).status).toBe(200)
    await pool.query("delete from migrations where name = '9999-later.sql'")
  })
})

async function readiness(changed: Partial<Service>): Promise<[number, string]> {
  const response = await ask(changed, '/api/ready')
  const { state } = await response.json()
  return [response.status, state]
}

async function closedStore() {
  const store = await openStore({ databaseUrl: quiet.config.store.databaseUrl })
  await store.close()
  return store
}

function anArrival(): Told {
  const told = parseTold(
    { source: 'shop', externalId: 'm-1', at: '2026-03-02T10:00:00Z', text: 'Hello' },
    Date.now(),
  )
  if (!('interaction' in told)) throw new Error(told.detail)
  return told
}

describe('metrics', () => {
  it('count requests by route and status, and interactions by what became of them', async () => {
    await ask({}, '/api/workspaces/demo/issues?after=nothing-i-know')
    const text = await (await ask({}, '/metrics')).text()
    expect(text).toContain(
      'outside_in_request_seconds_count{method="GET",route="/api/workspaces/:workspace/issues",status="400"} 1',
    )
    expect(text).toMatch(/outside_in_interactions_total\{outcome="stored"\} [1-9]\d+/)
    expect(text).toContain('outside_in_store_up 1')
    expect(text).toMatch(/outside_in_store_connections\{state="idle"\} \d/)
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
    expect(text).toMatch(/process_resident_memory_bytes \d/)
  })

  it('say what waits to be read, and for how long', async () => {
    const scope = await enterOrAdd(service, demoWorkspace)
    await keepInteractions(service, scope, [anArrival()])
    await queueReadNew(service.store.pool, scope, 0)
    const text = await (await ask({}, '/metrics')).text()
    expect(text).toContain('outside_in_unread_interactions 1')
    expect(text).toMatch(/outside_in_jobs_due\{task="read-new"\} \d/)
    expect(text).toMatch(/outside_in_jobs_oldest_seconds\{task="read-new"\} \d/)
  })

  it('say so when the store is away', async () => {
    const metrics = startMetrics((await closedStore()).pool)
    expect(await metrics.write()).toContain('outside_in_store_up 0')
  })

  it('are for this machine only, or for whoever has the key', async () => {
    const away = { headers: { host: 'metrics.example.org' } }
    expect((await ask({}, '/metrics', away)).status).toBe(403)
    const config = { ...service.config, metricsKey: 'a key of some length' }
    expect((await ask({ config }, '/metrics')).status).toBe(403)
    const shown = (key: string) => ({
      headers: { authorization: `Bearer ${key}`, host: 'metrics.example.org' },
    })
    expect((await ask({ config }, '/metrics', shown('another key'))).status).toBe(403)
    expect((await ask({ config }, '/metrics', shown('a key of some length'))).status).toBe(200)
  })
})

describe('the log', () => {
  it('has one line a request and a job, and none of them holds what came in', async () => {
    const secret = 'SECRET-7731'
    const headers = { authorization: `Bearer ${secret}`, cookie: `session=${secret}` }
    const before = logged.split('\n').length
    await ask({}, `/api/workspaces/${secret}/issues/${secret}?q=${secret}`, { headers })
    await ask({}, `/api/${secret}`, { method: 'post', ...asJson({ text: secret }), headers })
    await ask({}, '/api/workspaces/demo/rulings', { method: 'post', body: `{"${secret}` })
    await ask({ store: brokenStore(secret) }, '/api/workspaces/demo/issues')
    expect(logged).not.toContain(secret)
    expect(logged.trim().split('\n').length - before).toBeGreaterThanOrEqual(4)
    const lines = logged
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.at(-1)).toMatchObject({
      method: 'GET',
      route: '/api/workspaces/:workspace/issues',
      status: 500,
    })
    expect(lines.at(-2).error).toMatchObject({ name: 'error', code: '22P02' })
    expect(lines.find(({ job }) => job === 'import')).toMatchObject({ outcome: 'done', setAside: 0 })
  })

  it('keeps of an error what helps and leaves out what it quotes', () => {
    const quoted = [
      'invalid input syntax for type uuid: "ann@example.org"',
      'Unexpected token \'a\', "ann@example" is not valid JSON',
      'cannot read ‘ann@example.org’\nDETAIL: Failing row contains (ann@example.org)',
    ]
    for (const message of quoted) {
      const said = sayError(Object.assign(new Error(message), { code: '22P02' }))
      expect(said).toMatchObject({ code: '22P02', message: expect.stringContaining('…') })
      expect(JSON.stringify(said)).not.toContain('ann@')
    }
  })
})

/** A store whose every answer quotes what was asked, as PostgreSQL does. */
function brokenStore(quoted: string): Service['store'] {
  const error = Object.assign(new Error(`invalid input: "${quoted}"`), { name: 'error', code: '22P02' })
  return {
    ...service.store,
    pool: Object.assign(Object.create(service.store.pool), { query: () => Promise.reject(error) }),
  }
}
