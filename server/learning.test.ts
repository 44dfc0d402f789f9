import { afterAll, beforeAll, expect, it } from 'vitest'
import { findReview } from '../contract/review.ts'
import { listSignals } from '../contract/routes.ts'
import { aCorrection } from '../core/signals/corrections/test-kit.ts'
import { saveCorrection } from '../store/corrections.ts'
import { listInteractions } from '../store/interactions.ts'
import { listReviewCandidates } from '../store/review-candidates.ts'
import { demoWorkspace, readStory } from './demo-workspace.ts'
import { enterOrAdd } from './gate.ts'
import { runReading } from './readings/run-reading.ts'
import { openTestApi, openTestService, shortStory, type TestApi, type TestService } from './test-kit.ts'

const base = `/api/workspaces/${demoWorkspace}`

let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  await readStory(service, await enterOrAdd(service, demoWorkspace), shortStory)
}, 240_000)
afterAll(() => service.close())

it('what people teach reads the next time, says so, and is undone with their words', {
  timeout: 240_000,
}, async () => {
  const scope = await enterOrAdd(service, demoWorkspace)
  const { pool } = service.store
  const surprise = async () =>
    (await api.call(findReview, `${base}/review`)).signals.find(({ kind }) => kind === 'surprise')
  expect((await surprise())?.comparison ?? null).toBeNull()

  // People of this company hold that whoever writes about money is surprised; no cue knows that.
  const drawn = (await listReviewCandidates(pool, scope)).filter(({ kind }) => kind === null)
  const texts = await listInteractions(
    pool,
    scope,
    drawn.map(({ interaction }) => interaction),
  )
  let count = 0
  const say = (given: Parameters<typeof aCorrection>[0]) =>
    saveCorrection(
      pool,
      scope,
      aCorrection({ ...given, id: String(++count).padStart(32, '0'), chosen: 'lot' }),
    )
  for (const { id: interaction, from, text } of texts) {
    if (from !== 'customer') continue
    const isSurprised = /bill|price|charge|tariff/i.test(text ?? '')
    await say({ interaction, kind: 'surprise', span: null, verdict: isSurprised ? 'right' : 'wrong' })
    await say({ interaction, kind: null, span: null, verdict: 'right' })
  }
  await runReading(service, scope, () => {})
  const taught = await surprise()
  expect(taught).toMatchObject({ method: 'learned-1', comparison: { isUsed: true } })
  const { interactions } = await api.call(listSignals, `${base}/signals/surprise`)
  const methods = interactions.flatMap(({ signals }) =>
    signals.filter(({ kind }) => kind === 'surprise').map(({ method }) => method),
  )
  expect(new Set(methods)).toContain('learned-1')

  await pool.query('update corrections set withdrawn_at = now(), withdrawn_by = $1', ['Ann'])
  await runReading(service, scope, () => {})
  expect((await surprise())?.method).toMatch(/^signals-/)
})
