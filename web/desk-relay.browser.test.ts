import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hourMs } from '../core/base/time.ts'
import { settleDue } from '../server/desk/deadlines.ts'
import { enterByName } from '../server/gate.ts'
import { startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import { findBarriers, findOverflow, openBrowser, openPage, visit } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser
let rep: Page
let other: Page
let issues: { id: string; guideline: number }[]
let passed = 0

beforeAll(async () => {
  server = await startTestServer({ withDemo: true, passed: () => passed })
  browser = await openBrowser()
  rep = await sitDown('Rita Moss')
  other = await sitDown('Lena Hart')
  issues = await findIssues()
}, 240_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

/** A browser of its own for somebody at the desk. */
async function sitDown(name: string): Promise<Page> {
  const page = await openPage(browser, server.url)
  await page.context().addInitScript((who) => localStorage.setItem('outside-in-reviewer', who), name)
  return page
}

/** The other browser is somebody else's from here on. */
async function changeSeats(name: string): Promise<void> {
  await other.context().close()
  other = await sitDown(name)
}

async function call(path: string, body?: unknown) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`${server.url}/api/workspaces/demo/${path}`, body === undefined ? {} : init)
  return response.json()
}

/** The newest issues of causes with a guideline that leaves room, which nobody has closed. */
async function findIssues(): Promise<{ id: string; guideline: number }[]> {
  const { guidelines } = await call('guidelines')
  const found: { id: string; guideline: number }[] = []
  for (const { id: guideline, guideline: content } of guidelines) {
    if (content.options.length < 2) continue
    const listed = await call(`issues?cause=${content.causes[0]}`)
    const [newest] = listed.issues
    if (newest !== undefined) found.push({ id: newest.id, guideline })
  }
  return found
}

/** Opens the next issue with its understanding shared. */
async function openNext(): Promise<{ id: string; guideline: number }> {
  const next = issues.shift()
  if (next === undefined) throw new Error('the story has no more such issues')
  const { record } = await call(`desk/${next.id}`)
  for (const step of [
    { kind: 'wished', text: 'An answer' },
    { kind: 'lived', text: 'You came to us.', evidence: [record.interactions[0].id] },
    { kind: 'hoped', feel: 'safe', think: 'they saw it', act: 'go on', known: 'asked' },
    { kind: 'understandingShared', text: 'Have I got that right?' },
  ]) {
    await call(`desk/${next.id}/steps`, { who: 'Rita Moss', step })
  }
  await visit(rep, paths.deskIssue('demo', next.id))
  return next
}

async function ownOption(gives: string): Promise<void> {
  await rep.getByLabel('What they get').fill(gives)
  await rep.getByLabel('What it costs us').fill('200')
  await rep.getByLabel('Why', { exact: true }).first().fill('She is 82')
  await rep.getByRole('button', { name: 'Give or ask for it' }).click()
  await rep.getByText(`Asked Lena Hart for “${gives}”.`, { exact: false }).waitFor()
}

async function notedOf(id: string): Promise<Set<string>> {
  const { rows } = await server.service.store.pool.query<{ act: string }>(
    `select who || ' ' || action as act from audit_log where subject = $1`,
    [id],
  )
  return new Set(rows.map(({ act }) => act))
}

it('what goes beyond authority is granted by who was asked, or by the default at its deadline', async () => {
  const { id } = await openNext()
  await rep.getByText('Compose your own option').click()
  await ownOption('A new router')
  await visit(other, paths.desk('demo'))
  await other.getByLabel('Your reason').fill('Somebody of 82 needs it today')
  await other.getByRole('button', { name: 'Grant it' }).click()
  await rep.getByText('“A new router” was granted: Somebody of 82 needs it today.').waitFor()

  await ownOption('A year free')
  passed += 9 * hourMs
  await settleDue(server.service, await enterByName(server.service, 'demo'))
  await rep.getByText('“A year free” was granted, because nobody had answered in time.').waitFor()
  const log = rep.locator('.desk-log')
  await log.getByText('The clock').first().waitFor()
  expect(await log.getByText('gave: A year free').count()).toBe(1)
  const noted = await notedOf(id)
  expect([...noted]).toEqual(
    expect.arrayContaining(['this machine grantOption', 'The clock exceptionAnswered', 'The clock granted']),
  )
})

it('a hand-over comes back with a reason, goes to another, and is taken over', async () => {
  const { id } = await openNext()
  const handOver = async (to: string, why: string) => {
    await rep.getByText('Hand it over').first().click()
    await rep.getByLabel('Who takes it on').fill(to)
    await rep.getByLabel('Why', { exact: true }).last().fill(why)
    await rep.getByLabel('What was tried').fill('Restarted it twice')
    await rep.getByRole('button', { name: 'Hand it over' }).click()
  }
  await handOver('Billing', 'They book it')
  await visit(other, paths.deskIssue('demo', id))
  await other.getByLabel('Or why it goes back').fill('It is a matter for the technicians')
  await other.getByRole('button', { name: 'Give it back' }).click()
  await rep.getByText('Given back: It is a matter for the technicians').waitFor()
  await rep.reload()
  await handOver('Technical', 'It is the line')
  await changeSeats('Sam Okoro')
  await visit(other, paths.deskIssue('demo', id))
  await other.getByRole('button', { name: 'Take it over' }).click()
  await rep.getByText('Sam Okoro is working on this.').waitFor()
  await rep.getByText('Taken over.').waitFor()
  const log = (await rep.locator('.desk-log').textContent()) ?? ''
  for (const said of [
    'handed it over to Billing',
    'gave it back',
    'handed it over to Technical',
    'took it over',
  ]) {
    expect(log).toContain(said)
  }
  expect(await notedOf(id)).toContain('this machine takeDeskStep')
})

it('an objection is answered, the guideline changed, and the rep told', async () => {
  const { id, guideline } = await openNext()
  await rep.getByRole('button', { name: 'Gets in the way' }).first().click()
  await rep.getByLabel('In a word, why?').fill('They need it today, not tomorrow')
  await rep.getByRole('button', { name: 'Tell the owner' }).click()
  await rep.getByText('The owner answers by a date').first().waitFor()

  await changeSeats('Olga Brandt')
  await visit(other, paths.guideline('demo', String(guideline)))
  await other.getByText(/It stands for .* contacts? of .* customers?/).waitFor()
  expect(await findBarriers(other)).toEqual([])
  expect(await findOverflow(other)).toBe(0)
  await other.getByLabel(/^Your answer/).fill('You are right: from now on the same day')
  await other.getByRole('button', { name: 'Change it' }).click()
  await other.getByText('Olga Brandt changed it').waitFor()
  await other.getByText('Write a new version').click()
  await other.getByLabel('What it is for').fill('People are served on the same day.')
  await other.getByRole('button', { name: 'Keep as a draft' }).click()
  await other.getByRole('button', { name: 'Put version 2 live' }).click()
  await other.getByText('People are served on the same day.').first().waitFor()

  await visit(rep, paths.desk('demo'))
  await rep.getByRole('heading', { name: 'For you' }).waitFor()
  expect(await findBarriers(rep)).toEqual([])
  await rep.getByText('You are right: from now on the same day').waitFor()
  await rep.getByRole('button', { name: 'I have read it' }).click()
  await rep.getByText('You are right: from now on the same day').waitFor({ state: 'detached' })
  const { steps } = await call(`desk/${id}`)
  expect(steps.at(-1).words).toContain('They need it today, not tomorrow')
  expect(await notedOf(id)).toContain('this machine objectToGuideline')
})
