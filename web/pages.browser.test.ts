import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterOrAdd } from '../server/gate.ts'
import { startTestServer } from '../server/test-kit.ts'
import { paths } from './paths.ts'
import {
  expectUsable,
  findBarriers,
  findOverflow,
  onPage as lookOn,
  openBrowser,
  openPage,
  visit,
} from './test-kit.ts'

/** How long a page may take on a busy machine before we call it a failure. */
const soon = { timeout: 20_000 }

let server: Awaited<ReturnType<typeof startTestServer>>
let browser: Browser
let issue: string
let cause: string

beforeAll(async () => {
  server = await startTestServer({ withDemo: true })
  await enterOrAdd(server.service, 'main')
  await enterOrAdd(server.service, 'empty')
  browser = await openBrowser()
  issue = (await ask('/api/workspaces/demo/issues?sort=contacts')).issues[0].id
  cause = (await ask('/api/workspaces/demo/causes')).causes[0].id
}, 240_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

async function ask(path: string) {
  const response = await fetch(`${server.url}${path}`)
  return response.json()
}

function onPage(path: string, look: (page: Page) => Promise<void>) {
  return lookOn({ browser, url: server.url }, path, look)
}

it('the page of the API can be used by everyone, and fits a phone', async () => {
  await onPage('/api/docs', async (page) => {
    await page.setViewportSize({ width: 390, height: 900 })
    expect(await findOverflow(page)).toBe(0)
    expect(await findBarriers(page)).toEqual([])
  })
})

describe('every page can be used by everyone, wide and narrow, light and dark', () => {
  const pages = {
    today: () => paths.today('demo'),
    'an empty workspace': () => paths.today('empty'),
    'no workspace': () => paths.today('nobody'),
    causes: () => paths.causes('demo'),
    'a cause': () => paths.cause('demo', cause),
    issues: () => paths.issues('demo'),
    'an issue': () => paths.issue('demo', issue),
    contacts: () => paths.contacts('demo', { followedWithin: 7 }),
    cases: () => paths.cases('demo', { pingPong: 'yes' }),
    signals: () => paths.signals('demo', 'refusal'),
    search: () => paths.search('demo', { words: 'refund' }),
    'a search that finds nothing': () => paths.search('demo', { words: 'zebra' }),
    review: () => paths.review('demo'),
    'review of whole messages': () => paths.review('demo', { ask: 'whole' }),
    postures: () => paths.postures('demo'),
    'signs of a posture': () => paths.signals('demo', 'insideOut'),
    'the cost': () => paths.cost('demo'),
    sources: () => paths.sources('demo'),
    'no page': () => '/no/such/page',
  }
  it.each(Object.entries(pages))('%s', async (_, path) => {
    await onPage(path(), expectUsable)
  })
})

describe('today', () => {
  it('opens with the answer, whose figures open their evidence, and back goes back', async () => {
    await onPage('/', async (page) => {
      await page.getByText(/people came to you with/).waitFor()
      const issues = await page
        .getByRole('link', { name: /^[\d,]+$/ })
        .nth(1)
        .textContent()
      await page
        .getByRole('link', { name: issues ?? '' })
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: 'Issues' }).waitFor()
      await page.goBack()
      await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    })
  })

  it('shows one customer’s own words, which lead to the whole issue', async () => {
    await onPage(paths.today('demo'), async (page) => {
      expect((await page.locator('blockquote').first().textContent())?.length).toBeGreaterThan(20)
      await page.getByRole('link', { name: 'See the whole issue' }).click()
      await page.getByRole('heading', { name: 'What happened' }).waitFor()
    })
  })

  it('says how customers rated it, and opens the contacts behind a rating', async () => {
    await onPage(paths.today('demo'), async (page) => {
      const section = page.locator('section', {
        has: page.getByRole('heading', { name: 'How they rated it' }),
      })
      await section.getByText(/^Of those who gave 4 to 5, .* came back within 7 days/).waitFor()
      const count = section.getByRole('row').nth(1).getByRole('link').first()
      const contacts = await count.textContent()
      await count.click()
      await page.getByRole('heading', { level: 1, name: 'Contacts rated 1' }).waitFor()
      await page.getByText(`${contacts} contacts`, { exact: true }).waitFor()
      expect(await page.locator('.contact').first().textContent()).toContain('rated 1')
    })
  })

  it('opens the contacts of a week', async () => {
    await onPage(paths.today('demo'), async (page) => {
      await page.getByText('As a table').click()
      const row = page.getByRole('table').filter({ hasText: 'Week of' }).getByRole('row').nth(3)
      const count = await row.getByRole('link').textContent()
      await row.getByRole('link').click()
      await page.getByText(`${count} contacts`, { exact: true }).waitFor()
    })
  })
})

