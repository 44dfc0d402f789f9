import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inviteMember, makeKeeperLink } from '../server/access/invite.ts'
import { testPassword } from '../server/access/test-kit.ts'
import { demoWorkspace, readStory } from '../server/demo-workspace.ts'
import { enterOrAdd } from '../server/gate.ts'
import { shortStory, startTestServer } from '../server/test-kit.ts'
import { paths, withView } from './paths.ts'
import { expectUsable, findBarriers, openBrowser, openPage, visit } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser

beforeAll(async () => {
  server = await startTestServer({ withDemo: false })
  const scope = await enterOrAdd(server.service, demoWorkspace)
  await readStory(server.service, scope, { ...shortStory, interactions: 700 })
  browser = await openBrowser()
}, 240_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

async function signIn(email: string): Promise<Page> {
  const page = await openPage(browser, server.url)
  await visit(page, paths.signIn())
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(testPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor({ state: 'attached' })
  return page
}

/** Whom an erasure would erase is shown first, and left or erased. */
async function findAndErase(page: Page): Promise<void> {
  const [{ email }] = await findWithSeveralNames()
  const find = async () => {
    await page.getByLabel('Whose records to erase').fill(email)
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByText('Nobody can bring back what is erased.').waitFor()
  }
  await find()
  await page.getByRole('button', { name: 'Leave them' }).click()
  await find()
  await page.getByRole('button', { name: /^Erase \d+ interactions for good$/ }).click()
  await page.getByText('Backups made before still hold them.').waitFor()
}

/** Two customers with an account, an address and an issue. */
async function findWithSeveralNames() {
  const { rows } = await server.service.store.pool.query<{ issue: string; account: string; email: string }>(`
    select distinct on (i.customer) i.id as issue, split_part(i.customer, ':', 2) as account,
      split_part(d.identity, ':', 2) as email
    from issues i join identities d on d.customer = i.customer and d.identity like 'email:%'
      and d.workspace_id = i.workspace_id
    where i.customer like 'account:%' order by i.customer, i.id, d.identity limit 2`)
  const [first, second] = rows
  if (first === undefined || second === undefined) throw new Error('nobody has several names')
  return [first, second] as const
}

async function come(page: Page, link: string | null, name: string): Promise<void> {
  await visit(page, link ?? '')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Password').fill(testPassword)
}

it('is open to its machine until the first one has come in by the link, who lets others in', async () => {
  const page = await openPage(browser, server.url)
  await visit(page, paths.settings(demoWorkspace))
  await page.getByText('Open to whoever sits at this machine.').waitFor()
  await page.getByText('Nobody has signed up yet').first().waitFor()

  await come(page, await makeKeeperLink(server.service), 'Kay')
  await page.getByLabel('E-mail address').fill('kay@example.org')
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByRole('link', { name: 'Kay' }).waitFor()

  await visit(page, paths.settings(demoWorkspace))
  await page.getByLabel('Name', { exact: true }).fill('Rita')
  await page.getByLabel('E-mail address', { exact: true }).fill('rita@example.org')
  await page.getByLabel('Role').selectOption('rep')
  await page.getByRole('button', { name: 'Let in' }).click()
  const link = (await page.getByText('Hand this link to Rita').locator('code').textContent()) ?? ''
  await page.getByRole('rowheader', { name: 'Rita' }).waitFor()
  await page.getByLabel('For what').fill('Help desk')
  await page.getByRole('button', { name: 'Make a key' }).click()
  await page.getByText('The key, shown this once').waitFor()
  await expectUsable(page)
  await findAndErase(page)
  await countBeforeForgetting(page)
  await readWhatWasDone(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.goto(paths.causes(demoWorkspace))
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()

  await come(page, link, 'Rita')
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByRole('link', { name: 'Rita' }).waitFor()
  await page.context().close()
})

/** What would go is told, and can be left. */
async function countBeforeForgetting(page: Page) {
  await page.getByLabel('Leave it empty').fill('30')
  await page.getByLabel('Leave it empty').press('Enter')
  await page.getByText(/^[\d,]+ of [\d,]+ interactions are older than 30 days\./).waitFor()
  await page.getByRole('button', { name: 'Keep them' }).click()
  expect(await page.getByLabel('Leave it empty').inputValue()).toBe('')
}

/** Acts by themselves, and looks when they are asked for. */
async function readWhatWasDone(page: Page) {
  const log = page.getByRole('region', { name: 'Who did what' })
  await page.getByRole('button', { name: 'Look again' }).click()
  await log.getByText('add api key').first().waitFor()
  expect(await log.getByText('look at members').count()).toBe(0)
  await page
    .getByRole('combobox', { name: /^Show/ })
    .selectOption({ label: 'Everything, with who looked at what' })
  await log.getByText('look at members').first().waitFor()
}

it('whoever lost their password comes in by a new link, and keeps their name', async () => {
  const admin = await signIn('kay@example.org')
  await visit(admin, paths.settings(demoWorkspace))
  await admin.getByRole('button', { name: 'New link for Rita' }).click()
  const link = (await admin.getByText('Hand this link to Rita').locator('code').textContent()) ?? ''
  const page = await openPage(browser, server.url)
  await visit(page, link)
  await page.getByLabel('Password').fill(testPassword)
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByRole('link', { name: 'Rita' }).waitFor()
  await Promise.all([admin, page].map((one) => one.context().close()))
})

it('a rep comes to the desk, sees who the customers are, and why the settings are closed', async () => {
  const page = await signIn('rita@example.org')
  await page.waitForURL(`**${paths.desk(demoWorkspace)}`)
  await visit(page, paths.contacts(demoWorkspace))
  expect(await page.locator('main').textContent()).toMatch(/@example\.(com|org|net)/)
  await visit(page, paths.settings(demoWorkspace))
  await page.getByText('As a rep you can’t manage members and keys; an admin can.').first().waitFor()
  expect(await page.getByRole('button', { name: 'Let in' }).count()).toBe(0)
  await sayWhoIsWho(page)
  await page.context().close()
})

/** That an address is not this customer's, which is taken back, and that another customer is the same. */
async function sayWhoIsWho(page: Page): Promise<void> {
  const [first, second] = await findWithSeveralNames()
  await visit(page, paths.issue(demoWorkspace, first.issue))
  const who = page.locator('section', { has: page.getByRole('heading', { name: 'Who this customer is' }) })
  await who.getByRole('button', { name: `Not theirs: ${first.email}` }).click()
  await who
    .getByText(`${first.email} does not belong to account ${first.account}.`, { exact: false })
    .waitFor()
  await who.getByRole('button', { name: /^Undo/ }).click()
  await who.getByRole('button', { name: `Not theirs: ${first.email}` }).waitFor()
  await who.getByLabel('The same customer as').fill(second.account)
  await who.getByRole('button', { name: 'Join' }).click()
  await who.getByText('are one customer.', { exact: false }).waitFor()
  await who.getByText(second.email, { exact: false }).first().waitFor()
  await who.getByLabel('The same customer as').fill('nobody@example.org')
  await who.getByRole('button', { name: 'Join' }).click()
  await who.getByText('Nobody is known by that.', { exact: false }).waitFor()
  expect(await findBarriers(page)).toEqual([])
}

it('whoever follows a link is asked who they are and comes where it leads, never to a page of somebody else', async () => {
  const link = `${paths.issues(demoWorkspace, { channel: 'phone' })}#first`
  const page = await openPage(browser, server.url)
  const signInHere = async () => {
    await page.getByLabel('E-mail address').fill('rita@example.org')
    await page.getByLabel('Password').fill(testPassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  await page.goto(link)
  await signInHere()
  await page.waitForURL(`**${link}`)
  await page.getByRole('heading', { name: 'Issues' }).waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  for (const foreign of ['https://evil.example/', '//evil.example/', '/\\evil.example/']) {
    await page.goto(withView(paths.signIn(), { next: foreign }))
    await signInHere()
    await page.waitForURL(`**${paths.desk(demoWorkspace)}`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  }
  await page.context().close()
})

it('an executive comes into today, and sees customers masked', async () => {
  const scope = await enterOrAdd(server.service, demoWorkspace)
  const invited = { email: 'eve@example.org', name: 'Eve', role: 'executive' } as const
  const link = await inviteMember(server.service, scope, invited)
  const page = await openPage(browser, server.url)
  await come(page, link, 'Eve')
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.waitForURL(`**${paths.today(demoWorkspace)}`)
  await visit(page, paths.contacts(demoWorkspace))
  expect(await page.locator('main').textContent()).not.toMatch(/\w{2,}@example\.(com|org|net)/)
  await visit(page, paths.account())
  await page.getByRole('button', { name: 'End' }).first().waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.context().close()
})
