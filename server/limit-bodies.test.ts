import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '../contract/routes.ts'
import { failureSchema } from '../contract/screens.ts'
import { enterOrAdd } from './gate.ts'
import { startTestServer } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>

beforeAll(async () => {
  server = await startTestServer({ withDemo: false })
  await enterOrAdd(server.service, 'ours')
})
afterAll(() => server.close())

/** As many bytes of a JSON text, told or not told beforehand how many. */
function send(path: string, { bytes, isTold }: { bytes: number; isTold: boolean }, method = 'POST') {
  const body = new TextEncoder().encode(`"${'x'.repeat(bytes - 2)}"`)
  const streamed = { body: new Blob([body]).stream(), duplex: 'half' } as const
  const headers = { 'content-type': 'application/json' }
  return fetch(server.url + path, { method, headers, ...(isTold ? { body } : streamed) })
}

const megabyte = 1024 * 1024
const taking = Object.entries(routes)
  .filter(([name, { method }]) => method !== 'get' && name !== 'keepInteractions' && name !== 'saveUpload')
  .map(([name, { method, path }]) => ({
    name,
    method: method.toUpperCase(),
    path: path.replace('{workspace}', 'ours').replaceAll(/\{\w+\}/g, randomUUID()),
  }))
const others = ['/api/auth/sign-in/email', '/mcp/ours'].map((path) => ({ name: path, method: 'POST', path }))

it.each([...taking, ...others])('$name refuses more than a megabyte', async ({ method, path }) => {
  const response = await send(path, { bytes: megabyte + 1, isTold: true }, method)
  // Nobody has signed up here: what only people may do is refused for that.
  if (response.status === 403) return
  expect(response.status).toBe(413)
  const { failure } = failureSchema.parse(await response.json())
  expect(failure).toMatchObject({
    message: 'A request can bring 1 MB at most.',
    hint: 'Send less at once.',
  })
})

it('counts what comes without saying how much it is', async () => {
  const path = '/api/workspaces/ours/cost/assumptions'
  expect((await send(path, { bytes: megabyte + 1, isTold: false }, 'PUT')).status).toBe(413)
  expect((await send(path, { bytes: megabyte, isTold: false }, 'PUT')).status).toBe(400)
})

it('interactions may bring eight, and files come as large as they are', async () => {
  const interactions = '/api/workspaces/ours/interactions'
  expect((await send(interactions, { bytes: 8 * megabyte, isTold: true })).status).toBe(400)
  expect((await send(interactions, { bytes: 8 * megabyte + 1, isTold: true })).status).toBe(413)
  const file = await send('/api/workspaces/ours/uploads?name=a.csv', { bytes: 9 * megabyte, isTold: false })
  expect(file.status).not.toBe(413)
})
