import { rm } from 'node:fs/promises'
import pino from 'pino'
import type { z } from 'zod'
import { defaultStory, type StorySettings } from '../demo/walk.ts'
import { makeTestFolder, openTestStore } from '../store/test-kit.ts'
import { makeApp } from './app.ts'
import { type Config, openAccess } from './config.ts'
import { beginLife } from './running/life.ts'
import { startMetrics } from './running/metrics.ts'
import type { Service } from './service.ts'
import { type RunningServer, startServer } from './start.ts'
import { loadWords } from './words.ts'

export type TestService = Service & {
  readonly config: Config & { readonly store: { readonly databaseUrl: string; readonly dataDir: string } }
  close(): Promise<void>
}

/** Everything as in earnest, on a fresh database of the run's PostgreSQL. */
export async function openTestService(): Promise<TestService> {
  const store = await openTestStore()
  const dataDir = makeTestFolder()
  return {
    config: {
      store: { databaseUrl: store.databaseUrl, dataDir },
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      metricsKey: null,
      stopSeconds: 5,
      access: openAccess,
    },
    store,
    words: await loadWords(),
    log: pino({ level: 'silent' }),
    metrics: startMetrics(store.pool),
    life: beginLife(),
    now: Date.now,
    close: async () => {
      await store.close()
      await rm(dataDir, { recursive: true, force: true })
    },
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
  const opened = await openTestService()
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
