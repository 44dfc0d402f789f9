import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import { onPage as lookOn, openBrowser } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser
let issue: string

beforeAll(async () => {
  server = await startTestServer({ withDemo: true })
  browser = await openBrowser()
  const response = await fetch(`${server.url}/api/workspaces/demo/issues?emotion=anger&sort=contacts`)
  issue = (await response.json()).issues[0].id
}, 240_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

function onPage(path: string, look: (page: Page) => Promise<void>) {
  return lookOn({ browser, url: server.url }, path, look)
}

describe('a text in an issue', () => {
  it('is corrected with one click, says by whom, and is as before after undo', async () => {
    await onPage(paths.issue('demo', issue), async (page) => {
      const wrong = page.getByRole('button', { name: 'Wrong: anger' })
      const before = await wrong.count()
      await page.locator('.mark-name').filter({ has: wrong }).first().hover()
      await wrong.first().click()
      await page.getByText('wrong, says This computer').first().waitFor({ state: 'attached' })
      expect(await wrong.count()).toBe(before - 1)
      await page.getByLabel('What it is instead of anger').selectOption('worry')
      await page.getByText('not “angry”, says This computer').first().waitFor({ state: 'attached' })
      for (const name of ['worry', 'anger']) {
        const undo = page.getByRole('button', { name: `Undo what was said of ${name}` })
        await page.locator('.mark-name').filter({ has: undo }).hover()
        await undo.click()
        await undo.waitFor({ state: 'detached' })
      }
      await expect.poll(() => wrong.count()).toBe(before)
    })
  })

  it('is corrected by keyboard alone', async () => {
    await onPage(paths.issue('demo', issue), async (page) => {
      const right = page.getByRole('button', { name: /^Right: / }).first()
      const name = (await right.getAttribute('aria-label'))?.replace('Right: ', '') ?? ''
      await right.focus()
      await page.keyboard.press('Enter')
      const undo = page.getByRole('button', { name: `Undo what was said of ${name}` }).first()
      await undo.waitFor()
      await undo.focus()
      await page.keyboard.press('Enter')
      await undo.waitFor({ state: 'detached' })
    })
  })

  it('is read through on a phone, and judged after a tap on what was read', async () => {
    await onPage(paths.issue('demo', issue), async (page) => {
      await page.setViewportSize({ width: 390, height: 844 })
      const name = page.locator('.mark-name').first()
      const right = name.getByRole('button', { name: /^Right: / })
      expect(await right.isVisible()).toBe(false)
      await name.getByRole('button').first().click()
      await right.waitFor()
      await name.getByRole('button').first().press('Tab')
      expect(await right.evaluate((button) => button.matches(':focus'))).toBe(true)
    })
  })

  it('can be given what is missing', async () => {
    await onPage(paths.issue('demo', issue), async (page) => {
      await page.getByLabel('Add what this message shows').first().selectOption({ index: 1 })
      await page.getByText('right, says This computer').first().waitFor({ state: 'attached' })
    })
  })
})

describe('the review', () => {
  it('is answered by single keys, one text after the other, and goes back', async () => {
    await onPage(paths.review('demo'), async (page) => {
      const asked = page.getByRole('region', { name: 'Asked next' })
      const question = async () =>
        `${await asked.getByRole('heading').textContent()} ${await asked.locator('.said-text').innerHTML()}`
      const first = await question()
      await page.keyboard.press('y')
      await asked.getByText('1 text so far.').waitFor()
      await page.keyboard.press('n')
      await asked.getByText('2 texts so far.').waitFor()
      await asked.getByRole('button', { name: 'Undo the last' }).waitFor()
      await page.keyboard.press('u')
      await asked.getByText('1 text so far.').waitFor()
      await page.reload()
      await asked.waitFor()
      expect(await question()).not.toBe(first)
      await page.getByText(/since the last reading/).waitFor()
    })
  })

  it('remembers who reviews', async () => {
    await onPage(paths.review('demo'), async (page) => {
      await page.getByLabel('Your name').fill('Ann')
      await page.getByLabel('Your name').press('Tab')
      await page.reload()
      await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Ann')
    })
  })

  it('reads the records again with what people said', async () => {
    await onPage(paths.review('demo'), async (page) => {
      await page.keyboard.press('y')
      await page.getByRole('button', { name: 'Read again' }).click()
      await page.getByRole('heading', { level: 1, name: 'Read again' }).waitFor()
      await page.getByRole('link', { name: 'See what they lived through' }).waitFor({ timeout: 60_000 })
    })
  })
})
