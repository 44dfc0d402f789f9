import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStandIn, type StandIn } from '../server/endpoint/test-kit.ts'
import { enterOrAdd } from '../server/gate.ts'
import { startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import { expectUsable, openBrowser, openPage, visit } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser
let standIn: StandIn

beforeAll(async () => {
  server = await startTestServer({ withDemo: false })
  await enterOrAdd(server.service, 'main')
  standIn = await openStandIn()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await Promise.all([standIn.close(), server.close()])
})

it('an admin reads that nothing leaves, names an endpoint, tries it, mends its key, and closes it again', async () => {
  const page = await openPage(browser, server.url)
  await visit(page, paths.settings('main'))
  const heading = page.getByRole('heading', { name: 'What leaves this workspace' })
  const section = page.locator('section').filter({ has: heading })
  await section.getByText('Nothing leaves this workspace: what customers say is read on').waitFor()
  expect(await section.getByRole('button', { name: 'Try it' }).isDisabled()).toBe(true)

  await section.getByLabel('An endpoint of its own').check()
  await section.getByLabel('Address, up to the version').fill(standIn.config.url)
  await section.getByLabel(/^Key/).fill('wrong-key')
  await section.getByRole('button', { name: 'Save' }).click()
  await section.getByText('An endpoint needs at least one model.').waitFor()
  await section.getByLabel('Embedding model').fill('stand-in-embedding')
  await expectUsable(page)
  await section.getByRole('button', { name: 'Save' }).click()
  await section.getByText(`go to ${new URL(standIn.config.url).host}, names`).waitFor()
  await section.getByRole('button', { name: 'Try it' }).click()
  await section.getByText('it refused with 401. Enter its key again.').waitFor()

  expect(await section.getByLabel(/^Key/).inputValue()).toBe('')
  await section.getByLabel(/^Key/).fill('secret-key')
  await section.getByRole('button', { name: 'Save' }).click()
  await section.getByText('There is one. Leave it empty to keep it.').waitFor()
  await section.getByRole('button', { name: 'Try it' }).click()
  await section.getByText(/answered in [\d,]+\sms with a meaning of 24 numbers/).waitFor()
  await expectUsable(page)

  await section.getByLabel('Nothing leaves this workspace').check()
  await section.getByRole('button', { name: 'Save' }).click()
  await section.getByText('is read on this server alone.').waitFor()
  expect(await section.getByRole('button', { name: 'Try it' }).isDisabled()).toBe(true)
  await page.context().close()
})
