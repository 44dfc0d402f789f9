import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskIssue } from '../contract/desk/desk.ts'
import { deskRoutes } from '../contract/desk/routes.ts'
import type { StepInput } from '../contract/desk/steps.ts'
import { routes } from '../contract/routes.ts'
import { dayMs, hourMs } from '../core/base/time.ts'
import { onlyCloses } from '../core/desk/waiting/only-closes.ts'
import { readSignals } from '../core/signals/read-signals.ts'
import { demoWorkspace, readStory } from './demo-workspace.ts'
import { setUpDesk, understand } from './desk/test-kit.ts'
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
let guideline: number
let issues: string[]
let passed = 0
const base = `/api/workspaces/${demoWorkspace}`

beforeAll(async () => {
  const opened = await openTestService()
  service = { ...opened, now: () => opened.now() + passed }
  api = openTestApi(service)
  await readStory(service, await enterOrAdd(service, demoWorkspace, { isDemo: true }), shortStory)
  const { causes } = await api.call(routes.listCauses, `${base}/causes`)
  guideline = await setUpDesk(
    api,
    base,
    causes.map(({ id }) => id),
  )
  const listed = await api.call(routes.listIssues, `${base}/issues`)
  issues = listed.issues.filter(({ cause }) => cause !== null).map(({ id }) => id)
})
afterAll(() => service.close())

const open = (id: string) => api.call(deskRoutes.findDeskIssue, `${base}/desk/${id}`)
const step = (id: string, input: StepInput, who = 'Rita') =>
  api.ask(`${base}/desk/${id}/steps`, { method: 'post', ...asJson({ who, step: input }) })
const grant = (id: string, given: Readonly<Record<string, unknown>>, who = 'Rita') =>
  api.call(
    deskRoutes.grantOption,
    `${base}/desk/${id}/grants`,
    asJson({
      who,
      guideline,
      option: 'refund',
      own: null,
      because: 'Charged twice',
      key: crypto.randomUUID(),
      ...given,
    }),
  )

const notesFor = (who: string) => api.call(deskRoutes.findRepNotes, `${base}/desk-notes?who=${who}`)

async function refused(response: Response): Promise<string> {
  const { failure } = await response.json()
  return `${response.status} ${failure.message}`
}

/** The next issue of the queue that no other test works on, with its understanding shared. */
async function nextIssue(): Promise<string> {
  const id = issues.shift()
  if (id === undefined) throw new Error('the queue is empty')
  const { record } = await open(id)
  await understand(api, `${base}/desk/${id}`, record.interactions[0]?.id ?? '')
  return id
}

async function linkOf(id: string, days = 7): Promise<string> {
  const { path } = await api.call(
    deskRoutes.makeLink,
    `${base}/desk/${id}/links`,
    asJson({ who: 'Rita', days }),
  )
  return path.replace('/for-you/', '/api/for-you/')
}

describe('the queue', () => {
  it('says of everybody why they stand where they stand, heaviest first, in their own words', async () => {
    for (const id of issues.slice(-3)) await step(id, { kind: 'claimed' })
    const queue = await api.call(deskRoutes.findQueue, `${base}/desk`)
    expect(queue.issues.length).toBeGreaterThan(3)
    const weights = queue.issues.map(({ reasons }) => reasons.reduce((sum, { weight }) => sum + weight, 0))
    expect(weights).toEqual(weights.toSorted((left, right) => right - left))
    expect(queue.issues.every(({ reasons }) => reasons.length > 0)).toBe(true)
  })

  it('has nobody in it who only said thanks', async () => {
    const queue = await api.call(deskRoutes.findQueue, `${base}/desk`)
    const thanked = queue.issues.filter(
      ({ words }) => words !== null && onlyCloses(words, readSignals(words, 'customer')),
    )
    expect(thanked).toEqual([])
  })

  it('finds the issue of a case of another help desk', async () => {
    const { record } = await open(issues[0] ?? '')
    const [number] = record.issue.cases
    const { issue } = await api.call(deskRoutes.findIssueOfCase, `${base}/desk-case?case=${number}`)
    expect((await open(issue)).record.issue.cases).toContain(number)
    expect((await api.ask(`${base}/desk-case?case=none`)).status).toBe(404)
  })
})

