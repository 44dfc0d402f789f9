import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dayMs } from '../base/time.ts'
import { whyNotGuideline } from './can.ts'
import { whyNotFor } from './fits.ts'
import { authorityOf, isRule } from './guideline.ts'
import { findBroken, type Limit, limitsOf } from './limits.ts'
import { dueOf, type Objection, weighObjections, whyNotAnswer, whyNotObjection } from './objection.ts'
import { type PastIssue, replayGuideline } from './replay.ts'
import { aGuideline, anAuthority, anOption, people } from './test-kit.ts'

describe('a guideline', () => {
  it('is kept when it is whole', () => {
    expect(whyNotGuideline(aGuideline(), people)).toBeNull()
  })

  it.each([
    [{ owner: '' }, /needs an owner/],
    [{ owner: 'Nobody' }, /Nobody here is called Nobody/],
    [{ owner: 'Gone' }, /Gone has left/],
    [{ causes: [] }, /at least one cause/],
    [{ intent: ' ' }, /what it is for/],
    [{ options: [anOption({ cost: -1 })] }, /is negative/],
    [{ options: [anOption({ value: 0.5 })] }, /whole number/],
    [{ options: [anOption(), anOption()] }, /“refund” is there twice/],
    [{ options: [anOption({ conditions: [{ kind: 'contacts', least: 0 }] })] }, /from 1 to 1000/],
    [{ authorities: [anAuthority({ perGrant: 9000 })] }, /must not be above/],
    [{ authorities: [anAuthority({ shareOfIssues: 1.1 })] }, /from 0 to 100 %/],
    [{ authorities: [anAuthority({ beyond: 'executive' })] }, /Nobody here is a executive/],
    [
      { authorities: [anAuthority({ beyond: 'lead' }), anAuthority({ role: 'lead', beyond: 'rep' })] },
      /circle: rep → lead → rep/,
    ],
    [{ answerHours: 0 }, /quarter of an hour/],
  ] as const)('says what is wrong with %j', (given, words) => {
    expect(whyNotGuideline(aGuideline(given), people)).toMatch(words)
  })

  it('without options, or without authority, is a rule', () => {
    expect(isRule(aGuideline())).toBe(false)
    expect(isRule(aGuideline({ options: [] }))).toBe(true)
    expect(isRule(aGuideline({ authorities: [anAuthority({ perDay: 0, perGrant: 0 })] }))).toBe(true)
  })
})

test('an option is given where its conditions are met', () => {
  const option = anOption({
    conditions: [
      { kind: 'contacts', least: 2 },
      { kind: 'notWithinDays', days: 30 },
      { kind: 'channel', channel: 'phone' },
    ],
  })
  const facts = { contacts: 2, lastingDays: 1, channels: ['phone'], daysSinceGrant: null }
  expect(whyNotFor(option, facts)).toBeNull()
  expect(whyNotFor(option, { ...facts, contacts: 1 })).toBe('It takes 2 contacts; this issue has 1.')
  expect(whyNotFor(option, { ...facts, daysSinceGrant: 3.9 })).toMatch(/3 days ago/)
  expect(whyNotFor(option, { ...facts, channels: [] })).toBe('It is meant for phone.')
})

const spending = {
  guideline: 1,
  person: 'Rita',
  issue: 'i1',
  day: '2026-03-09',
  cost: 4000,
  issuesWithin30Days: 30,
}

test('a grant that would break a limit is told which', () => {
  const limits = limitsOf(anAuthority({ shareOfIssues: 0.1 }), spending)
  const drawnOn = (kind: Limit['kind'], amount: number) => (key: string) =>
    limits.find((limit) => limit.key === key)?.kind === kind ? amount : 0
  expect(findBroken(limits, () => 0)).toBeNull()
  expect(findBroken(limits, drawnOn('perDay', 16_001))?.kind).toBe('perDay')
  expect(findBroken(limits, drawnOn('perDay', 16_000))).toBeNull()
  expect(findBroken(limits, drawnOn('perIssue', 4001))?.kind).toBe('perIssue')
  expect(findBroken(limits, drawnOn('shareOfIssues', 3))?.kind).toBe('shareOfIssues')
  expect(findBroken(limitsOf(anAuthority(), { ...spending, cost: 5001 }), () => 0)?.kind).toBe('perGrant')
})

test('a share of issues never forbids the first customer, unless it is nought', () => {
  const most = (share: number, issues: number) =>
    limitsOf(anAuthority({ shareOfIssues: share }), { ...spending, issuesWithin30Days: issues }).at(-1)?.most
  expect([most(0.1, 0), most(0.1, 9), most(0.1, 29), most(0, 100)]).toEqual([1, 1, 2, 0])
})

