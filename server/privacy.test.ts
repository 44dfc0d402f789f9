import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '../contract/routes.ts'
import { walkLives } from '../demo/walk.ts'
import { demoWorkspace, readStory } from './demo-workspace.ts'
import { enterOrAdd } from './gate.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from './test-kit.ts'

let service: TestService
let api: TestApi
let logged = ''
let replies = ''

const story = { ...shortStory, interactions: 700 }
const base = `/api/workspaces/${demoWorkspace}`

beforeAll(async () => {
  const quiet = await openTestService()
  const write = (line: string) => {
    logged += line
  }
  const log = pino({ level: 'debug' }, { write })
  service = { ...quiet, log }
  api = openTestApi(service)
  await readStory(service, await enterOrAdd(service, demoWorkspace), story)
  replies = (await walkEverything()).join('\n')
}, 180_000)

afterAll(() => service.close())

async function ask(path: string): Promise<string> {
  return (await api.ask(`${base}/${path}`)).text()
}

/** Every list, page after page, and the page of every issue and cause. */
async function walkEverything(): Promise<string[]> {
  const { causes } = await api.call(routes.listCauses, `${base}/causes`)
  const kinds = await api.call(routes.findOverview, `${base}/overview`)
  const emotions = 'cannotSay' in kinds.report.emotions ? [] : Object.keys(kinds.report.emotions)
  const lists = ['issues', 'contacts', 'cases', ...emotions.map((kind) => `signals/${kind}`)]
  const texts = [JSON.stringify(kinds), await ask('cost'), await ask('causes')]
  for (const { id } of causes) texts.push(await ask(`causes/${encodeURIComponent(id)}`))
  for (const path of lists) texts.push(...(await walkPages(path)))
  const issues = [...texts.join('').matchAll(/"issue":"([0-9a-f-]+)"/g)].map(([, id]) => id)
  for (const id of new Set(issues)) texts.push(await ask(`issues/${id}`))
  return texts
}

async function walkPages(path: string): Promise<string[]> {
  const pages: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page = await ask(`${path}${after === '' ? '' : `?after=${encodeURIComponent(after)}`}`)
    pages.push(page)
    after = JSON.parse(page).next ?? null
  }
  return pages
}

/** Who they are, as the company knows them: nobody who looks at a screen may read it there. */
function identities(): string[] {
  return [...walkLives(story)].flatMap(({ customer }) => [
    customer.account,
    ...customer.emails,
    customer.phone,
    customer.phone.replaceAll(/\D/g, ''),
  ])
}

it('no reply shows an address or a number of a customer', () => {
  expect(replies.length).toBeGreaterThan(200_000)
  expect(identities().filter((raw) => replies.includes(raw))).toEqual([])
})

it('no reply shows a name that the text announces', () => {
  const names = [...walkLives(story)].map(({ customer }) => `${customer.first} ${customer.last}`)
  const announced = (name: string) => [
    `Dear ${name}`,
    `my name is ${name}`,
    `this is ${name}`,
    `Kind regards,\\n${name}`,
    `Yours sincerely,\\n${name}`,
    `${name} here.`,
    `${name} speaking.`,
  ]
  expect(names.flatMap(announced).filter((words) => replies.includes(words))).toEqual([])
})

it('agents are shown by their initials', () => {
  const agents = new Set([...walkLives(story)].flatMap(({ drafts }) => drafts.map(({ agent }) => agent)))
  agents.delete('')
  expect(agents.size).toBeGreaterThan(5)
  const shown = [...replies.matchAll(/"agent":"([^"]*)"/g)].map(([, agent]) => agent)
  expect(shown.length).toBeGreaterThan(100)
  expect([...agents].filter((agent) => shown.includes(agent))).toEqual([])
})

it('the log tells what was asked for, and holds no words of a customer', async () => {
  await api.ask(`${base}/cost/assumptions`, { method: 'put', ...asJson({ assumptions: 'My secret' }) })
  await api.ask(`${base}/uploads?name=x.csv`, { method: 'post', body: 'My secret\n' })
  await api.ask(`${base}/issues?customer=ann@example.org`)
  const texts = [...walkLives(story)].flatMap(({ drafts }) => drafts.map(({ text }) => text))
  expect(logged).toContain('/api/workspaces/:workspace/issues')
  expect(
    [...identities(), ...texts, 'My secret', 'ann@'].filter((raw) => raw !== '' && logged.includes(raw)),
  ).toEqual([])
})