describe('an issue at the desk', () => {
  it('is claimed by one of two who ask at once', async () => {
    const id = await nextIssue()
    const [one, other] = await Promise.all([
      step(id, { kind: 'claimed' }),
      step(id, { kind: 'claimed' }, 'Rosa'),
    ])
    expect([one.status, other.status].toSorted()).toEqual([200, 409])
    expect((await open(id)).state.holder?.by).toMatch(/Rita|Rosa/)
  })

  it('is understood, put right by the customer, decided at once, and closed', async () => {
    const id = await nextIssue()
    const link = await linkOf(id)
    const say = (input: unknown) => api.call(deskRoutes.takeCustomerStep, link, asJson(input))
    const sayInVain = async (input: unknown) =>
      refused(await api.ask(link, { method: 'post', ...asJson(input) }))
    expect(await say({ kind: 'understandingCorrected', text: 'Three times, not twice' })).toMatchObject({
      state: 'corrected',
    })
    await step(id, { kind: 'understandingShared', text: 'You were charged three times.' })
    const stale = { kind: 'understandingConfirmed', read: 'Words that were there before' }
    expect(await sayInVain(stale)).toMatch(/409 We have put it in other words/)
    await say({ kind: 'understandingConfirmed', read: 'You were charged three times.' })
    const { options } = await open(id)
    const offers = options.map(({ id: option, gives, say: words }) => ({
      id: `${guideline}/${option}`,
      gives,
      say: words,
    }))
    await step(id, { kind: 'optionsOffered', offers })
    const chosen = await say({ kind: 'optionChosen', option: `${guideline}/refund` })
    expect(chosen.given).toMatchObject([{ gives: 'The second charge back today' }])
    const again = { kind: 'optionChosen', option: offers[1]?.id }
    expect(await sayInVain(again)).toMatch(/409 A choice was made already/)
    // What they chose is theirs already, and somebody has to do it: it is the customer who spoke last.
    const queue = await api.call(deskRoutes.findQueue, `${base}/desk`)
    expect(queue.issues.find((one) => one.id === id)?.reasons.map(({ kind }) => kind)).toContain('answered')
    expect((await open(id)).steps.map(({ words }) => words)).toContain('chose: The second charge back today')
    const more = await say({ kind: 'somethingElseAsked', text: 'A word from your boss' })
    expect(more).toMatchObject({ chosen: `${guideline}/refund`, given: chosen.given })
    await step(id, { kind: 'closed', solved: 'Money back', promised: 'the letter' })
    const reopened = await say({ kind: 'reopened', reason: 'No money came' })
    expect(reopened).toMatchObject({ solved: null, reopened: 'No money came' })
    await step(id, { kind: 'closed', solved: 'Money back', promised: 'the letter' })
    expect(await say({ kind: 'solutionConfirmed' })).toMatchObject({
      stillPromised: 'the letter',
      isConfirmed: true,
      solved: 'Money back',
    })
    const page: DeskIssue = await open(id)
    expect(page.state).toMatchObject({ outcome: 'confirmed', grants: [{ given: { cost: 4000 } }] })
    expect(page.steps.map(({ who }) => who)).toContain('The customer')
    expect(page.questions.length).toBeGreaterThan(0)
    expect(page.questions.length).toBeLessThanOrEqual(3)
  })

  it('is handed over, returned and accepted, with its chain', async () => {
    const id = await nextIssue()
    const { now } = await open(id)
    const due = new Date(new Date(now).getTime() + dayMs).toISOString()
    const over = {
      kind: 'handedOver',
      to: 'Billing',
      reason: 'They book',
      tried: 'Looked',
      promised: '',
      due,
    } as const
    await step(id, over)
    expect(await refused(await step(id, { kind: 'closed', solved: 'x', promised: '' }))).toMatch(/on its way/)
    await step(id, { kind: 'handOverReturned', reason: 'Not ours' }, 'Lena')
    await step(id, { ...over, to: 'Technical' })
    await step(id, { kind: 'handOverAccepted' }, 'Lena')
    expect((await open(id)).state.relay.map(({ state }) => state)).toEqual(['returned', 'accepted'])
  })

  it('refuses what does not make sense and keeps nothing of it', async () => {
    const [id = ''] = issues
    const before = (await open(id)).steps.length
    expect(await refused(await step(id, { kind: 'lived', text: 'x', evidence: ['none'] }))).toMatch(
      /First say/,
    )
    expect(
      await refused(await step(id, { kind: 'promised', what: 'x', due: '2001-01-01T00:00:00+14:00' })),
    ).toMatch(/future/)
    expect(await refused(await step(id, { kind: 'wished', text: '👍' }, ' '))).toMatch(/400/)
    expect((await open(id)).steps).toHaveLength(before)
  })
})

