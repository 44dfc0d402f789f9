import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anyRequest, operations } from './api/any-request.ts'
import { enterOrAdd } from './gate.ts'
import { openTestApi, openTestService, type TestApi, type TestService } from './test-kit.ts'

let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  await enterOrAdd(service, 'ours')
  api = openTestApi(service)
})
afterAll(() => service.close())

it('no request of any form is our fault', async () => {
  expect(operations.length).toBeGreaterThan(40)
  await fc.assert(
    fc.asyncProperty(anyRequest, async ({ address, init }) => {
      const response = await api.ask(address, init)
      await response.body?.cancel()
      expect({ address, ...init, status: response.status }).not.toMatchObject({ status: 500 })
    }),
    { numRuns: 300, seed: 20261129 },
  )
})
