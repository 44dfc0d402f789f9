import { afterAll, beforeAll, expect, it } from 'vitest'
import { findIssue } from '../contract/routes.ts'
import { findInteraction, searchTexts } from '../contract/search.ts'
import { identityOf } from '../core/base/ids.ts'
import { saveInteractions } from '../store/interactions.ts'
import { inTransaction } from '../store/postgres/client.ts'
import { findSearchState } from '../store/search/due.ts'
import { aFact } from '../store/test-rows.ts'
import { demoWorkspace, readStory } from './demo-workspace.ts'
import { enterOrAdd } from './gate.ts'
import { startWork, type Work } from './jobs/work.ts'
import { openTestApi, openTestService, shortStory, type TestApi, type TestService } from './test-kit.ts'

let service: TestService
let api: TestApi
let work: readonly Work[]

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  const scope = await enterOrAdd(service, demoWorkspace)
  await readStory(service, scope, shortStory)
  const text =
    'The quokka I ordered never came.\nMail ann@example.org or call +44 20 7946 0999.\n\nRegards,\nAnn Lee'
  const facts = [aFact(1, { text, identities: [identityOf('account:quokka-1')] })]
  await inTransaction(service.store.pool, (client) => saveInteractions(client, scope, facts))
  work = [await startWork(service, 'prompt'), await startWork(service, 'patient')]
  while ((await findSearchState(service.store.pool, scope)).waiting > 0)
    await new Promise((resolve) => setImmediate(resolve))
})

afterAll(async () => {
  for (const lane of work) await lane.stop()
  await service.close()
})

const base = `/api/workspaces/${demoWorkspace}`
const search = (words: string, view = '') =>
  api.call(searchTexts, `${base}/search?words=${encodeURIComponent(words)}${view}`)

it('marks what was looked for in the masked text', async () => {
  const { texts, total, isAtLeast, known } = await search('ordering quokkas')
  expect({ total, isAtLeast }).toEqual({ total: 1, isAtLeast: false })
  expect(known.texts).toBeGreaterThan(1500)
  expect(known.waiting).toBe(0)
  const [found] = texts
  expect(found?.excerpt).toContain('Mail [email] or call [phone].')
  expect(found?.customer).toBe('account ··a-1')
  expect(found?.marks.map(({ start, end }) => found.excerpt.slice(start, end))).toEqual(['quokka', 'ordered'])
})

it('finds nothing of what masking hides', async () => {
  for (const hidden of ['ann@example.org', 'example.org', '7946', '"Ann Lee"', 'ann']) {
    const { texts } = await search(hidden)
    expect(texts.map(({ excerpt }) => excerpt).filter((excerpt) => excerpt.includes('quokka'))).toEqual([])
  }
})

it('leads from every text to the issue that holds it', async () => {
  const { texts } = await search('router', '&from=customer')
  expect(texts.length).toBeGreaterThan(10)
  for (const { id } of texts.slice(0, 10)) {
    const { interaction, issue } = await api.call(findInteraction, `${base}/interactions/${id}`)
    expect(interaction.text).toMatch(/router/i)
    const { interactions } = await api.call(findIssue, `${base}/issues/${issue}`)
    expect(interactions.map((one) => one.id)).toContain(id)
  }
})

it('finds a customer by an identity, whole and as written', async () => {
  const { rows } = await service.store.pool.query<{ other: string; customer: string }>(
    `select l.other, d.customer from identity_links l
     join identities d on d.workspace_id = l.workspace_id and d.identity = l.other where l.other like 'email:%' limit 1`,
  )
  const email = rows[0]?.other.slice('email:'.length) ?? ''
  const { customers } = await search(email.toUpperCase())
  expect(customers).toEqual([
    {
      customer: expect.stringContaining('··'),
      issues: expect.any(Number),
      latest: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ])
  expect((await search(email.slice(1))).customers).toEqual([])
})

it('says so when the words are in nearly every text, and refuses none at all', async () => {
  expect(await search('the and')).toMatchObject({ asksForWords: false, texts: [] })
  expect((await api.ask(`${base}/search?words=%20`)).status).toBe(400)
  expect((await api.ask(`${base}/search?words=refund&after=nonsense`)).status).toBe(400)
  expect((await api.ask(`${base}/interactions/nonsense`)).status).toBe(404)
})