describe('a grant', () => {
  it('asked for many times with one key is given once', async () => {
    const id = await nextIssue()
    const key = crypto.randomUUID()
    const all = await Promise.all(Array.from({ length: 8 }, () => grant(id, { key })))
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1)
    expect((await open(id)).state.grants).toHaveLength(1)
    const other = { who: 'Rita', guideline, option: 'credit', own: null, because: 'x', key }
    const response = await api.ask(`${base}/desk/${id}/grants`, { method: 'post', ...asJson(other) })
    expect(await refused(response)).toMatch(/409 This key was used for something else/)
  })

  it('beyond authority goes to who may; they answer once, and it is on the timeline', async () => {
    const id = await nextIssue()
    const asked = await grant(id, { option: null, own: { gives: 'A new router', cost: 12_000 } })
    if (asked.kind !== 'exception') throw new Error('expected an exception')
    expect(asked).toMatchObject({ approver: 'Lena', byDefault: 'granted' })
    const answer = (who: string) =>
      api.ask(`${base}/exceptions/${asked.exception}/answer`, {
        method: 'post',
        ...asJson({ who, answer: 'granted', reason: 'She is 82' }),
      })
    expect(await refused(await answer('Rita'))).toMatch(/409 Who asked for it/)
    expect((await answer('Lena')).status).toBe(200)
    expect(await refused(await answer('Lena'))).toMatch(/already/)
    expect((await open(id)).state.grants).toMatchObject([{ given: { gives: 'A new router' } }])
  })

  it('asked of somebody who leaves goes to whoever would be asked then', async () => {
    const id = await nextIssue()
    const asked = await grant(id, { option: null, own: { gives: 'A new phone', cost: 12_000 } })
    if (asked.kind !== 'exception') throw new Error('expected an exception')
    const lena = { name: 'Lena', role: 'lead' }
    const become = (hasLeft: boolean) =>
      api.call(deskRoutes.saveDeskPerson, `${base}/desk-people`, asJson({ ...lena, hasLeft }))
    await become(true)
    const { exceptions } = await api.call(deskRoutes.findQueue, `${base}/desk`)
    expect(exceptions.find((one) => one.id === asked.exception)?.approver).toBe('Olga')
    const answer = (who: string) =>
      api.ask(`${base}/exceptions/${asked.exception}/answer`, {
        method: 'post',
        ...asJson({ who, answer: 'declined', reason: 'Not this time' }),
      })
    expect(await refused(await answer('Lena'))).toMatch(/409 Olga was asked/)
    expect((await answer('Olga')).status).toBe(200)
    const told = await api.call(deskRoutes.findCustomerPage, await linkOf(id))
    expect(told).toMatchObject({ declined: ['A new phone'], deciding: [] })
    expect(JSON.stringify(told)).not.toContain('Not this time')
    await become(false)
  })

  it('that nobody answers in time follows the default, told by the clock', async () => {
    const id = await nextIssue()
    await grant(id, { option: null, own: { gives: 'A year free', cost: 90_000 } })
    passed += 5 * hourMs
    const { state, steps } = await open(id)
    expect(state.exceptions).toMatchObject([{ answer: { kind: 'granted', isDefault: true } }])
    expect(steps.slice(-2).map(({ who }) => who)).toEqual(['The clock', 'The clock'])
  })

  it('of somebody without authority becomes an exception, and a negative cost is refused', async () => {
    const id = await nextIssue()
    expect(await grant(id, {}, 'Nobody listed')).toMatchObject({ kind: 'exception', approver: 'Olga' })
    const own = {
      who: 'Rita',
      guideline,
      option: null,
      own: { gives: 'x', cost: -5 },
      because: 'x',
      key: 'negative-one',
    }
    const response = await api.ask(`${base}/desk/${id}/grants`, { method: 'post', ...asJson(own) })
    expect(await refused(response)).toMatch(/409 What it costs us is negative/)
  })
})

