import { createHmac } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterOrAdd } from '../server/gate.ts'
import { startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import { expectUsable, onPage as lookOn, openBrowser } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser

beforeAll(async () => {
  server = await startTestServer({ withDemo: false })
  await enterOrAdd(server.service, 'main')
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

function onPage(path: string, look: (page: Page) => Promise<void>) {
  return lookOn({ browser, url: server.url }, path, look)
}

it('a system of one’s own is connected, its secret shown once, and what it sends is read as one says', async () => {
  await onPage(paths.sources('main'), async (page) => {
    await page.getByText('Nothing yet. Connect a help desk').waitFor()
    await page.getByText('Connect a system').click()
    await page.getByLabel('Anything that sends JSON').check()
    await page.getByLabel('What you call it').fill('Shop')
    await page.getByRole('button', { name: 'Connect it' }).dblclick()
    await page.getByText('The secret, shown this once').waitFor()
    const { connectors } = await (await fetch(`${server.url}/api/workspaces/main/connectors`)).json()
    expect(connectors).toHaveLength(1)
    await expectUsable(page)
    const secret = ((await page.locator('.to-copy').textContent()) ?? '').trim()
    await page.getByRole('link', { name: 'I have copied it: set it up' }).click()
    await page.getByText('Nothing has come yet. Once something has').waitFor()
    expect(await page.content()).not.toContain(secret)
    await expectUsable(page)
    const address = ((await page.locator('.to-copy').textContent()) ?? '').trim()
    const sent = {
      id: 'o-7',
      customer: { email: 'ann@example.org' },
      sent_at: '2026-11-28T09:00:00Z',
      message: 'The heating is cold',
    }
    const send = (body: string) =>
      fetch(address, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
        },
      })
    expect((await send(JSON.stringify(sent))).status).toBe(200)
    await page.getByRole('cell', { name: 'The heating is cold' }).waitFor()
    await page.getByRole('heading', { name: '1 message set aside' }).waitFor()
    await expectUsable(page)
    await page.getByRole('button', { name: 'Keep this, and read what was set aside' }).click()
    await page.getByText('Kept. What comes from now on is read like this.').waitFor()
    await page.getByRole('heading', { name: '1 message set aside' }).waitFor({ state: 'detached' })
    expect((await send(JSON.stringify({ ...sent, id: 'o-8' }))).status).toBe(200)
    await page.locator('.sum div', { hasText: 'new' }).getByText('2').waitFor()
  })
})

it('another system is set up, paused, taken up again and removed, each by a button that says so', async () => {
  await onPage(paths.sources('main'), async (page) => {
    await page.getByText('Connect a system').click()
    await page.getByLabel('Zendesk').check()
    await page.getByRole('button', { name: 'Connect it' }).click()
    await page.getByRole('heading', { name: 'Zendesk', level: 1 }).waitFor()
    await page.getByText('Still missing: The secret that the other system signs with.').waitFor()
    await page.getByLabel('Signing secret of the webhook').fill('a secret of Zendesk')
    await page.getByLabel('Its address').fill('nowhere')
    await page.getByRole('button', { name: 'Keep these settings' }).click()
    await page.getByText('no address that begins with https://').waitFor()
    await page.getByLabel('Its address').fill('https://company.zendesk.com')
    await page.getByRole('button', { name: 'Keep these settings' }).click()
    await page.getByLabel('Signing secret of the webhook (kept; fill in to replace it)').waitFor()
    await page.getByText('Waiting for the first message.').waitFor()
    await expectUsable(page)
    await page.getByRole('button', { name: 'Pause it' }).click()
    await page.getByText('Paused: nothing is taken in.').waitFor()
    await page.getByRole('button', { name: 'Take it up again' }).click()
    await page.getByText('Waiting for the first message.').waitFor()
    await page.getByRole('button', { name: 'Remove it', exact: true }).click()
    await page.getByRole('button', { name: 'Remove it for good' }).click()
    await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Shop' }).waitFor()
    expect(await page.getByRole('link', { name: 'Zendesk' }).count()).toBe(0)
    await expectUsable(page)
  })
})

it('what was told by the API and could not be read is listed among the sources, mended and read', async () => {
  const one = { source: 'till', externalId: 't-1', at: '2026-03-02T10:00:00Z', text: 'The till is shut' }
  const body = JSON.stringify([one, { ...one, externalId: 't-2', at: 'soon' }])
  const headers = { 'content-type': 'application/json' }
  const told = await fetch(`${server.url}/api/workspaces/main/interactions`, {
    method: 'POST',
    body,
    headers,
  })
  expect(await told.json()).toMatchObject({ stored: 1, setAside: 1 })
  await onPage(paths.sources('main'), async (page) => {
    await page.getByText('1 set aside').waitFor()
    await expectUsable(page)
    await page.getByRole('link', { name: 'Told by the API' }).click()
    await page.getByRole('heading', { name: '1 message set aside' }).waitFor()
    await page.getByText('missing or unreadable time').waitFor()
    await page.getByText('"at":"soon"').waitFor()
    await expectUsable(page)
    await page.getByRole('button', { name: 'Read them again' }).click()
    await page.getByText('The rest still can’t be read.').waitFor()
    await page.getByRole('button', { name: 'Mend this message' }).click()
    await page.getByLabel('Mend told by the API').fill(JSON.stringify({ ...one, externalId: 't-2' }))
    await page.getByRole('button', { name: 'Read them again' }).click()
    await page.getByText('Nothing that was told by the API is set aside.').waitFor()
    await page.getByRole('link', { name: 'Sources' }).first().click()
    await page.getByRole('heading', { name: 'Connected systems' }).waitFor()
    await page.getByRole('link', { name: 'Told by the API' }).waitFor({ state: 'detached' })
  })
})

it('a connector that is not there says so, with the way out', async () => {
  await onPage(paths.connector('main', '0'), async (page) => {
    await page.getByText('There is no such connector.').waitFor()
    await expectUsable(page)
  })
})