describe('search', () => {
  it('is reached by slash from any page, marks what it found, and leads to its place in the issue', async () => {
    await onPage(paths.today('demo'), async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('router')
      await page.keyboard.press('Enter')
      await page.getByText(/messages? contains? “/).waitFor()
      expect(await page.locator('mark').first().textContent()).toMatch(/^router/i)
      await page.getByLabel('Said by').selectOption('customer')
      await page.waitForURL(/from=customer/)
      await page.getByText(/of customers contain/).waitFor()
      const said = await page.locator('.said-text mark').first().textContent()
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      const place = page.locator('.timeline > [aria-current]')
      await place.waitFor()
      expect(await place.textContent()).toContain(said)
      await page.goBack()
      await page.getByText(/of customers contain/).waitFor()
    })
  })

  it('finds a customer by who they are, as written', async () => {
    const { rows } = await server.service.store.pool.query<{ identity: string }>(
      `select identity from interactions where identity like 'account:%' order by at limit 1`,
    )
    const account = rows[0]?.identity.slice('account:'.length) ?? ''
    await onPage(paths.search('demo', { words: account }), async (page) => {
      await page.getByRole('heading', { name: 'A customer is known by this' }).waitFor()
      expect(await page.locator('main').textContent()).toContain('can’t be found there')
      await page.getByRole('link', { name: /^account ··/ }).click()
      await page.getByRole('heading', { name: 'What happened' }).waitFor()
    })
  })
})

describe('issues', () => {
  it('keep their filters in the address', async () => {
    await onPage(paths.issues('demo'), async (page) => {
      await page.getByLabel('Emotion').selectOption('anger')
      await page.waitForURL(/emotion=anger/)
      await page.getByLabel('Passed on').check()
      await page.waitForURL(/handedOff=yes/)
      await page.reload()
      await page.getByRole('checkbox', { name: 'Passed on', checked: true }).waitFor()
      expect(await page.getByLabel('Emotion').inputValue()).toBe('anger')
    })
  })

  it('come page by page', async () => {
    await onPage(paths.issues('demo'), async (page) => {
      const rows = page
        .getByRole('list')
        .filter({ has: page.getByRole('img') })
        .getByRole('listitem')
      const first = await rows.count()
      await page.getByRole('button', { name: 'Show more' }).click()
      await expect.poll(() => rows.count(), soon).toBeGreaterThan(first)
    })
  })

  it('are walked with j and k, opened with enter, filtered from f', async () => {
    await onPage(paths.issues('demo', { sort: 'contacts' }), async (page) => {
      await page.keyboard.press('f')
      expect(await page.getByLabel('Cause').evaluate((field) => field.matches(':focus'))).toBe(true)
      await page.keyboard.press('Escape')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname === paths.issue('demo', issue))
    })
  })

  it('draw their thread, say it in words, and tell the whole story with what was read in it', async () => {
    await onPage(paths.issue('demo', issue), async (page) => {
      expect(await page.getByRole('img', { name: /contacts.*over/ }).count()).toBe(1)
      expect(await page.locator('.timeline article').count()).toBeGreaterThan(5)
      expect(await page.locator('mark').count()).toBeGreaterThan(2)
      await page.getByRole('link', { name: 'All who came for this cause' }).click()
      await page.getByRole('heading', { name: 'In their words' }).waitFor()
    })
  })
})

describe('the cost', () => {
  it('follows an assumption at once, and the change can be taken back', async () => {
    await onPage(paths.cost('demo'), async (page) => {
      const total = page.locator('.lead')
      const before = await total.textContent()
      const field = page.getByRole('group', { name: /one hour of work/ }).getByLabel('Middle')
      await field.fill('50')
      await field.press('Enter')
      await expect.poll(() => total.textContent(), soon).not.toBe(before)
      await page.getByRole('button', { name: 'Undo the last change' }).click()
      await expect.poll(() => total.textContent(), soon).toBe(before)
    })
  })

  it('is said in another currency, which can be taken back', async () => {
    await onPage(paths.cost('demo'), async (page) => {
      const total = page.locator('.lead')
      const before = await total.textContent()
      await page.getByLabel('Currency').selectOption('CHF')
      await expect.poll(() => total.textContent(), soon).toBe(before?.replaceAll('€', 'CHF'))
      await page.getByRole('button', { name: 'Undo the last change' }).click()
      await expect.poll(() => total.textContent(), soon).toBe(before)
    })
  })

  it('sets what was estimated beside what came, and opens the change', async () => {
    await onPage(paths.cost('demo'), async (page) => {
      const section = page.locator('section').filter({ hasText: 'What was estimated then, and what came' })
      await section
        .getByText(/^Estimated on .+ over 12 months\.$/)
        .first()
        .waitFor()
      await section.getByRole('link').first().click()
      await page.getByRole('heading', { name: 'What the verdict had to pass' }).waitFor()
    })
  })

  it('keeps to itself what makes no sense, and says why', async () => {
    await onPage(paths.cost('demo'), async (page) => {
      const field = page.getByRole('group', { name: /one hour of work/ }).getByLabel('Low')
      await field.fill('9000')
      await field.press('Enter')
      await page.getByRole('alert').filter({ hasText: 'Low must not be above the middle' }).waitFor()
    })
  })
})

