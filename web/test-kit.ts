import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How a page may be looked at; a narrow one in the dark has the colours of the one and the shape of the other. */
const looks = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
] as const

/** The system's Chromium, or the one that CHROMIUM names. */
export async function openBrowser(): Promise<Browser> {
  const finder: { findBrowser(): string | null } = await import(
    new URL('../scripts/find-browser.mjs', import.meta.url).href
  )
  return chromium.launch({ executablePath: finder.findBrowser() ?? 'chromium', args: flags })
}

/** A page as a reader in London sees it, on paper-coloured light, without motion. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  await context.addInitScript(() => {
    globalThis.refusals = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      globalThis.refusals.push(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  return context.newPage()
}

/** Goes to an address and waits until the page has what it asked for. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** Looks at one page in a browser of its own. */
export async function onPage(
  { browser, url }: { readonly browser: Browser; readonly url: string },
  path: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await openPage(browser, url)
  await visit(page, path)
  await look(page)
  await page.context().close()
}

/** Everyone can use the page as it stands, wide and narrow, light and dark. Leaves it wide. */
export async function expectUsable(page: Page): Promise<void> {
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    expect({ width, colorScheme, barriers: await findBarriers(page) }).toEqual({
      width,
      colorScheme,
      barriers: [],
    })
    expect(await findOverflow(page)).toBe(0)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

declare global {
  /** What the source of axe-core leaves behind on a page. */
  var axe: { run(where: Document): Promise<{ readonly violations: readonly Violation[] }> }
  /** What the page wanted that its own policy refused. */
  var refusals: string[]
}

/** What axe finds wrong on the page, by rule with the first element, and what its policy refused; nothing when it is clean. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const refusals = await page.evaluate(() => globalThis.refusals)
  if (refusals.length > 0) return refusals
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document)
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  })
}

/** By how many pixels the page is wider than the window: nothing may have to be scrolled sideways. */
export function findOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
