import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Queue } from '../contract/desk/desk.ts'
import { asJson, startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import { openBrowser, openPage, visit } from './test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser
let page: Page
let pressed: number

beforeAll(async () => {
  server = await startTestServer({ withDemo: true })
  browser = await openBrowser()
  page = await openPage(browser, server.url)
  await page.context().addInitScript(() => localStorage.setItem('outside-in-reviewer', 'Rita Moss'))
}, 240_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    pressed += 1
  }
}

async function type(text: string): Promise<void> {
  await page.keyboard.type(text)
  pressed += text.length
}

/** Goes to the part of that name, key by key. */
async function goTo(part: string): Promise<void> {
  const heading = page.getByRole('heading', { name: part, exact: true })
  await press('j')
  while (!(await isFocused(heading))) await press('j')
}

/** Goes on with Tab; a control further away than anybody would look for fails. */
async function tabTo(control: Locator, most = 12): Promise<void> {
  for (let tabs = 0; tabs < most && !(await isFocused(control)); tabs++) await press('Tab')
  expect(await isFocused(control)).toBe(true)
}

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement)
}

const base = () => `${server.url}/api/workspaces/demo`

async function readQueue(): Promise<Queue> {
  return (await fetch(`${base()}/desk`)).json()
}

const words =
  'I get bills for my old address, too. I moved in May, so I pay for two homes. Send the money back.'

/** Somebody comes with what there is a guideline for; tells which row of the queue they are. */
async function receiveOne(): Promise<number> {
  const { now: at } = await readQueue()
  const said = { source: 'shop', externalId: 'moved', at, customer: { account: 'moved' }, text: words }
  await fetch(`${base()}/interactions`, { method: 'post', ...asJson(said) })
  const row = async () =>
    (await readQueue()).issues.findIndex(({ words: first }) => first?.includes('two homes'))
  await expect.poll(row, { timeout: 60_000 }).toBeGreaterThanOrEqual(0)
  return row()
}

const button = (name: string) => page.getByRole('button', { name, exact: true })

/** A keystroke of somebody who types fairly well, and a pause to think before each decision, in seconds (Card, Moran and Newell 1980). */
const perKey = 0.28
const perThought = 1.35

it('a reload in the middle loses nothing that was typed', async () => {
  await visit(page, paths.desk('demo'))
  await page.locator('[data-row]').first().click()
  const typed = [
    ['I would want', 'To be told when it ends'],
    ['Read from their record', 'Their street is dark'],
    ['Your answer', 'Hello, we are on it.'],
  ] as const
  for (const [name, text] of typed) await page.getByLabel(name).fill(text)
  await page.reload()
  await page.getByLabel('Your answer').waitFor()
  for (const [name, text] of typed) await expect.poll(() => page.getByLabel(name).inputValue()).toBe(text)
  await page.getByRole('button', { name: 'Draft it anew' }).click()
  await page.reload()
  await page.getByLabel('Your answer').waitFor()
  await expect.poll(() => page.getByLabel('Your answer').inputValue()).toBe('Hello,\n\nRita Moss')
})

it('a case is worked by keyboard alone: taken on, understood, given, closed', async () => {
  const row = await receiveOne()
  await visit(page, paths.desk('demo'))
  await page.locator('[data-row]').nth(row).waitFor()
  pressed = 0
  await press(...Array.from({ length: row + 1 }, () => 'j'), 'Enter')
  await page.getByRole('heading', { name: 'Understand' }).waitFor()

  await press('j', 'Shift+Tab', 'Enter')
  await button('Release it').waitFor()
  await press('Tab')
  await type('To be believed')
  await press('Tab', 'Tab')
  await type('safe')
  await press('Tab')
  await type('they listened')
  await press('Tab')
  await type('pay once')
  await press('Tab', 'ArrowUp')
  await tabTo(button('Keep this wording'))
  await press('Enter')
  await page.getByText('Ready; nothing has gone out to them yet.').waitFor()
  await goTo('Understand')
  await tabTo(button('They confirmed it to me'))
  await press('Enter')
  await page.getByText('The customer says that this is right.').waitFor()

  await goTo('Options')
  const given = (await page.locator('.desk-options h3').first().textContent()) ?? ''
  await tabTo(button('Give it now').first())
  await press('Enter')
  await page.getByText(`Given: ${given}`).waitFor()

  await goTo('Resolve, or hand over')
  await tabTo(page.getByLabel('What is solved'))
  await type('Paid back')
  await tabTo(button('Close it'))
  await press('Enter')
  await page.getByText(/^Closed; nothing was heard since/).waitFor()

  const thoughts = 8
  expect(pressed * perKey + thoughts * perThought).toBeLessThan(60)
})
