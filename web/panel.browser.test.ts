import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { sign } from 'hono/jwt'
import { sql } from 'kysely'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { letIn, letKeeperIn, testPassword } from '../server/access/test-kit.ts'
import { demoWorkspace, readStory } from '../server/demo-workspace.ts'
import { enterOrAdd } from '../server/gate.ts'
import { openTestApi, shortStory, startTestServer } from '../server/test-kit.ts'
import { list } from '../store/postgres/client.ts'
import { paths } from './paths.ts'
import { expectUsable, findBarriers, openBrowser, openPage, visit } from './test-kit.ts'

/** Another company's help desk, on an address of its own, with a frame beside its ticket. */
let helpDesk: Server
let helpDeskUrl: string
let framed = ''
let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser
let number: string
let secret: string

beforeAll(async () => {
  server = await startTestServer({ withDemo: false })
  const scope = await enterOrAdd(server.service, demoWorkspace)
  await readStory(server.service, scope, { ...shortStory, interactions: 700 })
  const api = openTestApi(server.service)
  await letKeeperIn(server.service, api)
  await letIn(server.service, api, scope, 'rep')
  await letIn(server.service, api, scope, 'analyst')
  const cases = sql<{ number: string }>`
    select case_id as number from contacts where issue_id is not null and case_id is not null order by at desc limit 1`
  number = (await list(server.service.store.pool, cases))[0]?.number ?? ''
  helpDesk = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><html lang="en"><title>Tickets</title><main><h1>A ticket</h1>
      <iframe title="Outside-In" width="380" height="800" src="${framed}"></iframe></main></html>`)
  }).listen(0, '127.0.0.1')
  await once(helpDesk, 'listening')
  const address = helpDesk.address()
  helpDeskUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  browser = await openBrowser()
}, 240_000)

afterAll(async () => {
  await browser.close()
  helpDesk.close()
  await server.close()
})

async function signInAs(page: Page, email: string): Promise<void> {
  await visit(page, paths.signIn())
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(testPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor({ state: 'attached' })
}

type Said = {
  readonly email?: string
  readonly case?: string
  readonly seconds?: number
  readonly secret?: string
}

async function addressFor(said: Said = {}): Promise<string> {
  const exp = Math.round(Date.now() / 1000) + (said.seconds ?? 3600)
  const claims = {
    workspace: demoWorkspace,
    email: said.email ?? 'rep@example.org',
    case: said.case ?? number,
    exp,
  }
  return `${server.url}${paths.panel(demoWorkspace)}#${await sign(claims, said.secret ?? secret)}`
}

async function openTicket(address: string): Promise<{ page: Page; frame: Frame | null }> {
  framed = address
  const page = await openPage(browser, helpDeskUrl)
  await page.goto('/')
  return { page, frame: page.frames().find((one) => one.parentFrame() !== null) ?? null }
}

it('is set up once, by whoever configures the workspace', async () => {
  const page = await openPage(browser, server.url)
  await signInAs(page, 'keeper@example.org')
  await visit(page, paths.settings(demoWorkspace))
  await page.getByLabel('Addresses that may show it').fill('http://desk.example.org')
  await page.locator('form').filter({ hasText: 'Addresses that may show it' }).getByRole('button').click()
  await page.getByText('is no address of a help desk').waitFor()
  await page.getByLabel('Addresses that may show it').fill(`${helpDeskUrl}/agent https://*.zendesk.com`)
  await page.locator('form').filter({ hasText: 'Addresses that may show it' }).getByRole('button').click()
  await page.getByText('is no address of a help desk').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Make the secret to sign with' }).click()
  const shown = page.getByText('The secret, shown this once').locator('code')
  secret = (await shown.textContent()) ?? ''
  await page.getByRole('button', { name: 'Make a new secret' }).waitFor()
  await expectUsable(page)
  await page.context().close()
})

it('shows the case that is open in the help desk, where it is worked on in the rep’s own name', async () => {
  const { page, frame } = await openTicket(await addressFor())
  await frame?.getByText('You are rep, rep').waitFor()
  await frame?.getByRole('button', { name: 'Take it on' }).click()
  await frame?.getByRole('button', { name: 'Release it' }).waitFor()
  await page.screenshot({ path: '/tmp/panel.png' })
  expect(await findBarriers(page)).toEqual([])
  const opened = page.context().waitForEvent('page')
  await frame?.getByRole('link', { name: 'Open it in Outside-In' }).click()
  await (await opened).getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.context().close()
})

it('waits for a case that nothing came of yet', async () => {
  const { page, frame } = await openTicket(await addressFor({ case: 'not-yet' }))
  await frame?.getByText('Nothing of case not-yet has come in here yet').waitFor()
  await page.context().close()
})

it('a link without a frame opens the issue of a case, and says when nothing came of it', async () => {
  const page = await openPage(browser, server.url)
  await signInAs(page, 'rep@example.org')
  await page.goto(paths.desk(demoWorkspace, { case: 'not-yet' }))
  await page.getByText('Nothing of case not-yet has come in here yet').waitFor()
  await page.goto(paths.desk(demoWorkspace, { case: number }))
  await page.getByRole('heading', { name: 'Understand' }).waitFor()
  await page.context().close()
})

it('is refused to whoever is not signed for, no longer, or by somebody else', async () => {
  const refusals: readonly (readonly [Said, string])[] = [
    [{ email: 'nobody@example.org' }, 'Nobody here has the address nobody@example.org.'],
    [{ email: 'analyst@example.org' }, 'As an analyst you can’t draft at the desk'],
    [{ seconds: -1 }, 'The side panel was open for too long.'],
    [{ seconds: 100_000 }, 'The signature holds for too long.'],
    [{ secret: 'another secret' }, 'This was not signed with the secret of this workspace’s side panel.'],
  ]
  for (const [said, words] of refusals) {
    const { page, frame } = await openTicket(await addressFor(said))
    await frame?.getByText(words).waitFor()
    await page.context().close()
  }
})

it('is framed by those pages only, and opens no other page of ours', async () => {
  const policyOf = async (path: string) =>
    (await fetch(`${server.url}${path}`)).headers.get('content-security-policy')
  expect(await policyOf(paths.panel(demoWorkspace))).toContain(
    `frame-ancestors ${helpDeskUrl} https://*.zendesk.com`,
  )
  expect(await policyOf(paths.panel('strangers'))).toContain("frame-ancestors 'none'")
  expect(await policyOf(paths.today(demoWorkspace))).toContain("frame-ancestors 'none'")
  const address = await addressFor()
  const asked = await fetch(`${server.url}/api/workspaces/${demoWorkspace}/members`, {
    headers: { authorization: `Bearer ${address.split('#')[1]}` },
  })
  expect(await asked.text()).toContain('The side panel is for the desk alone')
  const noted = sql<{ who: string }>`select distinct who from audit_log where who like '%panel' order by 1`
  expect(await list(server.service.store.pool, noted)).toEqual([
    { who: 'analyst, in the side panel' },
    { who: 'rep, in the side panel' },
  ])
})
