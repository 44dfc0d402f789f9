import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import { onPage as lookOn, openBrowser } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser

beforeAll(async () => {
  server = await startTestServer({ withDemo: true })
  browser = await openBrowser()
}, 240_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

function onPage(path: string, look: (page: Page) => Promise<void>) {
  return lookOn({ browser, url: server.url }, path, look)
}

it('a list behind a share says how many of all it holds, and which the share counts', async () => {
  await onPage(paths.issues('demo', { minContacts: 2 }), async (page) => {
    await page.getByText(/^[\d,]+ of [\d,]+ issues$/).waitFor()
  })
  await onPage(paths.contacts('demo', { followedWithin: 30 }), async (page) => {
    await page.getByText(/^The share on Today counts [\d,]+ of them/).waitFor()
  })
})

it('a posture counts the messages that its list holds', async () => {
  await onPage(paths.postures('demo'), async (page) => {
    const share = page.locator('.lead .figure').first()
    const [counted = ''] = (await share.getAttribute('title'))?.split(' ') ?? []
    await share.click()
    await page.getByText(`${counted} interactions`, { exact: true }).waitFor()
  })
})

it('what is said of how a cause is answered opens just the messages about it', async () => {
  await onPage(paths.postures('demo'), async (page) => {
    const row = page.getByRole('table').nth(1).getByRole('row').nth(1)
    const name = await row.getByRole('rowheader').textContent()
    await row.locator('.figure').first().click()
    await page.getByText(new RegExp(`^[\\d,]+ interactions about “${name}”$`)).waitFor()
    await page.getByRole('link', { name: 'How customers are answered' }).waitFor()
  })
})

it('the cost that a link promises is the first that its reader sees', async () => {
  await onPage(paths.today('demo'), async (page) => {
    const promised = page.locator('.lead .figure').last()
    const [low = ''] = (await promised.textContent())?.split(' to ') ?? []
    await promised.click()
    await page.getByRole('heading', { name: 'As time goes by' }).waitFor()
    expect(await page.locator('.lead').textContent()).toContain(low)
  })
})
