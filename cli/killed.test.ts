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

it('a file large enough for two threads survives being killed between batches and while it is understood', async () => {
  const path = cli.write('log.csv', writeLog(32_000))
  for (const point of [
    { rows: 1 },
    { rows: 12_000 },
    { rows: 22_000 },
    { rows: 32_000, state: 'understanding' },
  ]) {
    const child = cli.start('read', path, '--workspace', 'killed often', '--json')
    await untilReached(point)
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await isUnfinished()).toBe(true)
  }
  const resumed = await cli.run('read', path, '--workspace', 'killed often', '--json')
  const undisturbed = await cli.run('read', path, '--workspace', 'in one go', '--json')
  expect(resumed.code).toBe(0)
  expect(resumed.out).toBe(undisturbed.out)
  expect(await listKept('killed often')).toEqual(await listKept('in one go'))
}, 300_000)

/** An event log of about 8.5 MB: long to keep, quick to understand, so that this stays a test of keeping. */
function writeLog(rows: number): string {
  const lines = ['case,customer,at,team,state,details']
  for (let row = 0; row < rows; row++) {
    const [number, step] = [Math.floor(row / 8), row % 8]
    const customer = number % 1500
    const at = new Date(Date.UTC(2026, 0, 1 + (number % 300), step)).toISOString()
    lines.push(
      `C${number},K${customer},${at},Team ${(number + step * step) % 5},state ${step},${row} ${'x'.repeat(210)}`,
    )
  }
  return lines.join('\n')
}

async function listKept(workspace: string): Promise<unknown[]> {
  const { rows } = await cli.service.store.pool.query(
    `select md5(string_agg((to_jsonb(i) - 'workspace_id')::text, '' order by i.id)), count(*)
     from interactions i join workspaces w on w.id = i.workspace_id where w.name = $1`,
    [workspace],
  )
  return rows
}

async function isUnfinished(): Promise<boolean> {
  const { rows } = await cli.service.store.pool.query(
    `select from imports i join workspaces w on w.id = i.workspace_id
     where w.name = 'killed often' and i.finished_at is null`,
  )
  return rows.length === 1
}

/** Asks the store itself, so that nothing depends on how fast this machine is. */
async function untilReached({ rows, state = 'reading' }: { rows: number; state?: string }): Promise<void> {
  for (;;) {
    const { rows: found } = await cli.service.store.pool.query(
      `select from import_files f join imports i on i.id = f.import_id join workspaces w on w.id = i.workspace_id
       where w.name = 'killed often' and f.rows >= $1 and i.state = $2`,
      [rows, state],
    )
    if (found.length > 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}
async function rowsKept(): Promise<{ rows: number }> {
  const { rows } = await cli.service.store.pool.query<{ rows: number }>(
    'select coalesce(sum(rows), 0)::int as rows from import_files',
  )
  return rows[0] ?? { rows: 0 }
}

async function untilRows(wanted: number): Promise<void> {
  while ((await rowsKept()).rows < wanted) await new Promise((resolve) => setImmediate(resolve))
}
