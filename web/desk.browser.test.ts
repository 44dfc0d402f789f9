import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aMail, headerOf, type MailHouse, mailboxInput, openMailHouse } from '../server/answers/test-kit.ts'
import { asJson, startTestServer } from '../server/test-kit.ts'
import { list } from '../store/postgres/client.ts'
import { paths } from './paths.ts'
import { expectUsable, openBrowser, openPage, visit } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let house: MailHouse
let browser: Browser
let rep: Page

beforeAll(async () => {
  server = await startTestServer({ withDemo: true })
  house = await openMailHouse()
  house.dovecot.open('ann@example.org')
  browser = await openBrowser()
  rep = await openPage(browser, server.url)
  await rep.context().addInitScript(() => localStorage.setItem('outside-in-reviewer', 'Rita Moss'))
}, 240_000)

afterAll(async () => {
  await browser.close()
  await house.close()
  await server.close()
})

/** A mail comes in over the mailbox, about what there is a guideline for. */
async function receiveMail(text: string): Promise<void> {
  const base = `${server.url}/api/workspaces/demo`
  const post = async (path: string, body: object) =>
    (await fetch(`${base}${path}`, { method: 'post', ...asJson(body) })).json()
  const { connector } = await post('/connectors', mailboxInput(house))
  house.dovecot.deliver(aMail('moved', { Subject: 'Two bills' }, text))
  await post(`/connectors/${connector.id}/pull`, {})
}

/** Where the link in the mail that came to the customer leads. */
async function linkInMail(): Promise<string> {
  await expect.poll(() => house.dovecot.read('ann@example.org').length).toBe(1)
  const mail = house.dovecot.read('ann@example.org')[0] ?? ''
  expect(headerOf(mail, 'In-Reply-To')).toBe('<moved@example.org>')
  return /\/for-you\/[\w-]+/.exec(mail.replace(/=\r?\n/g, ''))?.[0] ?? ''
}

it('a mail goes from the queue to the customer’s word, by keyboard and with a browser for each side', async () => {
  await receiveMail(
    'I get bills for my old address, too. I moved in May, so I pay for two homes. Send the money back.',
  )
  await visit(rep, paths.desk('demo'))
  await rep.getByRole('link', { name: /I get bills for my old address, too/ }).waitFor()
  await expectUsable(rep)
  await rep.setViewportSize({ width: 1440, height: 900 })
  await rep.keyboard.press('j')
  await rep.keyboard.press('Enter')
  await rep.getByRole('heading', { name: 'Understand' }).waitFor()

  await rep.goBack()
  await rep.getByRole('link', { name: /I get bills for my old address, too/ }).click()
  await rep.getByRole('button', { name: 'Take it on' }).click()
  await rep.getByRole('button', { name: 'Release it' }).waitFor()
  await expectUsable(rep)
  await rep.setViewportSize({ width: 1440, height: 900 })

  await rep.getByLabel('I would want').fill('My money back without asking twice')
  await rep.keyboard.press('Tab')
  expect(await rep.getByLabel('Read from their record').inputValue()).toMatch(/^You came to us/)
  for (const text of ['safe that it is over', 'they saw what happened', 'pay once']) {
    await rep.keyboard.press('Tab')
    await rep.keyboard.type(text)
  }
  expect(await rep.getByLabel('What we say back').inputValue()).toMatch(/Have I got that right\?$/)
  await rep.getByRole('button', { name: 'Keep this wording' }).press('Enter')
  await rep.getByText('Ready; nothing has gone out to them yet.').waitFor()
  await rep.getByRole('button', { name: /link for the customer/ }).click()
  await rep.getByLabel(/^For the customer/).waitFor()
  await rep.getByText('They can read it by their link; they have not answered yet.').waitFor()
  await rep.getByRole('button', { name: 'Send it', exact: true }).click()
  await rep.getByText(/^Rita Moss\. Sent /).waitFor()

  const customer = await openPage(browser, server.url)
  await customer.setViewportSize({ width: 390, height: 800 })
  await visit(customer, await linkInMail())
  await customer.getByText('No, it is different').click()
  await customer.getByLabel('How is it really?').fill('It was three times, not two')
  await customer.getByRole('button', { name: 'Tell us' }).click()
  await customer.getByText('You put it right').waitFor()

  await rep.getByText('It was three times, not two', { exact: true }).first().waitFor()
  await rep.getByRole('button', { name: 'Say it anew' }).click()
  await rep.getByLabel('What we say back').fill('It happened three times. Have I got that right?')
  await rep.getByRole('button', { name: 'Keep this wording' }).click()
  await customer.getByRole('button', { name: 'Yes, that is right' }).click()
  await rep.getByText('The customer says that this is right.').waitFor()

  await rep.getByRole('button', { name: 'Let them choose' }).click()
  await customer.locator('.choice').first().waitFor()
  await expectUsable(customer)
  await customer.setViewportSize({ width: 390, height: 800 })
  const chosen = (await customer.locator('.choice').first().textContent()) ?? ''
  await customer.locator('.choice').first().click()
  await customer.getByText('Yours since').waitFor()
  await rep.getByText(`They chose: ${chosen}`).waitFor()
  await rep.getByText(`Given: ${chosen}`).waitFor()
  await rep.getByLabel('What is solved').fill(chosen)
  await rep.getByRole('button', { name: 'Close it' }).click()
  await customer.getByRole('button', { name: 'Yes, it is solved' }).click()
  await rep.getByText('The customer says that it is solved.').waitFor()
  await customer.context().close()

  const done = await rep.locator('.desk-log').textContent()
  for (const words of [
    'took this on',
    'answered by email',
    'put it right',
    'chose',
    'gave: ',
    'closed it',
    'it is solved',
  ])
    expect(done).toContain(words)
  await rep.locator('.desk-lived').getByText('What you want to get done: pay once.').waitFor()
  const noted = sql<{ action: string }>`select distinct action from audit_log order by 1`
  const actions = (await list(server.service.store.pool, noted)).map(({ action }) => action)
  expect(actions).toEqual(
    expect.arrayContaining(['takeDeskStep', 'optionChosen', 'understandingCorrected', 'granted']),
  )
})

