import { rm } from 'node:fs/promises'
import pino from 'pino'
import type { z } from 'zod'
import { defaultStory, type StorySettings } from '../demo/walk.ts'
import { fillOnce, makeTestFolder, openTestStore } from '../store/test-kit.ts'
import { makeApp } from './app.ts'
import { type Config, openAccess } from './config.ts'
import { beginLife } from './running/life.ts'
import { startMetrics } from './running/metrics.ts'
import { endService, openServiceAt, type Service } from './service.ts'
import { type RunningServer, startServer } from './start.ts'
import { loadWords } from './words.ts'

export type TestService = Service & {
  readonly config: Config & { readonly store: { readonly databaseUrl: string; readonly dataDir: string } }
  close(): Promise<void>
}

/** Everything as in earnest, on a fresh database of the run's PostgreSQL, or on a copy of a filled one. */
export async function openTestService(template?: string): Promise<TestService> {
  const store = await openTestStore(template)
  const config = configOn(store.databaseUrl)
  return {
    config,
    store,
    words: await loadWords(),
    log: pino({ level: 'silent' }),
    metrics: startMetrics(store.pool),
    life: beginLife(),
    now: Date.now,
    close: async () => {
      await store.close()
      await rm(config.store.dataDir, { recursive: true, force: true })
    },
  }
}

function configOn(databaseUrl: string): TestService['config'] {
  return {
    store: { databaseUrl, dataDir: makeTestFolder() },
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    metricsKey: null,
    stopSeconds: 5,
    access: openAccess,
    ownEndpoints: { mayBePrivate: true, timeoutSeconds: 5 },
    connectors: { mayBePrivate: true },
  }
}

/** The beginning of the demo story: small, and still with every kind of thing in it. */
export const shortStory: StorySettings = { ...defaultStory, interactions: 2_000 }

/** The API as a browser on this machine calls it, without a network between. */
export function openTestApi(service: Service) {
  const app = makeApp(service)
  return {
    /** A request as it is. */
    ask: async (path: string, init: RequestInit = {}): Promise<Response> =>
      app.request(`http://localhost${path}`, init),
    /** The reply to a route, parsed by the route's own schema. */
    call: async <T extends z.ZodType>(route: Answering<T>, path: string, init: RequestInit = {}) => {
      const response = await app.request(`http://localhost${path}`, { method: route.method, ...init })
      const reply: unknown = await response.json()
      if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(reply)}`)
      return route.responses[200].content['application/json'].schema.parse(reply)
    },
  }
}

export type TestApi = ReturnType<typeof openTestApi>

export type Answering<T extends z.ZodType> = {
  readonly method: string
  readonly responses: {
    readonly 200: { readonly content: { readonly 'application/json': { readonly schema: T } } }
  }
}

export function asJson(body: unknown): RequestInit {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

/** A served app on a free port; with the demo company loaded, as `npm start` does. */
export async function startTestServer({
  withDemo,
  passed = () => 0,
}: {
  withDemo: boolean
  /** By how much the server's clock is ahead. */
  passed?: () => number
}): Promise<RunningServer & { service: Service }> {
  const opened = await openTestService(withDemo ? await fillOnce(fillWithDemo) : undefined)
  const service = { ...opened, now: () => opened.now() + passed() }
  const server = await startServer(service, { withDemo, say: () => {} })
  return {
    url: server.url,
    service,
    close: async () => {
      await server.close()
      await service.close()
    },
  }
}

/** As `npm start` fills an empty database, once for all test files of a run. */
async function fillWithDemo(databaseUrl: string): Promise<void> {
  const config = configOn(databaseUrl)
  const service = await openServiceAt(config)
  const server = await startServer(service, { withDemo: true, say: () => {} })
  await server.close()
  await endService(service)
  await rm(config.store.dataDir, { recursive: true, force: true })
}
