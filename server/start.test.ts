import { expect, it } from 'vitest'
import { ownWorkspace } from '../contract/own-workspace.ts'
import { startServer } from './start.ts'
import { asJson, openTestService } from './test-kit.ts'

it('a server without a workspace begins with one, so that things can be told to it', async () => {
  const service = await openTestService()
  const { pool } = service.store
  await pool.query('delete from workspaces')
  const server = await startServer(service, { withDemo: false, say: () => {} })
  const told = { source: 'shop', externalId: 'm-1', at: '2026-03-02T10:00:00Z', text: 'Where is my parcel?' }
  const init = { method: 'POST', ...asJson(told) }
  expect((await fetch(`${server.url}/api/workspaces/${ownWorkspace}/interactions`, init)).status).toBe(200)
  await server.close()
  await service.close()
})