describe('a customer link', () => {
  it('is refused when forged, guessed, of another issue, revoked or expired', async () => {
    const [one = '', other = ''] = issues
    const [mine, theirs] = [await linkOf(one, 1), await linkOf(other, 30)]
    const address = '/api/for-you/'
    const [id, signature] = [mine.slice(address.length, address.length + 32), mine.slice(address.length + 32)]
    const theirId = theirs.slice(address.length, address.length + 32)
    for (const token of [`${id}${'A'.repeat(43)}`, `${theirId}${signature}`, 'a'.repeat(75), 'x', '%00']) {
      expect((await api.ask(`${address}${token}`)).status, token).toBeGreaterThanOrEqual(400)
    }
    expect((await api.ask(mine)).status).toBe(200)
    passed += 2 * dayMs
    expect(await refused(await api.ask(mine))).toMatch(/404 This link no longer works/)
    expect((await api.ask(theirs)).status).toBe(200)
    await api.call(deskRoutes.revokeLink, `${base}/desk/${other}/links/revoke`, asJson({ who: 'Rita' }))
    expect(await refused(await api.ask(theirs))).toMatch(/no longer works/)
  })

  it('lets a customer do only what is theirs to do', async () => {
    const link = await linkOf(issues[0] ?? '')
    const response = await api.ask(link, { method: 'post', ...asJson({ kind: 'granted' }) })
    expect(response.status).toBe(400)
  })
})

