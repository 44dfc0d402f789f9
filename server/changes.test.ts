import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanInput } from '../contract/changes.ts'
import { routes } from '../contract/routes.ts'
import { isKnown } from '../core/base/cannot-say.ts'
import { fileDemoChanges } from './demo-changes.ts'
import { demoWorkspace, readStory } from './demo-workspace.ts'
import { streamExport } from './exports/stream-export.ts'
import { enterOrAdd } from './gate.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from './test-kit.ts'

const base = `/api/workspaces/${demoWorkspace}`
const post = (body: unknown) => ({ method: 'post', ...asJson(body) })

let service: TestService
let api: TestApi
let cause: string
let plan: PlanInput

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  const scope = await enterOrAdd(service, demoWorkspace)
  const story = { ...shortStory, interactions: 4_000 }
  await readStory(service, scope, story)
  await fileDemoChanges(service, scope, story)
  const { causes } = await api.call(routes.listCauses, `${base}/causes`)
  const { changes } = await api.call(routes.listChanges, `${base}/changes`)
  const filed = changes.flatMap((change) => change.plan.scope.causes.map(({ id }) => id))
  cause = causes.find(({ id }) => !filed.includes(id))?.id ?? ''
  plan = {
    what: 'Tell them before they ask',
    owner: 'Billing',
    causes: [cause],
    channels: [],
    segments: [],
    effect: { low: 0.2, mid: 0.4, high: 0.6 },
    costToMake: { low: 100, mid: 200, high: 400 },
    costToRun: { low: 0, mid: 1, high: 2 },
    leadDays: 30,
    promise: null,
    adjusts: 'The bill',
    who: 'Ann',
    reason: 'Nobody should have to ask',
  }
}, 240_000)

afterAll(() => service.close())

async function refusal(path: string, body: unknown) {
  const response = await api.ask(`${base}/${path}`, post(body))
  const reply: { failure?: { message: string; hint: string } } = await response.json()
  return { status: response.status, ...reply.failure }
}

const countChanges = async () => (await api.call(routes.listChanges, `${base}/changes`)).changes.length