const csv = [
  'ticket,created_at,customer_email,sender,channel,group,message',
  'A1,2025-03-01 10:00,ann@example.org,customer,email,,My refund has not arrived after three weeks',
  'A1,2025-03-01 12:00,ann@example.org,agent,email,Billing,According to our terms a refund takes four weeks',
  'A2,2025-03-05 09:00,ann@example.org,customer,phone,,I am calling again about the same refund',
  'A2,2025-03-32 09:30,ann@example.org,agent,phone,Returns,We have paid it out today',
  'A3,2025-03-07 09:30,bob@example.org,customer,phone,,The router drops the connection every evening',
].join('\n')

describe('sources', () => {
  it('show how a file would be read, read it, and take mended rows', async () => {
    await onPage(paths.sources('main'), async (page) => {
      const buffer = Buffer.from(csv)
      await page.getByLabel('Choose files').setInputFiles({ name: 'desk.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('table').getByText('ann@example.org').first().waitFor()
      expect(await page.getByRole('combobox', { name: /^What was said/ }).inputValue()).toBe('message')
      await page.getByRole('button', { name: 'Read this file' }).click()
      await page.getByRole('heading', { name: '1 row set aside' }).waitFor()
      await page.getByRole('button', { name: 'Mend this row' }).click()
      const row = page.getByRole('textbox', { name: /^Mend desk\.csv/ })
      await row.fill((await row.inputValue()).replace('2025-03-32', '2025-03-05'))
      await page.getByRole('button', { name: 'Read them again' }).click()
      await page.getByRole('heading', { name: '1 row set aside' }).waitFor({ state: 'detached' })
      await page.getByRole('link', { name: 'See what they lived through' }).click()
      await page.getByText('2 people came to you with').waitFor()
    })
  })

  it('refuse what is no table, and say what to do', async () => {
    await onPage(paths.sources('main'), async (page) => {
      const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
      await page
        .getByLabel('Choose files')
        .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer })
      await page.getByRole('alert').waitFor()
      await page.getByRole('button', { name: 'Leave it out' }).click()
      expect(await page.getByRole('alert').count()).toBe(0)
    })
  })
})

describe('each state is drawn', () => {
  it('empty: the next step in one click', async () => {
    await onPage(paths.today('empty'), async (page) => {
      await page.getByRole('link', { name: 'Bring an export' }).click()
      await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
    })
  })

  it('loading: the shape of what comes, until it comes', async () => {
    const page = await openPage(browser, server.url)
    const { promise, resolve } = Promise.withResolvers<void>()
    await page.route('**/overview', async (route) => {
      await promise
      await route.continue()
    })
    await page.goto(paths.today('demo'))
    await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor()
    resolve()
    await page.getByText(/people came to you with/).waitFor()
    await page.context().close()
  })

  it('failed: what happened, and a way out that works', async () => {
    const page = await openPage(browser, server.url)
    await page.route('**/api/**', (route) => route.abort())
    await page.goto(paths.today('demo'))
    await page.getByRole('heading', { name: 'The server did not answer.' }).waitFor()
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText(/people came to you with/).waitFor()
    await page.context().close()
  })

  it('not there yet: one’s own workspace leads to its sources, an unknown one to those that are there', async () => {
    await onPage(paths.settings('nowhere'), async (page) => {
      await page.getByRole('heading', { name: 'There is no workspace “nowhere”.' }).waitFor()
      await page.getByRole('main').getByRole('link', { name: 'demo' }).click()
      await page.getByText(/people came to you with/).waitFor()
    })
    const page = await openPage(browser, server.url)
    await page.route('**/api/workspaces', async (route) => {
      const { workspaces } = await (await route.fetch()).json()
      const others = workspaces.filter(({ name }: { name: string }) => name !== 'main')
      await route.fulfill({ json: { workspaces: others } })
    })
    await visit(page, paths.causes('main'))
    await page.getByRole('link', { name: 'Bring an export' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
    await page.context().close()
  })

  it('a customer’s link that opens nothing does not lead into the company’s pages', async () => {
    await onPage('/for-you/no-such-link', async (page) => {
      await page.getByRole('alert').getByRole('heading', { name: 'This link opens nothing.' }).waitFor()
      expect(await page.getByRole('link').count()).toBe(0)
    })
  })

  it('not found: a page and an issue that do not exist', async () => {
    await onPage('/no/such/page', async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('There is no such page')
    })
    await onPage(paths.issue('demo', 'none'), async (page) => {
      await page.getByRole('alert').getByRole('heading').waitFor()
    })
  })
})

describe('the frame', () => {
  it('has a link past itself, help on its keys, and colours to choose', async () => {
    await onPage(paths.today('demo'), async (page) => {
      await page.keyboard.press('Tab')
      expect(
        await page
          .getByRole('link', { name: 'Skip to the content' })
          .evaluate((link) => link.matches(':focus')),
      ).toBe(true)
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.getByLabel('Colours').selectOption('Dark colours')
      await page.reload()
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      expect(paper).toBe('rgb(24, 23, 20)')
    })
  })
})