it('a guideline is replayed on last month, drafted anew, put live, and answered for', async () => {
  await visit(rep, paths.guidelines('demo'))
  await rep.getByRole('heading', { name: 'Rules' }).waitFor()
  await expectUsable(rep)
  await rep.setViewportSize({ width: 1440, height: 900 })
  await rep.getByLabel('Name', { exact: true }).fill('Nora Field')
  await rep.getByLabel('Role at the desk').selectOption('lead')
  await rep.getByRole('button', { name: 'Add person' }).click()
  await rep.getByRole('button', { name: 'Remove: Nora Field' }).click()
  await rep.getByRole('button', { name: 'Take back: Nora Field' }).waitFor()
  await rep.getByRole('link', { name: 'Charged twice after a move' }).click()
  await rep.getByRole('heading', { name: 'What it allows' }).waitFor()
  await rep.getByLabel('You are').first().selectOption('Olga Brandt')
  await rep.getByText('Write a new version').click()
  await rep.getByLabel('at once').first().fill('80')
  await rep.getByLabel('on one issue').first().fill('90')
  await rep.getByLabel('% of issues at most; empty: all').first().fill('50')
  await rep.getByRole('button', { name: 'Add a condition' }).first().click()
  await rep.getByLabel('Costs us').first().fill('-5')
  await rep.getByRole('button', { name: 'Keep as a draft' }).click()
  await rep.getByText(/costs us is negative/).waitFor()
  await rep.getByLabel('Costs us').first().fill('45')
  await rep.getByRole('button', { name: 'What would last month have looked like?' }).click()
  await rep.getByRole('rowheader', { name: 'Given at once' }).waitFor()
  await expectUsable(rep)
  await rep.setViewportSize({ width: 1440, height: 900 })
  await rep.getByRole('button', { name: 'Keep as a draft' }).click()
  await rep.getByRole('button', { name: 'Put version 2 live' }).click()
  await rep.getByText(/A rep may give €\s80 at once.* at most 50\s% of the issues/).waitFor()
  await rep.getByText(/Only from contact 2 on/).waitFor()
})