describe('a guideline', () => {
  it('is tested on past issues before it goes live, and answered for by its owner', async () => {
    const page = await api.call(deskRoutes.findGuideline, `${base}/guidelines/${guideline}`)
    const draft = { ...page.row.guideline, authorities: [] }
    const replay = await api.call(
      deskRoutes.replayGuideline,
      `${base}/guideline-replay`,
      asJson({ guideline: draft, of: guideline, people: 3 }),
    )
    expect(replay.live?.least.atOnce).toBeGreaterThan(0)
    expect(replay.draft).toMatchObject({ issues: replay.live?.issues, least: { atOnce: 0 } })
    const [id = ''] = issues
    const objection = { who: 'Rita', guideline, fit: 'inTheWay', word: 'They need it today' }
    const { objection: kept } = await api.call(
      deskRoutes.objectToGuideline,
      `${base}/desk/${id}/objections`,
      asJson(objection),
    )
    const answer = (who: string) => ({ who, kind: 'changed', reason: 'You are right', change: null })
    const path = `${base}/objections/${kept}/answer`
    expect(await refused(await api.ask(path, { method: 'post', ...asJson(answer('Rita')) }))).toMatch(
      /Olga owns/,
    )
    const answered = await api.call(deskRoutes.answerObjection, path, asJson(answer('Olga')))
    expect(answered.row.weighed).toMatchObject({ inTheWay: 1, unanswered: 0 })
    const [said] = answered.objections
    expect(said?.standsFor.customers).toBeGreaterThan(0)
    expect(said?.standsFor.contacts).toBeGreaterThanOrEqual(said?.standsFor.issues ?? 0)
    expect(answered.exceptions.granted).toMatchObject({ cameBack: { cannotSay: expect.any(String) } })
    expect((await notesFor('Rosa')).answers).toEqual([])
    const told = { objection: kept, kind: 'changed', reason: 'You are right', who: 'Olga' }
    expect((await notesFor('Rita')).answers).toMatchObject([told])
    const reading = `${base}/objections/${kept}/read`
    expect(await refused(await api.ask(reading, { method: 'post', ...asJson({ who: 'Rosa' }) }))).toMatch(
      /no such answer to you/,
    )
    expect((await notesFor('Rita')).answers).toHaveLength(1)
    expect((await api.call(deskRoutes.readAnswer, reading, asJson({ who: 'Rita' }))).answers).toEqual([])
  })

  it('is asked about every four weeks of a few who worked with it, and their answers count apart', async () => {
    const asked = async () =>
      (await Promise.all(['Rita', 'Rosa', 'Lena', 'Nobody'].map(notesFor))).map(({ questions }) => questions)
    expect((await asked()).flat()).toEqual([])
    passed += 29 * dayMs
    const [rita = [], rosa = [], ...others] = await asked()
    expect(others).toEqual([[], []])
    expect([...rita, ...rosa]).toMatchObject([{ guideline, round: 1 }])
    const who = rita.length > 0 ? 'Rita' : 'Rosa'
    const issue = [...rita, ...rosa][0]?.issue ?? ''
    const say = (speaker: string) =>
      api.ask(`${base}/desk/${issue}/objections`, {
        method: 'post',
        ...asJson({ who: speaker, guideline, fit: 'fits', word: '', round: 1 }),
      })
    expect(await refused(await say(who === 'Rita' ? 'Rosa' : 'Rita'))).toMatch(/409 You are not asked/)
    expect((await say(who)).status).toBe(200)
    expect(await refused(await say(who))).toMatch(/409 You have answered/)
    expect((await asked()).flat()).toEqual([])
    const { row } = await api.call(deskRoutes.findGuideline, `${base}/guidelines/${guideline}`)
    expect(row).toMatchObject({ weighed: { fits: 0, inTheWay: 1 }, asked: { fits: 1, inTheWay: 0 } })
  })

  it('with a negative cost, approvals in a circle or nobody who owns it is not kept', async () => {
    const { row } = await api.call(deskRoutes.findGuideline, `${base}/guidelines/${guideline}`)
    const refusal = async (change: object) => {
      const body = { who: 'Olga', guideline: { ...row.guideline, ...change } }
      return refused(await api.ask(`${base}/guidelines`, { method: 'post', ...asJson(body) }))
    }
    const [option] = row.guideline.options
    expect(await refusal({ options: [{ ...option, cost: -5 }] })).toMatch(/400 .*costs us is negative/)
    const circle = row.guideline.authorities.map((one) => ({
      ...one,
      beyond: one.role === 'rep' ? 'lead' : 'rep',
    }))
    expect(await refusal({ authorities: circle })).toMatch(/400 Approvals run in a circle: rep → lead → rep/)
    expect(await refusal({ owner: '' })).toMatch(/400 A guideline needs an owner/)
    expect(await refusal({ owner: 'Nobody' })).toMatch(/400 Nobody here is called Nobody/)
  })

  it('without a sound owner is not kept', async () => {
    const { row } = await api.call(deskRoutes.findGuideline, `${base}/guidelines/${guideline}`)
    await api.call(
      deskRoutes.saveDeskPerson,
      `${base}/desk-people`,
      asJson({ name: 'Gone', role: 'owner', hasLeft: true }),
    )
    const response = await api.ask(`${base}/guidelines`, {
      method: 'post',
      ...asJson({ who: 'Olga', guideline: { ...row.guideline, owner: 'Gone' } }),
    })
    expect(await refused(response)).toMatch(/400 Gone has left/)
  })
})
