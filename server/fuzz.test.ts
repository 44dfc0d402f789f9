import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeApi } from './api/describe-api.ts'
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

/** Every operation of the API document but those that answer without an end or begin long work. */
const operations = Object.entries(describeApi().paths ?? {}).flatMap(([path, methods]) =>
  ['get', 'post', 'put', 'delete']
    .filter((method) => method in methods && !/\/(events|readings|ready)$/.test(path))
    .map((method) => ({ path, method })),
)

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
  fc.constantFrom('', '-1', '1e999', "'--"),
)
const request = fc.record({
  operation: fc.constantFrom(...operations),
  id: anyText,
  query: fc.dictionary(
    fc.constantFrom('after', 'sort', 'cause', 'months', 'team', 'name', 'week', 'before', 'words'),
    anyText,
  ),
  body: fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.constant('{}')),
})

it('no request of any form is our fault', async () => {
  expect(operations.length).toBeGreaterThan(40)
  await fc.assert(
    fc.asyncProperty(request, async ({ operation: { path, method }, id, query, body }) => {
      const address = path
        .replace('{workspace}', 'ours')
        .replaceAll(/\{\w+\}/g, encodeURIComponent(id) || 'x')
      const content = method === 'get' ? {} : { body, headers: { 'content-type': 'application/json' } }
      const response = await api.ask(`${address}?${new URLSearchParams(query)}`, { method, ...content })
      await response.body?.cancel()
      expect({ method, address, status: response.status }).not.toMatchObject({ status: 500 })
    }),
    { numRuns: 300, seed: 20261129 },
  )
})
