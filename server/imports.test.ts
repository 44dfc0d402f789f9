import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../contract/routes.ts'
import type { ImportJson } from '../contract/screens.ts'
import { writeExport } from '../demo/write-export.ts'
import { fileOnDisk } from '../sources/source-file.ts'
import { openStore } from '../store/open.ts'
import { pause } from '../store/postgres/knock.ts'
import { enterOrAdd } from './gate.ts'
import { beginImport } from './imports/begin-import.ts'
import { goOn } from './imports/import-queue.ts'
import { runImport } from './imports/run-import.ts'
import { buildReport } from './reports/build-report.ts'
import { startServer } from './start.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from './test-kit.ts'

let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
})

afterAll(() => service.close())

const at = (workspace: string, rest: string) => `/api/workspaces/${workspace}/${rest}`
const header = 'id,customer,ticket,created_at,author,team,remark'
const rows = Array.from(
  { length: 20 },
  (_, n) =>
    `${n},c${n % 5}@example.org,T${n},2026-03-0${1 + (n % 9)}T09:00:00Z,customer,,The line is down ${n}.`,
)
const bad = 'b1,ann@example.org,X1,some day,customer,,My parcel has not come.'
const desk = [header, ...rows, bad].join('\n')

async function workspace(name: string): Promise<string> {
  await enterOrAdd(service, name)
  return name
}

async function upload(name: string, content: string) {
  return api.call(routes.saveUpload, at(name, 'uploads?name=desk.csv'), { body: content })
}

async function start(name: string, uploads: string[], mapping: unknown = null): Promise<ImportJson> {
  const begun = await api.call(routes.startImport, at(name, 'imports'), asJson({ uploads, mapping }))
  return untilOver(name, begun.id)
}

/** Asks again and again, as the screen does. */
async function untilOver(name: string, id: string): Promise<ImportJson> {
  for (;;) {
    const current = await api.call(routes.findImport, at(name, `imports/${id}`))
    if (current.state === 'done' || current.state === 'failed') return current
    await pause(20)
  }
}

async function overview(name: string) {
  return api.call(routes.findOverview, at(name, 'overview'))
}

describe('a file dropped in the browser', () => {
  it('is guessed, corrected, read to its end, and its rows add up', async () => {
    const name = await workspace('corrected')
    const sent = await upload(name, desk)
    const { mapping } = sent.guess
    expect(mapping.columns).toMatchObject({ case: ['ticket'], text: ['remark'] })
    const preview = at(name, `uploads/${sent.upload}/preview`)
    const wrong = { ...mapping, columns: { ...mapping.columns, agent: ['nobody'] } }
    expect((await api.ask(preview, { method: 'post', ...asJson({ mapping: wrong }) })).status).toBe(400)
    const { case: _, ...columns } = mapping.columns
    const chosen = { ...mapping, columns }
    const shown = await api.call(routes.previewUpload, preview, asJson({ mapping: chosen }))
    expect(shown.guess.mapping.columns).toEqual(columns)
    const done = await start(name, [sent.upload], chosen)
    expect(done).toMatchObject({ state: 'done', progress: 1, rows: 21, interactions: 20, setAside: 1 })
    expect(done.interactions + done.duplicates + done.stateOnly + done.setAside).toBe(done.rows)
    expect((await overview(name)).report.counts).toMatchObject({ interactions: 20, customers: 5 })
    const { imports } = await api.call(routes.listImports, at(name, 'imports'))
    expect(imports).toEqual([done])
  })

  it('adds nothing the second time', async () => {
    const name = await workspace('twice')
    const first = await start(name, [(await upload(name, desk)).upload])
    const before = await overview(name)
    const second = await start(name, [(await upload(name, desk)).upload])
    expect(first).toMatchObject({ interactions: 20, duplicates: 0 })
    expect(second).toMatchObject({ state: 'done', interactions: 0, duplicates: 20 })
    expect((await overview(name)).report.counts).toEqual(before.report.counts)
  })

  it('leaves nothing behind when it can’t be read', async () => {
    const name = await workspace('unreadable')
    const folder = join(service.config.store.dataDir, 'uploads')
    const before = await readdir(folder).catch(() => [])
    for (const content of ['', `${header}\n`, '\u0000\u0001\u0002'.repeat(500)]) {
      const reply = await api.ask(at(name, 'uploads?name=bad.csv'), { method: 'post', body: content })
      expect(reply.status).toBe(400)
    }
    expect(before).toEqual(expect.arrayContaining(await readdir(folder)))
  })

  it('is not kept once it has been read', async () => {
    const name = await workspace('forgotten')
    const { upload: id, guess } = await upload(name, desk)
    await start(name, [id])
    const preview = () =>
      api.ask(at(name, `uploads/${id}/preview`), { method: 'post', ...asJson({ mapping: guess.mapping }) })
    while ((await preview()).status !== 404) await pause(20)
    expect(await readdir(join(service.config.store.dataDir, 'uploads'))).not.toContain(id)
  })

  it('belongs to its workspace alone', async () => {
    const { upload: id } = await upload(await workspace('owner'), desk)
    const other = await workspace('other')
    const reply = await api.ask(at(other, 'imports'), {
      method: 'post',
      ...asJson({ uploads: [id], mapping: null }),
    })
    expect(reply.status).toBe(404)
  })
})

