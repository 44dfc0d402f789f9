import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultStory } from '../demo/walk.ts'
import { writeExport } from '../demo/write-export.ts'
import { openTestCli, type TestCli } from './test-kit.ts'

let cli: TestCli

beforeAll(async () => {
  cli = await openTestCli()
})

afterAll(() => cli.service.close())

it('goes on where a killed reading stopped, and ends with the same bytes as an undisturbed one', async () => {
  const path = `${cli.folder}/demo.csv`
  await writeExport({ ...defaultStory, interactions: 7_000 }, path, 'csv')
  const child = cli.start('read', path, '--workspace', 'killed', '--json')
  await untilRows(1)
  child.kill('SIGKILL')
  await once(child, 'close')
  const { rows } = await rowsKept()
  expect(rows).toBeLessThan(7_000)
  const resumed = await cli.run('read', path, '--workspace', 'killed', '--json')
  const undisturbed = await cli.run('read', path, '--workspace', 'undisturbed', '--json')
  expect(resumed.code).toBe(0)
  expect(resumed.out).toBe(undisturbed.out)
  const kept = await cli.run('export', 'interactions', '--workspace', 'killed')
  const expected = await cli.run('export', 'interactions', '--workspace', 'undisturbed')
  expect(kept.out).toBe(expected.out)
}, 300_000)

async function rowsKept(): Promise<{ rows: number }> {
  const { rows } = await cli.service.store.pool.query<{ rows: number }>(
    'select coalesce(sum(rows), 0)::int as rows from import_files',
  )
  return rows[0] ?? { rows: 0 }
}

/** Asks the store itself, so that nothing depends on how fast this machine is. */
async function untilRows(wanted: number): Promise<void> {
  while ((await rowsKept()).rows < wanted) await new Promise((resolve) => setImmediate(resolve))
}
