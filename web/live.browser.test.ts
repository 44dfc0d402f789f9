import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterOrAdd } from '../server/gate.ts'
import { startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import { openBrowser, openPage, visit } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser

beforeAll(async () => {
  server = await startTestServer({ withDemo: false })
  browser = await openBrowser()
  await enterOrAdd(server.service, 'shop')
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

async function tell(customer: number) {
  const response = await fetch(`${server.url}/api/workspaces/shop/interactions`, {
    method: 'post',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      source: 'shop',
      externalId: `m${customer}`,
      at: '2026-03-02T10:00:00Z',
      customer: { account: String(customer) },
      text: 'My parcel has not arrived and I am really angry.',
    }),
  })
  expect(await response.json()).toMatchObject({ stored: 1 })
}

it('a page shows what comes in while somebody looks at it', { timeout: 120_000 }, async () => {
  const page = await openPage(browser, server.url)
  await visit(page, paths.today('shop'))
  const says = (what: RegExp) =>
    page.waitForFunction((said) => new RegExp(said).test(document.body.textContent ?? ''), what.source)
  await tell(1)
  await says(/1 (person|customer)/)
  await tell(2)
  await tell(3)
  await says(/3 (people|customers)/)
  await page.context().close()
})
