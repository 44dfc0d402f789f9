import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../contract/access.ts'
import { queueSchema } from '../../contract/desk/desk.ts'
import { routes } from '../../contract/routes.ts'
import { searchReplySchema } from '../../contract/search.ts'
import { walkLives } from '../../demo/walk.ts'
import { countInteractionsBefore } from '../../store/interactions.ts'
import type { Scope } from '../../store/scope.ts'
import { listUploads, saveUpload } from '../../store/uploads.ts'
import { demoWorkspace, readStory } from '../demo-workspace.ts'
import { enterOrAdd } from '../gate.ts'
import { runReading } from '../readings/run-reading.ts'
import { readForSearchTask } from '../search/read-for-search.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from '../test-kit.ts'
import { forgetOld, startOfKept } from './forget-old.ts'
import { erasePerson, exportPerson } from './person.ts'
import { letIn } from './test-kit.ts'

let service: TestService
let api: TestApi
let scope: Scope
const base = `/api/workspaces/${demoWorkspace}`
const story = { ...shortStory, interactions: 900 }

/** Somebody who wrote often, by every identity they used. */
const lives = [...walkLives(story)].sort((left, right) => right.drafts.length - left.drafts.length)
const mia = lives[0]?.customer
if (mia === undefined) throw new Error('The story has nobody in it')
const traces = [mia.account, ...mia.emails, mia.phone, mia.phone.replaceAll(/\D/g, '')]

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  scope = await enterOrAdd(service, demoWorkspace, { isDemo: true })
  await readStory(service, scope, story)
}, 180_000)
afterAll(() => service.close())

/** Where in the whole database a text stands: every table of every schema, rows and bytes written out. */
async function grep(texts: readonly string[]): Promise<string[]> {
  const { rows } = await service.store.pool.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')`)
  const wanted = texts.map((text) => text.toLowerCase())
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await service.store.pool.query<{ mark: string }>(
      `select mark from unnest($1::text[]) as wanted (mark) where exists (
        select from ${name} t where strpos(lower(t::text), wanted.mark) > 0
          or strpos(t::text, encode(convert_to(wanted.mark, 'UTF8'), 'hex')) > 0)`,
      [wanted],
    )
    found.push(...hits.map(({ mark }) => `${name}: ${mark}`))
  }
  return found
}

it('those who serve customers see who they are, the others see them masked', async () => {
  const see = async (role: 'rep' | 'executive') => {
    const { cookie } = await letIn(service, api, scope, role)
    const replies = await Promise.all(
      ['contacts', 'issues', 'signals/anger'].map((path) =>
        api.ask(`${base}/${path}`, { headers: { cookie } }).then((reply) => reply.text()),
      ),
    )
    return replies.join('')
  }
  const identity = /"customer":"(?!customer not named)[^"·]+"/
  expect(await see('rep')).toMatch(identity)
  expect(await see('executive')).not.toMatch(identity)
})

it('a desk, a search and a review show persons to those who serve them alone', async () => {
  await readForSearchTask(service, scope, {})
  const askAs = async (role: Role) => {
    const { cookie } = await letIn(service, api, scope, role)
    return async (path: string) => (await api.ask(`${base}/${path}`, { headers: { cookie } })).text()
  }
  const [rep, admin, executive] = [await askAs('rep'), await askAs('admin'), await askAs('executive')]
  const { issues } = queueSchema.parse(JSON.parse(await rep('desk')))
  const { texts } = searchReplySchema.parse(JSON.parse(await rep('search?words=router')))
  const shownWhole = /"(customer|agent)":"(?!customer not named|[A-Z]\.)[^"·]+"|\bmy name is [A-Z]/
  const pages = [
    ['desk', admin],
    [`desk/${issues[0]?.id}`, admin],
    ['search?words=router', executive],
    [`interactions/${texts[0]?.id}`, executive],
    ['review', executive],
  ] as const
  for (const [page, other] of pages) {
    expect({ page, reply: await rep(page) }).toEqual({ page, reply: expect.stringMatching(shownWhole) })
    expect({ page, reply: await other(page) }).toEqual({ page, reply: expect.not.stringMatching(shownWhole) })
    expect(await other(page)).not.toContain('"failure"')
  }
})

it('a person can be taken out: every row about them, and nobody else’s', async () => {
  const { cookie } = await letIn(service, api, scope, 'analyst')
  const init = { ...asJson({ person: ` ${mia.emails[0]?.toUpperCase()} ` }) }
  const headers = { ...init.headers, cookie }
  const taken = await api.call(routes.exportPerson, `${base}/person/export`, { ...init, headers })
  expect(taken.identities.some((identity) => identity.includes(mia.emails[0] ?? '?'))).toBe(true)
  expect(taken.tables).toMatchObject({
    interactions: expect.any(Array),
    issues: expect.any(Array),
    contacts: expect.any(Array),
    signals: expect.any(Array),
  })
  const others = lives.slice(1).flatMap(({ customer }) => customer.emails)
  const told = JSON.stringify(taken)
  expect(others.filter((email) => told.includes(email))).toEqual([])
})

it('erasing a person leaves nothing of them in the whole database, nor in any file', async () => {
  const folder = join(service.config.store.dataDir, 'uploads')
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'sent')
  await writeFile(path, `id,email\n1,${mia.emails[0]}\n`)
  const id = '00000000-0000-4000-8000-000000000001'
  await saveUpload(service.store.pool, scope, { id, name: 'a.csv', path, bytes: 1, createdAt: service.now() })
  const before = await exportPerson(service, scope, mia.account)
  const ids = (before.tables.interactions ?? []).flatMap((row) =>
    typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? [row.id] : [],
  )
  expect(ids.length).toBeGreaterThan(5)
  const marks = [...traces, ...ids, ...ids.map((one) => one.replaceAll('-', ''))]
  expect((await grep(marks)).length).toBeGreaterThan(5)

  const erased = await erasePerson(service, scope, mia.emails[0] ?? '')
  expect(erased).toMatchObject({ interactions: ids.length, files: 1 })
  expect(await grep(marks)).toEqual([])
  expect(await listUploads(service.store.pool, scope)).toEqual([])
  await runReading(service, scope, () => {})
  expect(await grep(marks)).toEqual([])
  await expect(exportPerson(service, scope, mia.account)).rejects.toMatchObject({ code: 'notFound' })
})

it('what is older than a workspace keeps goes, and nothing else', async () => {
  const count = async (where = 'true') =>
    (await service.store.pool.query(`select from interactions where ${where}`)).rowCount ?? 0
  const late = { ...service, now: () => story.end }
  expect(await forgetOld(late, scope)).toBe(0)
  await service.store.pool.query('update workspaces set keep_days = 90 where id = $1', [scope])
  const old = `at < '${new Date(story.end - 90 * 86_400_000).toISOString()}'`
  const [all, older] = [await count(), await count(old)]
  expect(older).toBeGreaterThan(10)
  expect(await countInteractionsBefore(service.store.pool, scope, startOfKept(story.end, 90))).toBe(older)
  expect(await forgetOld(late, scope)).toBe(older)
  expect([await count(), await count(old)]).toEqual([all - older, 0])
})
