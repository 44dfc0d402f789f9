import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { routes } from '../contract/routes.ts'
import { defaultStory } from '../demo/walk.ts'
import { writeExport } from '../demo/write-export.ts'
import { type Answering, asJson } from '../server/test-kit.ts'
import { makeTestFolder } from '../store/test-kit.ts'

const dataDir = makeTestFolder()
const rows = 1_500
const base = '/api/workspaces/main'
let started: ChildProcess | null = null

beforeAll(async () => {
  await writeExport({ ...defaultStory, interactions: rows }, join(dataDir, 'many.csv'), 'csv')
  await writeExport({ ...defaultStory, interactions: 300 }, join(dataDir, 'few.csv'), 'csv')
  const read = command('read', join(dataDir, 'few.csv'))
  expect(await once(read, 'exit')).toEqual([0, null])
}, 120_000)

afterAll(async () => {
  started?.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

function command(...args: string[]): ChildProcess {
  const env = { ...process.env, DATABASE_URL: undefined, NODE_ENV: 'production' }
  return spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args, '--data', dataDir], { env })
}

/** A served app in a process of its own, and its address. */
async function serve(): Promise<{ child: ChildProcess; url: string }> {
  const child = command('serve', '--port', '0')
  started = child
  let said = ''
  for await (const piece of child.stderr?.iterator({ destroyOnReturn: false }) ?? []) {
    said += piece
    const url = /Outside-In is at (\S+)/.exec(said)?.[1]
    if (url === undefined) continue
    child.stderr?.resume()
    return { child, url }
  }
  throw new Error(`It did not start: ${said}`)
}

/** Asks again and again until nobody listens any more; an answer that comes is whole, and none is a failure. */
async function askOn(next: () => Promise<Response>): Promise<number> {
  for (let answered = 0; ; answered++) {
    const response = await next().catch(() => null)
    if (response === null) return answered
    expect([response.status, await response.json()]).toEqual([200, expect.anything()])
  }
}

const anArrival = (turn: number) => ({
  source: 'shop',
  externalId: `m-${turn}`,
  at: '2026-03-02T10:00:00Z',
  customer: { account: `${turn % 7}` },
  text: 'Where is my parcel?',
})

async function ask(url: string, path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(`${url}${base}/${path}`, init)
  return response.json()
}

async function startImport(url: string): Promise<string> {
  const body = readFileSync(join(dataDir, 'many.csv'))
  const { upload } = parse(
    routes.saveUpload,
    await ask(url, 'uploads?name=many.csv', { method: 'post', body }),
  )
  const begun = await ask(url, 'imports', asJsonPost({ uploads: [upload], mapping: null }))
  return parse(routes.startImport, begun).id
}

async function importAt(url: string, id: string) {
  return parse(routes.findImport, await ask(url, `imports/${id}`))
}

function asJsonPost(content: unknown): RequestInit {
  return { method: 'post', ...asJson(content) }
}

function parse<T extends z.ZodType>(route: Answering<T>, reply: unknown): z.infer<T> {
  return route.responses[200].content['application/json'].schema.parse(reply)
}

it('ends in order in the middle of its work, and the next start goes on', async () => {
  const first = await serve()
  const id = await startImport(first.url)
  let turn = 0
  const writing = askOn(() => fetch(`${first.url}${base}/interactions`, asJsonPost(anArrival(turn++))))
  const reading = [1, 2, 3].map(() => askOn(() => fetch(`${first.url}${base}/overview`)))
  // Whatever comes after the file is the middle of the work, too: how long each lasts is up to the machine.
  while (['waiting', 'reading'].includes((await importAt(first.url, id)).state));
  const ended = once(first.child, 'exit')
  first.child.kill('SIGTERM')
  const written = await writing
  expect(written).toBeGreaterThan(0)
  await Promise.all(reading)
  expect(await ended).toEqual([0, null])
  expect(existsSync(join(dataDir, 'postgres/PG_VERSION'))).toBe(true)
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)

  const second = await serve()
  const again = Array.from({ length: Math.min(written, 1000) }, (_, back) => anArrival(written - 1 - back))
  const known = await ask(second.url, 'interactions', asJsonPost(again))
  expect(parse(routes.keepInteractions, known)).toMatchObject({ stored: 0, duplicates: again.length })
  while ((await importAt(second.url, id)).state !== 'done');
  expect((await importAt(second.url, id)).rows).toBeGreaterThan(rows * 0.9)
  second.child.kill('SIGINT')
  expect(await once(second.child, 'exit')).toEqual([0, null])
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
}, 180_000)