describe('rows that were set aside', () => {
  it('are listed, mended in place and read, and every figure moves with them', async () => {
    const name = await workspace('mended')
    const done = await start(name, [(await upload(name, desk)).upload])
    const list = at(name, `imports/${done.id}/set-aside`)
    const { rows: aside, total } = await api.call(routes.listSetAside, list)
    expect(total).toBe(1)
    expect(aside).toMatchObject([{ line: 22, raw: bad, detail: expect.stringContaining('some day') }])
    const mended = aside.map(({ id, raw }) => ({ id, raw: raw.replace('some day', '2026-03-09T10:00:00Z') }))
    const reread = asJson({ mapping: null, mended })
    await api.call(routes.rereadSetAside, at(name, `imports/${done.id}/reread`), reread)
    expect(await untilOver(name, done.id)).toMatchObject({ rows: 21, interactions: 21, setAside: 0 })
    expect(await api.call(routes.listSetAside, list)).toMatchObject({ rows: [], total: 0 })
    expect((await overview(name)).report.counts).toMatchObject({ interactions: 21, customers: 6 })
    const { contacts } = await api.call(routes.listContacts, at(name, 'contacts'))
    expect(contacts.map(({ text }) => text)).toContain('My parcel has not come.')
  })

  it('are read once, however often they are sent', async () => {
    const name = await workspace('impatient')
    const done = await start(name, [(await upload(name, desk)).upload])
    const { rows: aside } = await api.call(routes.listSetAside, at(name, `imports/${done.id}/set-aside`))
    const mended = aside.map(({ id, raw }) => ({ id, raw: raw.replace('some day', '2026-03-09T10:00:00Z') }))
    const again = () =>
      api.call(
        routes.rereadSetAside,
        at(name, `imports/${done.id}/reread`),
        asJson({ mapping: null, mended }),
      )
    await Promise.all([again(), again(), again()])
    expect(await untilOver(name, done.id)).toMatchObject({ interactions: 21, duplicates: 0, setAside: 0 })
  })

  it('stay set aside when the mend does not help', async () => {
    const name = await workspace('unhelped')
    const done = await start(name, [(await upload(name, desk)).upload])
    const { rows: aside } = await api.call(routes.listSetAside, at(name, `imports/${done.id}/set-aside`))
    const mended = aside.map(({ id, raw }) => ({ id, raw: raw.replace('some day', 'another day') }))
    const reread = asJson({ mapping: null, mended })
    await api.call(routes.rereadSetAside, at(name, `imports/${done.id}/reread`), reread)
    expect(await untilOver(name, done.id)).toMatchObject({ interactions: 20, setAside: 1 })
  })
})

describe('an import that was stopped', () => {
  it('is gone on with by the next start, and ends as an undisturbed one', async () => {
    const path = join(service.config.store.dataDir, 'long.csv')
    await writeExport({ ...shortStory, interactions: 7_000 }, path, 'csv')
    const files = [{ ...fileOnDisk(path), path }]
    const scope = await enterOrAdd(service, 'stopped')
    const store = await openStore(service.config.store)
    const stopped = await beginImport(service, scope, { files, mapping: null })
    goOn({ ...service, store }, scope, stopped.id)
    while ((await findRows(stopped.id)) === 0) await pause(5)
    await store.close()
    expect((await api.call(routes.findImport, at('stopped', `imports/${stopped.id}`))).state).not.toBe('done')
    const server = await startServer(service, { withDemo: false, say: () => {} })
    const resumed = await untilOver('stopped', stopped.id)
    await server.close()
    const calm = await enterOrAdd(service, 'calm')
    const undisturbed = await runImport(
      service,
      calm,
      await beginImport(service, calm, { files, mapping: null }),
      () => {},
    )
    expect(resumed).toMatchObject({ state: 'done', rows: 7_000, interactions: 7_000, duplicates: 0 })
    expect(await buildReport(service, scope, [resumed.id])).toEqual(
      await buildReport(service, calm, [undisturbed.id]),
    )
  }, 180_000)

  it('is begun anew when its file has changed since', async () => {
    const path = join(service.config.store.dataDir, 'changing.csv')
    await writeFile(path, desk)
    const scope = await enterOrAdd(service, 'changing')
    const begin = () => beginImport(service, scope, { files: [{ ...fileOnDisk(path), path }], mapping: null })
    const first = await begin()
    expect((await begin()).id).toBe(first.id)
    await writeFile(path, desk.replace('line', 'LINE'))
    await utimes(path, new Date(), new Date(Date.now() + 1000))
    expect((await begin()).id).not.toBe(first.id)
    await expect(runImport(service, scope, first, () => {})).rejects.toThrow('has changed since')
  })

  it('is one import for two who read the same files at once', async () => {
    const path = join(service.config.store.dataDir, 'both.csv')
    await writeExport(shortStory, path, 'csv')
    const scope = await enterOrAdd(service, 'both')
    const files = [{ ...fileOnDisk(path), path }]
    const read = async () =>
      runImport(service, scope, await beginImport(service, scope, { files, mapping: null }), () => {})
    const begun = await beginImport(service, scope, { files, mapping: null })
    const both = await Promise.all([read(), read()])
    expect(both.map(({ id, files: [file] }) => [id, file?.interactions, file?.duplicates])).toEqual([
      [begun.id, 2000, 0],
      [begun.id, 2000, 0],
    ])
  })
})

async function findRows(id: string): Promise<number> {
  const { rows: found } = await service.store.pool.query<{ rows: number }>(
    'select sum(rows)::int as rows from import_files where import_id = $1',
    [id],
  )
  return found[0]?.rows ?? 0
}
