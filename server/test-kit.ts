import { rm } from 'node:fs/promises'
import pino from 'pino'
import { makeTestFolder, openTestStore } from '../store/test-kit.ts'
import type { Config } from './config.ts'
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
    },
    store,
    words: await loadWords(),
    log: pino({ level: 'silent' }),
    now: Date.now,
    close: async () => {
      await store.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A served app on a free port; with the demo company loaded, as `npm start` does. */
export async function startTestServer({
  withDemo,
}: {
  withDemo: boolean
}): Promise<RunningServer & { service: Service }> {
  const service = await openTestService()
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
