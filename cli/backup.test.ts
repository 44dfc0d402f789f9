import { readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultStory } from '../demo/walk.ts'
import { restoreBackup } from '../server/backup/restore-backup.ts'
import { saveBackup } from '../server/backup/save-backup.ts'
import { readStory } from '../server/demo-workspace.ts'
import { enterByName, enterOrAdd } from '../server/gate.ts'
import { buildReport } from '../server/reports/build-report.ts'
import type { Service } from '../server/service.ts'
import { openTestService } from '../server/test-kit.ts'
import { unpackFrames } from '../store/backup/frames.ts'
import { loadBackup } from '../store/backup/load-backup.ts'
import { writeBackup } from '../store/backup/write-backup.ts'
import { openStore } from '../store/open.ts'
import { makeTestFolder, openTestStore } from '../store/test-kit.ts'
import { openTestCli, type TestCli } from './test-kit.ts'

const bytesOfHeader = 10
const madeAt = Date.UTC(2026, 0, 5)

let cli: TestCli
let path: string
let whole: Buffer

beforeAll(async () => {
  cli = await openTestCli()
  await readStory(cli.service, await enterOrAdd(cli.service, 'told'), { ...defaultStory, interactions: 700 })
  path = join(cli.folder, 'whole.backup')
  await saveBackup(frozen(cli.service), path, () => {})
  whole = readFileSync(path)
})

afterAll(() => cli.service.close())

/** Backups of equal stores are equal to the byte when they were made at the same moment. */
function frozen(service: Service): Service {
  return { ...service, now: () => madeAt }
}

async function restoreInto(
  store: { readonly databaseUrl: string } | { readonly dataDir: string },
  file: string,
) {
  const place = { dataDir: cli.folder, ...store }
  return restoreBackup({ ...cli.service.config, store: place }, file, () => {})
}

async function bytesOf(store: Service['store'], name: string): Promise<Buffer> {
  const file = join(cli.folder, name)
  await saveBackup({ ...frozen(cli.service), store }, file, () => {})
  return gunzipSync(readFileSync(file))
}

it('moves a store into a folder of ours and back into a database, to the byte, with the same report', async () => {
  const dataDir = makeTestFolder()
  await restoreInto({ dataDir }, path)
  const moved = await openStore({ dataDir })
  const target = await bareService()
  try {
    expect((await bytesOf(moved, 'moved.backup')).equals(gunzipSync(whole))).toBe(true)
    await restoreInto(target.config.store, join(cli.folder, 'moved.backup'))
    expect((await bytesOf(target.store, 'back.backup')).equals(gunzipSync(whole))).toBe(true)
    const report = async (service: Service) => buildReport(service, await enterByName(service, 'told'), null)
    expect(JSON.stringify(await report(target))).toBe(JSON.stringify(await report(cli.service)))
    expect(JSON.stringify(await report({ ...target, store: moved }))).toBe(
      JSON.stringify(await report(cli.service)),
    )
    // New rows count on where the old ones ended.
    await enterOrAdd(target, 'new')
  } finally {
    await moved.close()
    await target.close()
    await rm(dataDir, { recursive: true })
  }
})

/** A store without the workspaces that the test kit makes. */
async function bareService() {
  const service = await openTestService()
  await service.store.pool.query('truncate workspaces restart identity cascade')
  return service
}

it('refuses a file that is damaged, cut off, newer or something else, and leaves the store empty', async () => {
  const target = await bareService()
  const plain = gunzipSync(whole)
  const newer = Buffer.from(plain.toString('latin1').replace('"form":1', '"form":2'), 'latin1')
  const flipped = (at: number) => {
    const bytes = Buffer.from(whole)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 16, at)
    return bytes
  }
  const bad: Readonly<Record<string, Buffer>> = {
    'is damaged or cut off': whole.subarray(0, whole.length >> 1),
    'damaged or cut off': whole.subarray(0, whole.length - 1),
    'is damaged': flipped(bytesOfHeader),
    damaged: flipped(whole.length >> 1),
    'or cut off': flipped(whole.length - 6),
    'not as it was written': gzipSync(plain.subarray(0, plain.length - 37)),
    'newer version': gzipSync(newer),
    'no backup of Outside-In': Buffer.from('id;text\n1;hello\n'),
    'no backup': gzipSync('id;text\n1;hello\n2;good bye\n'),
  }
  try {
    for (const [said, bytes] of Object.entries(bad)) {
      const file = join(cli.folder, 'bad.backup')
      writeFileSync(file, bytes)
      await expect(restoreInto(target.config.store, file)).rejects.toThrow(said)
      expect(await countWorkspaces(target)).toBe(0)
    }
  } finally {
    await target.close()
  }
})

it('restores nothing when the file turns bad between its check and its end', async () => {
  const target = await bareService()

  async function* halfOf(bytes: Buffer) {
    yield bytes.subarray(0, bytes.length - 2000)
  }
  try {
    const frames = unpackFrames(halfOf(gunzipSync(whole)))
    await expect(loadBackup(target.store.pool, frames, () => {})).rejects.toThrow('cut off')
    const { rows } = await target.store.pool.query('select count(*) from interactions')
    expect(rows).toEqual([{ count: 0 }])
    expect(await countForeignKeys(target)).toBe(await countForeignKeys(cli.service))
  } finally {
    await target.close()
  }
})

async function countWorkspaces({ store }: Service): Promise<number> {
  return (await store.pool.query('select from workspaces')).rowCount ?? -1
}

async function countForeignKeys({ store }: Service): Promise<number> {
  return (await store.pool.query("select from pg_constraint where contype = 'f'")).rowCount ?? -1
}

it('does not see what is written after it began', async () => {
  const store = await openTestStore()

  try {
    const pieces = writeBackup(store.pool, madeAt, () => {})
    const first = [await pieces.next(), await pieces.next()].map(({ value }) => value)
    await store.pool.query("insert into workspaces (name, is_demo) values ('too-late', false)")
    const text = Buffer.concat([...first, ...(await Array.fromAsync(pieces))]).toString()
    expect(text).toContain('strangers')
    expect(text).not.toContain('too-late')
  } finally {
    await store.close()
  }
})

it('is asked for by two commands, which say what they did and refuse what would overwrite', async () => {
  const file = join(cli.folder, 'by-command.backup')
  const kept = await cli.run('backup', file)
  expect(kept.code).toBe(0)
  expect(kept.err).toMatch(/^Kept [\d,]+ rows of \d+ tables of .* in .*by-command\.backup \(\d+\.\d MB\)/)
  expect(await cli.run('backup', file)).toMatchObject({
    code: 2,
    err: expect.stringContaining('is there already'),
  })
  expect(await cli.run('restore', file)).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is something in this store already'),
  })
  expect(await cli.run('restore', join(cli.folder, 'none.backup'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('there is no such file'),
  })
  expect((await cli.run('backup')).code).toBe(2)
})
