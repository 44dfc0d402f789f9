import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveCorrection, withdrawCorrection } from '../contract/correction-routes.ts'
import type { CorrectionInput } from '../contract/corrections.ts'
import { findReview, type ReviewItem } from '../contract/review.ts'
import { findIssue, listSignals } from '../contract/routes.ts'
import { demoWorkspace, readStory } from './demo-workspace.ts'
import { enterOrAdd } from './gate.ts'
import { runReading } from './readings/run-reading.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from './test-kit.ts'

const base = `/api/workspaces/${demoWorkspace}`

let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  await readStory(service, await enterOrAdd(service, demoWorkspace), shortStory)
}, 240_000)
afterAll(() => service.close())

async function say(given: Partial<CorrectionInput> & { interaction: string }): Promise<string> {
  const input = { place: null, verdict: 'right', instead: null, chosen: 'met', reviewer: 'Ann', ...given }
  return (await api.call(saveCorrection, `${base}/corrections`, asJson(input))).correction
}

async function firstAngry() {
  const { interactions, total } = await api.call(listSignals, `${base}/signals/anger`)
  const [found] = interactions
  const signal = found?.signals.find(({ kind }) => kind === 'anger')
  if (found === undefined || signal === undefined) throw new Error('nobody is angry')
  return { id: found.id, place: signal.place, total }
}

async function kindsOf(id: string): Promise<readonly string[]> {
  const { interactions } = await api.call(listSignals, `${base}/signals/anger`)
  return interactions.find((interaction) => interaction.id === id)?.signals.map(({ kind }) => kind) ?? []
}

it('a correction shows at once, is counted by the next reading, outlives it, and can be taken back', async () => {
  const { id, place, total } = await firstAngry()
  const correction = await say({ interaction: id, kind: 'anger', place, verdict: 'wrong', instead: 'worry' })
  expect(await kindsOf(id)).toContain('worry')
  expect(await kindsOf(id)).not.toContain('anger')

  await runReading(service, await enterOrAdd(service, demoWorkspace), () => {})
  const reread = await api.call(listSignals, `${base}/signals/anger`)
  expect(reread.total).toBe(total - 1)
  const worried = await api.call(listSignals, `${base}/signals/worry`)
  expect(worried.interactions.map((interaction) => interaction.id)).toContain(id)

  await api.call(
    withdrawCorrection,
    `${base}/corrections/${correction}/withdraw`,
    asJson({ reviewer: 'Ann' }),
  )
  await runReading(service, await enterOrAdd(service, demoWorkspace), () => {})
  expect((await api.call(listSignals, `${base}/signals/anger`)).total).toBe(total)
})

it('an issue shows what people said in its thread and its texts', async () => {
  const { id, place } = await firstAngry()
  await say({ interaction: id, kind: 'anger', place })
  const { issues } = await (await api.ask(`${base}/issues?emotion=anger`)).json()
  const pages = await Promise.all(
    issues.map((issue: { id: string }) => api.call(findIssue, `${base}/issues/${issue.id}`)),
  )
  const shown = pages.flatMap(({ interactions }) => interactions).find((interaction) => interaction.id === id)
  expect(shown.corrections).toMatchObject([{ kind: 'anger', verdict: 'right', reviewer: 'Ann' }])
  expect(shown.signals.find(({ kind }: { kind: string }) => kind === 'anger').method).toBe('person')
})

it('asks what is open, without the answers of others, and tells how well a signal is read', async () => {
  const review = (view: string) => api.call(findReview, `${base}/review?${view}`)
  const asked = await review('ask=lot&kind=promise&reviewer=Ann')
  expect(asked.items).toHaveLength(20)
  for (const { interaction, kind, place, chosen } of asked.items) {
    expect(interaction.signals).toMatchObject([{ kind: 'promise', place }])
    await say({ interaction: interaction.id, kind, place, chosen })
  }
  const before = asked.signals.find(({ kind }) => kind === 'promise')
  expect(before?.precision).toHaveProperty('cannotSay')
  const after = await review('ask=lot&kind=promise&reviewer=Ann')
  expect(after.signals.find(({ kind }) => kind === 'promise')?.precision).toMatchObject({ value: 1, n: 20 })
  expect(after.sinceReading).toBe(asked.sinceReading + 20)
  const placeOf = ({ interaction, place }: ReviewItem) => `${interaction.id} ${place?.start}`
  const answered = asked.items.map(placeOf)
  expect(after.items.map(placeOf).filter((place) => answered.includes(place))).toEqual([])

  const second = await review('ask=second&kind=promise&reviewer=Ben')
  expect(second.items.map(placeOf)).toEqual(answered)
  for (const [index, { interaction, kind, place }] of second.items.entries()) {
    expect(interaction.corrections).toEqual([])
    const verdict = index < 10 ? 'right' : 'wrong'
    await say({ interaction: interaction.id, kind, place, verdict, chosen: 'lot', reviewer: 'Ben' })
  }
  const compared = await review('reviewer=Cem')
  expect(compared.agreement).toMatchObject({ n: 20 })
  expect(compared.reviewers).toEqual(['Ann', 'Ben'])
})

it('refuses what makes no sense, and says why', async () => {
  const { id } = await firstAngry()
  const refusals = [
    { interaction: id, kind: 'refusal' as const },
    { interaction: id, kind: 'anger' as const, place: { start: 5, end: 99_999 } },
    { interaction: id, kind: 'anger' as const, instead: 'worry' as const },
    { interaction: id, kind: null, verdict: 'wrong' as const },
    { interaction: id, kind: 'anger' as const, reviewer: '  ' },
  ]
  for (const refusal of refusals) await expect(say(refusal)).rejects.toThrow(/400/)
  await expect(say({ interaction: 'nobody', kind: 'anger' })).rejects.toThrow(/404/)
})
