import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  aMail,
  headerOf,
  type MailHouse,
  mailboxInput,
  openMailHouse,
  replyTo,
} from '../server/answers/test-kit.ts'
import { enterOrAdd } from '../server/gate.ts'
import { startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import { expectUsable, openBrowser, openPage, visit } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let house: MailHouse
let browser: Browser
let rep: Page
let base: string

beforeAll(async () => {
  server = await startTestServer({ withDemo: false })
  await enterOrAdd(server.service, 'mail')
  base = `${server.url}/api/workspaces/mail`
  house = await openMailHouse()
  house.dovecot.open('ann@example.org')
  browser = await openBrowser()
  rep = await openPage(browser, server.url)
  await rep.context().addInitScript(() => localStorage.setItem('outside-in-reviewer', 'Rita Moss'))
}, 120_000)

afterAll(async () => {
  await browser.close()
  await house.close()
  await server.close()
})

const post = (path: string, body: object) =>
  fetch(`${base}${path}`, {
    method: 'post',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

it('a mail comes in, is understood and answered from the desk, and the customer’s reply is there', async () => {
  const { sendHost, sendPort, sendSecurity, ...settings } = mailboxInput(house).settings
  const { connector } = await (await post('/connectors', { ...mailboxInput(house), settings })).json()
  await visit(rep, paths.connector('mail', connector.id))
  await rep.getByText('Answers can’t be sent by it yet.').waitFor()
  await rep.getByLabel('Mail server, as smtp.example.org').fill(String(sendHost))
  await rep.getByLabel('Its port, where it is not the usual one').fill(String(sendPort))
  await rep.getByLabel('Encryption when sending').selectOption(String(sendSecurity))
  await rep.getByLabel(/^Its password/).fill(String(mailboxInput(house).secrets.key))
  await expectUsable(rep)
  house.dovecot.deliver(aMail('1', { Subject: 'Noise' }, 'The boiler hums and I am really angry.'))
  await rep.getByRole('button', { name: 'Keep these settings' }).click()
  await rep.getByText('Answers can’t be sent by it yet.').waitFor({ state: 'detached' })

  await visit(rep, paths.desk('mail'))
  await rep.getByRole('link', { name: /The boiler hums/ }).click()
  await rep.getByText(/^Goes to .* as “Re: Noise”, with their words quoted below it\.$/).waitFor()
  await rep.getByLabel('I would want').fill('Quiet')
  await rep.getByLabel('Feel').fill('safe')
  await rep.getByLabel('Think').fill('they came')
  await rep.getByLabel('Do', { exact: true }).fill('sleep')
  await rep.getByRole('button', { name: 'Keep this wording' }).click()
  await rep.getByRole('button', { name: /link for the customer/ }).click()
  await rep.getByLabel('The link to their page').waitFor()
  const answer = rep.getByLabel('Your answer')
  expect(await answer.inputValue()).toMatch(/^Hello,\n\nYou came to us[\s\S]*\/for-you\/[\s\S]*Rita Moss$/)
  await rep.getByLabel('The link to their page').uncheck()
  expect(await answer.inputValue()).not.toContain('/for-you/')
  await answer.fill(`${await answer.inputValue()}\n\nWe send Ben on Monday.`)

  await house.exim.stop()
  await rep.getByRole('button', { name: 'Send it', exact: true }).click()
  await rep.getByText(/Has not gone out yet\. The mail server can’t be reached\./).waitFor()
  await expectUsable(rep)
  await house.exim.start()
  await rep.getByRole('button', { name: 'Try now' }).click()
  await rep.getByText(/^Rita Moss\. Sent /).waitFor()
  await rep
    .locator('.desk-log')
    .getByText(/answered by email: Hello,/)
    .waitFor()
  await expect.poll(() => house.dovecot.read('ann@example.org').length).toBe(1)
  const mail = house.dovecot.read('ann@example.org')[0] ?? ''
  expect(headerOf(mail, 'In-Reply-To')).toBe('<1@example.org>')
  expect(mail).toMatch(/> The boiler hums/)

  await replyTo(house, mail, 'Monday is fine, thank you.')
  await expect.poll(() => house.dovecot.read('help@company.example').length).toBe(2)
  await post(`/connectors/${connector.id}/pull`, {})
  await rep.locator('.desk-lived').getByText('Monday is fine, thank you.').first().waitFor()
  await rep
    .locator('.desk-lived')
    .getByText(/We send Ben on Monday/)
    .first()
    .waitFor()
  await rep.context().close()
})