describe('a change', () => {
  it('is planned, started, measured and kept, each with the figures of its day', async () => {
    const planned = await api.call(routes.planChange, `${base}/changes`, post(plan))
    const { id } = planned.change
    expect(planned.change).toMatchObject({
      state: 'planned',
      verdict: null,
      nextSteps: ['started', 'declined'],
    })
    expect(planned.change.decisions[0]?.figures.value).toEqual(planned.change.value)
    const step = (name: string, on: string) =>
      api.call(
        routes.decideChange,
        `${base}/changes/${id}/decisions`,
        post({ step: name, who: 'Ann', reason: 'It is time', on }),
      )
    const started = await step('started', '2026-04-01')
    expect(started.change).toMatchObject({ state: 'started', startedOn: '2026-04-01' })
    expect(started.change.verdict?.sentence).toMatch(/^(Better|Worse|No material change|Cannot say)/)
    expect(started.weeks.filter(({ expected }) => expected !== null).length).toBeGreaterThan(5)
    const measured = await step('measured', '2026-06-20')
    expect(measured.change.decisions[2]?.figures.verdict).toEqual(started.change.verdict)
    const kept = await step('kept', '2026-06-21')
    expect(kept.change).toMatchObject({ state: 'kept', nextSteps: [] })
    expect(kept.change.decisions[0]).toEqual(planned.change.decisions[0])
    const again = await refusal(`changes/${id}/decisions`, {
      step: 'started',
      who: 'Ann',
      reason: 'Once more',
      on: '2026-06-22',
    })
    expect(again).toMatchObject({ status: 400, hint: 'Nothing was saved.' })
  })

  it('that touches the same contacts as another on the same day says so on both', async () => {
    const ids: number[] = []
    for (const what of ['First of two', 'Second of two']) {
      const { change } = await api.call(routes.planChange, `${base}/changes`, post({ ...plan, what }))
      const start = { step: 'started', who: 'Ann', reason: 'It is time', on: '2026-05-01' }
      await api.call(routes.decideChange, `${base}/changes/${change.id}/decisions`, post(start))
      ids.push(change.id)
    }
    const [first, second] = await Promise.all(
      ids.map((id) => api.call(routes.findChange, `${base}/changes/${id}`)),
    )
    expect(first?.overlaps.map(({ id }) => id)).toContain(ids[1])
    expect(second?.overlaps.map(({ id }) => id)).toContain(ids[0])
    expect(second?.change.verdict).toMatchObject({ kind: 'cannotSay' })
    expect(second?.change.verdict?.sentence).toContain('cannot be told apart')
  })

  it.each<[string, Partial<PlanInput>, string]>([
    ['a negative cost', { costToMake: { low: -5, mid: 1, high: 2 } }, 'The cost to make it must be'],
    ['an absurd cost', { costToRun: { low: 1, mid: 2, high: 1e12 } }, 'The cost to run it must be'],
    ['low above high', { effect: { low: 0.5, mid: 0.2, high: 0.1 } }, 'low must not be above'],
    ['no name', { what: '  ' }, 'Say what is to change'],
    ['no owner', { owner: '' }, 'Say who owns it'],
    ['no reason', { reason: '' }, 'Say the reason'],
    ['nobody who decides', { who: ' ' }, 'Say who decides'],
    ['no cause', { causes: [] }, 'at least one cause'],
    ['a cause that is not there', { causes: ['none'] }, 'no such cause'],
  ])('with %s is refused in plain words, and nothing is kept', async (_, part, message) => {
    const before = await countChanges()
    const refused = await refusal('changes', { ...plan, ...part })
    expect(refused).toMatchObject({ status: 400, hint: 'Nothing was saved.' })
    expect(refused.message).toContain(message)
    expect(await countChanges()).toBe(before)
  })

  it('can’t start in the future', async () => {
    const { change } = await api.call(routes.planChange, `${base}/changes`, post(plan))
    const start = { step: 'started', who: 'Ann', reason: 'Soon', on: '2999-01-01' }
    expect(await refusal(`changes/${change.id}/decisions`, start)).toMatchObject({
      status: 400,
      message: expect.stringContaining('lies in the future'),
    })
    const page = await api.call(routes.findChange, `${base}/changes/${change.id}`)
    expect(page.change.decisions).toHaveLength(1)
  })

  it('limited to a channel has as much at stake as lies there', async () => {
    const all = await api.call(routes.planChange, `${base}/changes`, post(plan))
    const phone = await api.call(routes.planChange, `${base}/changes`, post({ ...plan, channels: ['phone'] }))
    const stakes = [all, phone].map(({ change: { value } }) =>
      'cannotSay' in value ? 0 : value.doNothing.mid,
    )
    expect(stakes[1]).toBeGreaterThan(0)
    expect(stakes[1]).toBeLessThan(stakes[0] ?? 0)
  })
})

describe('a chain of whys', () => {
  it('keeps the words that show it, with their issue, and gives up only its last', async () => {
    const page = await api.call(routes.findCause, `${base}/causes/${cause}`)
    const [voice] = page.voices
    const why = { answer: 'Nobody tells them', who: 'Ann', interactions: [voice?.interaction] }
    await api.call(routes.addWhy, `${base}/causes/${cause}/whys`, post(why))
    const { whys } = await api.call(
      routes.addWhy,
      `${base}/causes/${cause}/whys`,
      post({ ...why, answer: 'Nobody is asked to', interactions: [] }),
    )
    expect(whys.map(({ answer }) => answer)).toEqual(['Nobody tells them', 'Nobody is asked to'])
    expect(whys[0]?.voices[0]).toMatchObject({ interaction: voice?.interaction, issue: voice?.issue })
    const remove = (id: number | undefined) =>
      api.ask(`${base}/causes/${cause}/whys/${id}`, { method: 'delete' })
    expect((await remove(whys[0]?.id)).status).toBe(404)
    expect((await remove(whys[1]?.id)).status).toBe(200)
  })

  it('refuses an empty answer and words that are not there', async () => {
    const why = { answer: ' ', who: 'Ann', interactions: [] }
    expect(await refusal(`causes/${cause}/whys`, why)).toMatchObject({ status: 400 })
    const linked = { ...why, answer: 'So', interactions: ['0'.repeat(32)] }
    expect(await refusal(`causes/${cause}/whys`, linked)).toMatchObject({ status: 400 })
  })
})

