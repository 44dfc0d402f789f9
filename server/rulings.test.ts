import { afterAll, beforeAll, expect, it } from 'vitest'
import { findCause, findIssue, listCauses, listContacts, listIssues } from '../contract/routes.ts'
import { listParts, listRulings, saveRuling, withdrawRuling } from '../contract/rulings.ts'
import { demoWorkspace, readStory } from './demo-workspace.ts'
import { enterOrAdd } from './gate.ts'
import { runReading } from './readings/run-reading.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from './test-kit.ts'

const base = `/api/workspaces/${demoWorkspace}`

let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  await readStory(service, await enterOrAdd(service, demoWorkspace), shortStory)
}, 240_000)
afterAll(() => service.close())

async function rule(ruling: Readonly<Record<string, unknown>>): Promise<string> {
  return (await api.call(saveRuling, `${base}/rulings`, asJson({ reviewer: 'Ann', ...ruling }))).ruling
}

const causes = async () => (await api.call(listCauses, `${base}/causes`)).causes
/** Those that open their issue: the later ones are about what their issue is about. */
const contactsOf = async (cause: string) => {
  const { contacts } = await api.call(listContacts, `${base}/contacts?cause=${cause}`)
  return contacts.filter(({ id, issue }) => id === issue)
}
const issuePage = (id: string) => api.call(findIssue, `${base}/issues/${id}`)
const reread = async () => runReading(service, await enterOrAdd(service, demoWorkspace), () => {})

it('a rename, a merge, a part and a move hold at once or with the next reading, and outlive more facts', {
  timeout: 240_000,
}, async () => {
  const [first, second, third, fourth] = await causes()
  if (!first || !second || !third || !fourth) throw new Error('too few causes')
  await rule({ kind: 'renamed', cause: first.id, name: 'Our own name' })
  expect((await causes())[0]?.name).toBe('Our own name')
  expect((await api.call(findCause, `${base}/causes/${first.id}`)).cause.name).toBe('Our own name')

  await rule({ kind: 'merged', cause: second.id, into: first.id })
  const [moved] = await contactsOf(third.id)
  if (!moved?.issue) throw new Error('nothing to move')
  await rule({ kind: 'placed', contact: moved.id, cause: first.id })
  const page = await issuePage(moved.issue)
  expect(page.contacts.find(({ id }) => id === moved.id)?.cause?.name).toBe('Our own name')
  const parts = (await contactsOf(fourth.id)).slice(0, 3).map(({ id }) => id)
  await rule({ kind: 'split', cause: fourth.id, name: 'A part', contacts: parts })

  await readStory(service, await enterOrAdd(service, demoWorkspace), { ...shortStory, interactions: 2_600 })
  const after = await causes()
  expect(after.find(({ id }) => id === first.id)?.name).toBe('Our own name')
  expect(after.map(({ id }) => id)).not.toContain(second.id)
  const part = after.find(({ name }) => name === 'A part')
  expect((await contactsOf(part?.id ?? '')).map(({ id }) => id)).toEqual(expect.arrayContaining(parts))
  const again = await issuePage(moved.issue)
  expect(again.contacts.find(({ id }) => id === moved.id)?.cause?.id).toBe(first.id)
})

it('what people decided outlives a change of the method by which causes are found', async () => {
  const before = await causes()
  await service.store.pool.query(
    `update readings set cause_model = jsonb_set(cause_model, '{causes,method}', '"of before"')`,
  )
  await reread()
  const after = await causes()
  expect(after.map(({ name }) => name)).toEqual(expect.arrayContaining(['Our own name', 'A part']))
  const kept = after.filter(({ id, name }) => before.some((one) => one.id === id && one.name === name))
  expect(kept.length / before.length).toBeGreaterThan(0.5)
  const { rulings } = await api.call(listRulings, `${base}/rulings`)
  const merged = rulings.find(({ kind }) => kind === 'merged')
  expect(after.map(({ id }) => id)).not.toContain(merged?.causes[0])
})

it('what is taken back no longer holds, and the list says what does', async () => {
  const { rulings } = await api.call(listRulings, `${base}/rulings`)
  expect(rulings.map(({ kind }) => kind)).toEqual(['split', 'placed', 'merged', 'renamed'])
  const renamed = rulings.find(({ kind }) => kind === 'renamed')
  expect(renamed?.sentence).toBe('A cause is called “Our own name”.')
  const path = `${base}/rulings/${renamed?.id}/withdraw`
  await api.call(withdrawRuling, path, asJson({ reviewer: 'Ann' }))
  await reread()
  expect((await causes()).map(({ name }) => name)).not.toContain('Our own name')
  expect((await api.ask(path, { method: 'POST', ...asJson({ reviewer: 'Ann' }) })).status).toBe(404)
})

it('two contacts are one issue or two, as a person says', async () => {
  const { issues } = await api.call(listIssues, `${base}/issues?sort=contacts&minContacts=2`)
  const [issue] = issues
  if (!issue) throw new Error('no issue of two contacts')
  const [one, other] = (await issuePage(issue.id)).contacts
  await rule({ kind: 'notSame', one: one?.id, other: other?.id })
  expect((await issuePage(issue.id)).contacts.map(({ id }) => id)).not.toContain(other?.id)
  await rule({ kind: 'same', one: one?.id, other: other?.id })
  expect((await issuePage(issue.id)).contacts.map(({ id }) => id)).toContain(other?.id)
  await reread()
  expect((await issuePage(issue.id)).contacts.map(({ id }) => id)).toContain(other?.id)
})

it('refuses what makes no sense, and says why', async () => {
  const [first] = await causes()
  const [contact] = await contactsOf(first?.id ?? '')
  const nobody = '00000000-0000-4000-8000-000000000000'
  await expect(rule({ kind: 'merged', cause: first?.id, into: first?.id })).rejects.toThrow(/400/)
  await expect(rule({ kind: 'renamed', cause: 'gone', name: 'Gone' })).rejects.toThrow(/404/)
  await expect(rule({ kind: 'renamed', cause: first?.id, name: ' ' })).rejects.toThrow(/400/)
  await expect(rule({ kind: 'placed', contact: nobody, cause: null })).rejects.toThrow(/404/)
  await expect(rule({ kind: 'same', one: contact?.id, other: contact?.id })).rejects.toThrow(/400/)
})

it('proposes parts of a cause, any of which can be split off, and keeps a cause that is pinned', {
  timeout: 120_000,
}, async () => {
  const all = await causes()
  const proposed = await Promise.all(
    all.map(async ({ id }) => ({ id, ...(await api.call(listParts, `${base}/causes/${id}/parts`)) })),
  )
  const found = proposed.find(({ parts }) => parts.length > 0)
  if (found === undefined) throw new Error('no cause has parts')
  const [part, other] = found.parts
  expect(part?.contacts.some((id) => other?.contacts.includes(id))).toBe(false)
  await rule({ kind: 'split', cause: found.id, name: 'Proposed', contacts: part?.contacts })
  await rule({ kind: 'pinned', cause: found.id })
  const { rulings } = await api.call(listRulings, `${base}/rulings`)
  expect(rulings[0]).toMatchObject({ kind: 'pinned', causes: [found.id] })
  expect(rulings[0]?.sentence).toMatch(/ stays a cause\.$/)
  expect(rulings[1]).toMatchObject({ kind: 'split', contacts: part?.contacts })
  const missing = await api.ask(`${base}/causes/cause-unknown/parts`)
  expect(missing.status).toBe(404)
})