describe('replaying a guideline', () => {
  const past = (n: number, given: Partial<PastIssue> = {}): PastIssue => ({
    id: `i${n}`,
    customer: `c${n}`,
    at: Date.UTC(2026, 2, 9) + n,
    contacts: 2,
    lastingDays: 3,
    channels: ['phone'],
    ...given,
  })
  const rep = { role: 'rep', people: 1 } as const

  it('says what would have gone at once, what beyond, and what it would have cost', () => {
    // By hand: a rep may give 200.00 a day. Refunds of 40.00: five; credits of 25.00: eight. Of ten, five and two are left.
    const replay = replayGuideline(
      aGuideline(),
      Array.from({ length: 10 }, (_, n) => past(n)),
      rep,
    )
    expect(replay).toMatchObject({ issues: 10, withoutOption: 0, withChoice: 10 })
    expect(replay.least).toMatchObject({ atOnce: 8, cost: 20_000, beyond: { perDay: 2 } })
    expect(replay.most).toMatchObject({ atOnce: 8, cost: 20_000 })
    const two = replayGuideline(
      aGuideline(),
      Array.from({ length: 10 }, (_, n) => past(n)),
      { role: 'rep', people: 2 },
    )
    expect(two.least).toMatchObject({
      atOnce: 10,
      cost: 25_000,
      dearestDay: { day: '2026-03-09', cost: 25_000 },
    })
  })

  it('counts issues for which nothing could have been offered', () => {
    const strict = aGuideline({ options: [anOption({ conditions: [{ kind: 'contacts', least: 3 }] })] })
    const replay = replayGuideline(strict, [past(1), past(2, { contacts: 3 })], rep)
    expect(replay).toMatchObject({ withoutOption: 1, withChoice: 0, least: { atOnce: 1 } })
  })

  it('gives the same customer nothing again within the days it asks', () => {
    const once = aGuideline({ options: [anOption({ conditions: [{ kind: 'notWithinDays', days: 30 }] })] })
    const same = [0, 20, 40].map((day) => past(day, { customer: 'c', at: day * dayMs }))
    expect(replayGuideline(once, same, rep).least.atOnce).toBe(2)
  })

  it('grants nothing for a role without authority', () => {
    const replay = replayGuideline(aGuideline(), [past(1)], { role: 'executive', people: 1 })
    expect(replay.least).toMatchObject({ atOnce: 0, cost: 0, beyond: { perGrant: 1 } })
  })

  const issues = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 40 }).map((hours) => hours * 3_600_000),
      contacts: fc.integer({ min: 1, max: 4 }),
      customer: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 40 },
  )

  it('accounts for every issue, whatever their order, and never goes over a day', () => {
    fc.assert(
      fc.property(issues, fc.integer({ min: 1, max: 3 }), (drawn, persons) => {
        const all = drawn.map((one, n) => past(n, one))
        const deciders = { role: 'rep', people: persons } as const
        const replay = replayGuideline(aGuideline(), all, deciders)
        expect(replayGuideline(aGuideline(), all.toReversed(), deciders)).toEqual(replay)
        for (const { atOnce, beyond, dearestDay } of [replay.least, replay.most]) {
          const exceptions = Object.values(beyond).reduce((sum, count) => sum + count, 0)
          expect(atOnce + exceptions + replay.withoutOption).toBe(all.length)
          const most = (authorityOf(aGuideline(), 'rep')?.perDay ?? 0) * persons
          expect(dearestDay?.cost ?? 0).toBeLessThanOrEqual(most)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a word on a guideline', () => {
  const at = Date.UTC(2026, 2, 9)
  const objection: Objection = {
    id: 'o1',
    guideline: 1,
    version: 2,
    issue: 'i1',
    fit: 'inTheWay',
    word: 'They need it today',
    who: 'Rita',
    at,
    due: dueOf('inTheWay', at),
    round: null,
    answer: null,
  }

  it('says why, unless it fits', () => {
    expect(whyNotObjection({ fit: 'fits', word: '' })).toBeNull()
    expect(whyNotObjection({ fit: 'fitsBut', word: ' ' })).toMatch(/in a word why/)
    expect(dueOf('fits', at)).toBeNull()
  })

  it('is answered once, by the owner, with a reason', () => {
    const asked = { who: 'Olga', owner: 'Olga', reason: 'You are right' }
    expect(whyNotAnswer(objection, asked)).toBeNull()
    expect(whyNotAnswer(objection, { ...asked, who: 'Rita' })).toMatch(/Olga owns/)
    expect(whyNotAnswer(objection, { ...asked, reason: '' })).toMatch(/the reason/)
    const answer = { kind: 'kept', reason: 'So', who: 'Olga', at, change: null } as const
    expect(whyNotAnswer({ ...objection, answer }, asked)).toMatch(/answered already/)
  })

  it('weighs with those of others, and stays until it is answered', () => {
    const fit = { ...objection, id: 'o2', fit: 'fits', due: null, who: 'Lena' } as const
    expect(weighObjections([objection, fit], at)).toMatchObject({
      inTheWay: 1,
      fits: 1,
      people: 2,
      issues: 1,
      unanswered: 1,
      overdue: 0,
    })
    expect(weighObjections([objection], at + 15 * dayMs).overdue).toBe(1)
  })
})
