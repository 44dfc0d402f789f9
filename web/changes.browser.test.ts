import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import { expectUsable, onPage as lookOn, openBrowser } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser
let cause: string

beforeAll(async () => {
  server = await startTestServer({ withDemo: true })
  browser = await openBrowser()
  const reply = await fetch(`${server.url}/api/workspaces/demo/decisions-waiting`)
  const { waiting } = await reply.json()
  cause = waiting.find(({ kind }: { kind: string }) => kind === 'unplanned').cause.id
}, 240_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

function onPage(path: string, look: (page: Page) => Promise<void>) {
  return lookOn({ browser, url: server.url }, path, look)
}

describe('changes', () => {
  it('are listed with their verdicts, and each tells its weeks, guards and decisions', async () => {
    await onPage(paths.changes('demo'), async (page) => {
      await page.getByRole('heading', { name: 'Started' }).waitFor()
      await expectUsable(page)
      await page.setViewportSize({ width: 1440, height: 900 })
      const said = await page.getByText(/^Better/).textContent()
      await page.getByRole('link', { name: /The old address/ }).click()
      await page.getByRole('heading', { name: 'What the verdict had to pass' }).waitFor()
      expect(await page.locator('.lead').first().textContent()).toBe(said)
      await page.getByText('Without it', { exact: true }).waitFor()
      await expectUsable(page)
    })
  })

  it('give no figure and draw no forecast where the verdict cannot say', async () => {
    await onPage(paths.changes('demo'), async (page) => {
      await page.getByRole('link', { name: /A new layout for the bill/ }).click()
      await page.getByText('Cannot say what would have been without it', { exact: false }).waitFor()
      await page.getByText('Cannot say what it brought', { exact: false }).waitFor()
      expect(await page.getByText('Without it', { exact: true }).count()).toBe(0)
    })
  })

  it('wait on the overview for a decision', async () => {
    await onPage(paths.today('demo'), async (page) => {
      const waiting = page.getByRole('heading', { name: 'Decisions waiting' })
      await waiting.waitFor()
      const open = page.getByRole('listitem').filter({ hasText: 'nobody has planned anything' }).first()
      await open.getByRole('link', { name: /^€/ }).click()
      await page.getByRole('heading', { name: 'What could be done' }).waitFor()
    })
  })
})

describe('a cause', () => {
  it('keeps a why with the words that show it, and gives it back', async () => {
    await onPage(paths.cause('demo', cause), async (page) => {
      await page.getByText('Say why this happens').click()
      await page.getByLabel('Why does this happen?').fill('Nobody tells them beforehand')
      await page.getByRole('group', { name: 'Words that show it' }).getByRole('checkbox').first().check()
      await page.getByLabel('Your name').first().fill('Ann')
      await page.getByRole('button', { name: 'Save' }).click()
      const chain = page.getByRole('listitem').filter({ hasText: 'Nobody tells them beforehand' })
      await chain.getByRole('link', { name: 'See the whole issue' }).waitFor()
      await expectUsable(page)
      await page.setViewportSize({ width: 1440, height: 900 })
      await chain.getByRole('button', { name: 'Take back' }).click()
      await chain.waitFor({ state: 'detached' })
    })
  })

  it('takes a plan once it makes sense, starts it, and says what it did', async () => {
    await onPage(paths.cause('demo', cause), async (page) => {
      await page.getByText('Plan a change', { exact: true }).click()
      const form = page.locator('form').filter({ hasText: 'Who owns it' })
      await form.getByLabel(/What would make sure/).fill('Say it before they ask')
      await form.getByLabel('Why this').fill('They ask each month')
      await form.getByLabel('Who owns it').fill('Billing')
      await form.getByLabel('Your name').fill('Ann')
      const fill = async (name: RegExp, values: readonly string[]) => {
        const ends = form.getByRole('group', { name }).getByRole('spinbutton')
        for (const [index, value] of values.entries()) await ends.nth(index).fill(value)
      }
      await fill(/unnecessary/, ['50', '40', '60'])
      await fill(/to make/, ['100', '200', '300'])
      await form.getByRole('button', { name: 'Plan this change' }).click()
      await form.getByRole('alert').filter({ hasText: 'low must not be above' }).waitFor()
      await fill(/unnecessary/, ['20', '40', '60'])
      await expectUsable(page)
      await page.setViewportSize({ width: 1440, height: 900 })
      await form.getByRole('button', { name: 'Plan this change' }).click()
      await page.getByRole('heading', { level: 1, name: 'Say it before they ask' }).waitFor()
      await page.getByLabel(/First day/).fill('2999-01-01')
      await page.getByLabel('Why', { exact: true }).fill('It is time')
      await page.getByRole('button', { name: 'Start it' }).click()
      await page.getByRole('alert').filter({ hasText: 'lies in the future' }).waitFor()
      await page.getByLabel(/First day/).fill('2026-05-01')
      await page.getByRole('button', { name: 'Start it' }).click()
      await page.getByRole('heading', { name: 'What the verdict had to pass' }).waitFor()
      await expectUsable(page)
    })
  })

  it('opens the contacts behind a driver', async () => {
    const reply = await fetch(`${server.url}/api/workspaces/demo/causes`)
    const { causes } = await reply.json()
    for (const { id } of causes) {
      const found = await (await fetch(`${server.url}/api/workspaces/demo/causes/${id}`)).json()
      const [driver] = found.drivers
      if (driver === undefined) continue
      await onPage(paths.cause('demo', id), async (page) => {
        const row = page.getByRole('row').filter({ hasText: driver.name }).first()
        await row.getByRole('cell').last().getByRole('link').click()
        await page.getByText(`${driver.contacts} contacts`, { exact: true }).waitFor()
      })
      return
    }
    throw new Error('no cause has a driver')
  })
})
