import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { anyRequest, operations } from '../../server/api/any-request.ts'
import { makeApp } from '../../server/app.ts'
import { enterOrAdd } from '../../server/gate.ts'
import { openService } from '../../server/service.ts'

const most = 1_000_000
const seed = 20261129

/** What requests of any form are answered, by status, on a store of their own that is removed afterwards. */
export async function measureFuzz(wanted: number): Promise<void> {
  if (!Number.isSafeInteger(wanted) || wanted < 1 || wanted > most) {
    throw new Error(`Say how many requests, from 1 to ${most}.`)
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'outside-in-fuzz-'))
  chmodSync(folder, 0o755)
  const service = await openService({ data: folder, log: 'silent' }, {})
  try {
    await enterOrAdd(service, 'ours')
    const app = makeApp(service)
    const statuses = new Map<number, number>()
    const ask = fc.asyncProperty(anyRequest, async ({ address, init }) => {
      const response = await app.request(`http://localhost${address}`, init)
      await response.body?.cancel()
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    })
    const started = performance.now()
    await fc.assert(ask, { numRuns: wanted, seed })
    const seconds = (performance.now() - started) / 1000
    const counted = [...statuses].toSorted(([left], [right]) => left - right)
    console.log(`| requests | operations | seconds | ${counted.map(([status]) => status).join(' | ')} |`)
    console.log(`|---:|---:|---:|${'---:|'.repeat(counted.length)}`)
    console.log(
      `| ${wanted} | ${operations.length} | ${seconds.toFixed(0)} | ${counted.map(([, count]) => count).join(' | ')} |`,
    )
  } finally {
    await service.store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
