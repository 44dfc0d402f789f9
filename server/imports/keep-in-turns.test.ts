import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeExport } from '../../demo/write-export.ts'
import { guessFile } from '../../sources/guess-file.ts'
import { fileOnDisk } from '../../sources/source-file.ts'
import type { ImportFile } from '../../store/imports.ts'
import { enterOrAdd } from '../gate.ts'
import { openTestService, shortStory, type TestService } from '../test-kit.ts'
import { beginImport } from './begin-import.ts'
import { keepInTurns } from './keep-in-turns.ts'
import { readFileInto } from './read-files.ts'

let service: TestService

beforeAll(async () => {
  service = await openTestService()
})
afterAll(() => service.close())

async function begin(workspace: string, path: string) {
  const scope = await enterOrAdd(service, workspace)
  const source = fileOnDisk(path)
  const { id, files } = await beginImport(service, scope, { files: [{ ...source, path }], mapping: null })
  const [file] = files
  if (file === undefined) throw new Error('an import without a file')
  return { scope, source, importId: id, file }
}

async function keepByTwo(workspace: string, path: string, batchRows: number, rowsBefore = 0) {
  const { scope, source, importId, file: begun } = await begin(workspace, path)
  const file = { ...begun, rows: rowsBefore }
  const rows: number[] = []
  const guess = await guessFile(source)
  const { connection } = service.store
  const order = { scope, importId, file, guess, batchRows, now: service.now(), connection }
  const kept = await keepInTurns(order, (progress: ImportFile) => rows.push(progress.rows))
  return { kept, rows }
}

async function listKept(workspace: string): Promise<string> {
  const { rows } = await service.store.pool.query<{ kept: string }>(
    `select (to_jsonb(i) - 'workspace_id')::text as kept from interactions i
     join workspaces w on w.id = i.workspace_id where w.name = $1 order by i.id`,
    [workspace],
  )
  return rows.map(({ kept }) => kept).join('\n')
}

it('two threads in turn keep the same facts as one', async () => {
  const path = join(service.config.store.dataDir, 'demo.csv')
  await writeExport(shortStory, path, 'csv')
  const { kept, rows } = await keepByTwo('by two', path, 300)
  const { scope, ...reading } = await begin('by one', path)
  const alone = await readFileInto(service, scope, { ...reading, mapping: null }, () => {})
  expect(rows).toEqual([300, 600, 900, 1200, 1500, 1800, 2000])
  expect(kept.interactions).toBe(alone.interactions)
  expect(await listKept('by two')).toBe(await listKept('by one'))
})

it('they go on behind the last batch that was kept', async () => {
  const path = join(service.config.store.dataDir, 'resumed.csv')
  await writeExport(shortStory, path, 'csv')
  const { kept, rows } = await keepByTwo('resumed', path, 300, 600)
  expect(rows).toEqual([900, 1200, 1500, 1800, 2000])
  expect(kept.interactions).toBe(1400)
})

it('a file that breaks in the middle is kept up to there, and says why', async () => {
  const whole = join(service.config.store.dataDir, 'whole.csv')
  await writeExport(shortStory, whole, 'csv')
  const path = join(service.config.store.dataDir, 'broken.csv.gz')
  const packed = gzipSync(readFileSync(whole))
  writeFileSync(path, packed.subarray(0, packed.length * 0.8))
  await expect(keepByTwo('broken', path, 100)).rejects.toMatchObject({ refusal: true })
  expect(await listKept('broken')).toContain('message')
})