describe('decisions waiting', () => {
  it('tell plans that nobody has decided on, and what each week loses', async () => {
    const { waiting } = await api.call(routes.listWaiting, `${base}/decisions-waiting`)
    expect(waiting.filter(({ kind }) => kind === 'choose').length).toBeGreaterThan(0)
    expect(waiting.filter(({ kind }) => kind === 'unplanned')).toHaveLength(3)
    const weeks = waiting.map(({ week }) => ('cannotSay' in week ? Number.NEGATIVE_INFINITY : week.mid))
    expect(weeks).toEqual(weeks.toSorted((left, right) => right - left))
  })
})

describe('the invented company', () => {
  it('has filed its two changes on the days on which they came', async () => {
    const { changes } = await api.call(routes.listChanges, `${base}/changes`)
    const filed = changes.filter(({ decisions }) => decisions[0]?.who === 'Larkmoor')
    expect(filed.filter(({ state }) => state === 'started')).toHaveLength(2)
    expect(filed.filter(({ state }) => state === 'planned').length).toBeGreaterThan(0)
  })

  it('exports its changes with the sentence of their page', async () => {
    const { changes } = await api.call(routes.listChanges, `${base}/changes`)
    const rows = []
    for await (const row of streamExport(service, await enterOrAdd(service, demoWorkspace), 'changes'))
      rows.push(row)
    expect(rows.map(({ id, says }) => [id, says])).toEqual(
      changes.map(({ id, verdict }) => [id, verdict?.sentence ?? null]),
    )
  })
})

it('every driver opens as many contacts as it counts', async () => {
  const { causes } = await api.call(routes.listCauses, `${base}/causes`)
  let drivers = 0
  const kinds = new Set<string>()
  for (const { id } of causes) {
    const page = await api.call(routes.findCause, `${base}/causes/${id}`)
    for (const { kind, attribute, value, contacts } of page.drivers) {
      kinds.add(kind)
      const mark = kind === 'step' || kind === 'rule' || kind === 'before' ? { mark: kind } : {}
      const query = new URLSearchParams({ cause: id, attribute, value, ...mark })
      const { total } = await api.call(routes.listContacts, `${base}/contacts?${query}`)
      expect({ id, attribute, value, total }).toEqual({ id, attribute, value, total: contacts })
      drivers += 1
    }
  }
  expect(drivers).toBeGreaterThan(3)
  expect([...kinds]).toEqual(expect.arrayContaining(['attribute', 'team', 'step', 'rule']))
})

it('every driver says since when it goes with its cause, or why nobody can, on the page as in the export', async () => {
  const rows = []
  for await (const row of streamExport(service, await enterOrAdd(service, demoWorkspace), 'drivers'))
    rows.push(row)
  const { causes } = await api.call(routes.listCauses, `${base}/causes`)
  const pages = await Promise.all(causes.map(({ id }) => api.call(routes.findCause, `${base}/causes/${id}`)))
  const told = pages.flatMap(({ cause: { id }, drivers }) => drivers.map((driver) => ({ id, ...driver })))
  expect(rows.map(({ cause: id, kind, value, onset }) => [id, kind, value, onset])).toEqual(
    told.map(({ id, kind, value, onset }) => [id, kind, value, isKnown(onset) ? onset.week : null]),
  )
  const reasons = new Set(told.map(({ onset }) => (isKnown(onset) ? 'known' : onset.cannotSay)))
  expect(reasons).toContain('no week stands out from which on it went with this cause more often')
})
