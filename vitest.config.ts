import { defineConfig } from 'vitest/config'

const browserTests = 'web/**/*.browser.test.ts'
const storeServer = './store/test-server.ts'

/** `unit` needs nothing but Node; `store` and `browser` share a PostgreSQL that a run starts for itself. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 60_000,
          include: ['{core,contract,sources,demo,scripts,test,web}/**/*.test.{ts,tsx}'],
          exclude: [browserTests],
        },
      },
      {
        test: {
          name: 'store',
          include: ['{store,server,cli}/**/*.test.ts'],
          globalSetup: storeServer,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [browserTests],
          globalSetup: storeServer,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
