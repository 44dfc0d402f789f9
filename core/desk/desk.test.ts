import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dayMs, hourMs } from '../base/time.ts'
import { aGuideline, anAuthority, anOption, people } from '../guidelines/test-kit.ts'
import { whyNotStep } from './can.ts'
import { composeLived, composeUnderstanding, isExpected } from './compose-understanding.ts'
import { defaultNow, findApprover, whyNotAnswerException } from './exception.ts'
import { findPatterns } from './find-patterns.ts'
import { claimMs, followSteps, holderOf, outcomeOf } from './follow.ts'
import { rankOptions, sayEvidence } from './rank-options.ts'
import { scoreUnderstanding } from './score-understanding.ts'
import { type Actor, type DeskEvent, type DeskStep, sayActor } from './step.ts'
import {
  anException,
  customer,
  given,
  hoped,
  lena,
  lived,
  noon,
  rita,
  shared,
  told,
  wished,
} from './test-kit.ts'
import { orderQueue, type Waiting } from './waiting/queue.ts'

const record = new Set(['m1', 'm2'])

function whyNot(events: readonly DeskEvent[], step: DeskStep, by: Actor = rita, now = noon + hourMs) {
  return whyNotStep(followSteps(events), { step, by, now, record })
}

describe('understanding', () => {
  it('goes from what I would want, to what they live, to what they hope for, to saying it', () => {
    expect(whyNot([], lived)).toMatch(/First say what you would want/)
    expect(whyNot(told(wished), hoped)).toMatch(/First say what they are living/)
    expect(whyNot(told(wished, lived), shared)).toMatch(/feel, think and do/)
    expect(whyNot(told(wished, lived, hoped), shared)).toBeNull()
    expect(whyNot(told(wished, lived, hoped, shared), wished)).toBeNull()
  })

  it('rests on moments of their own record', () => {
    expect(whyNot(told(wished), { kind: 'lived', text: 'x', evidence: [] })).toMatch(/at least one moment/)
    expect(whyNot(told(wished), { kind: 'lived', text: 'x', evidence: ['other'] })).toMatch(
      /their own record/,
    )
  })

  it('is confirmed or corrected by the customer, and options come after it', () => {
    const steps = told(wished, lived, hoped, shared)
    const correction: DeskStep = { kind: 'understandingCorrected', text: 'Three times' }
    expect(followSteps(steps).understanding.state).toBe('shared')
    expect(followSteps([...steps, ...told([correction, customer])]).understanding).toMatchObject({
      state: 'corrected',
      correction: 'Three times',
    })
    const offer: DeskStep = {
      kind: 'optionsOffered',
      offers: [{ id: 'refund', gives: 'Money', say: 'I can' }],
    }
    expect(whyNot(told(wished), offer)).toMatch(/Say what you understood first/)
    expect(whyNot(steps, offer)).toBeNull()
    expect(whyNot([...steps, ...told(offer)], { kind: 'optionChosen', option: 'other' }, customer)).toMatch(
      /not among/,
    )
  })

  it('is scored by what customers say to it', () => {
    const steps = told(wished, lived, hoped, shared)
    const right = [...steps, ...told([{ kind: 'understandingConfirmed' }, customer])]
    const wrong = [...steps, ...told([{ kind: 'understandingCorrected', text: 'No' }, customer])]
    expect(scoreUnderstanding([right, wrong, steps, []])).toMatchObject({
      shared: 3,
      rightAtOnce: { value: 0.5, n: 2 },
    })
    expect(scoreUnderstanding([steps]).rightAtOnce).toBeNull()
  })

  it('is drafted from the record, in their words', () => {
    const none = {
      contacts: 1,
      teams: 1,
      firstAt: 0,
      lastAt: 0,
      brokenPromises: 0,
      expected: null,
      wished: null,
      need: null,
    }
    const text = composeLived({
      contacts: 3,
      teams: 2,
      firstAt: 0,
      lastAt: 9 * dayMs,
      brokenPromises: 1,
      came: 'My router is dead',
      expected: 'one bill',
      wished: null,
      need: null,
    })
    expect(composeLived({ ...none, came: 'My router is dead' })).toBe(
      'You came to us with this: “My router is dead”.',
    )
    expect(text).toBe(
      'You came to us 3 times in 9 days. 2 teams dealt with it. A promise that we made was not kept. You expected: “one bill”.',
    )
    expect(
      composeUnderstanding(text, { feel: 'Safe.', think: 'it is over', act: 'I want to pay once' }),
    ).toMatch(
      /You would like to feel safe\. .*What you want to get done: I want to pay once\. Have I got that right\?$/,
    )
  })
})

test('what somebody believed is not said back as what they expected', () => {
  expect(isExpected('You said the engineer would come')).toBe(true)
  expect(isExpected('I was told it takes a week')).toBe(true)
  expect(isExpected('At first I thought it was my own mistake')).toBe(false)
})

describe('a claim', () => {
  it('keeps others out until it is released or lapses, and every step renews it', () => {
    const claimed = told({ kind: 'claimed' })
    expect(whyNot(claimed, wished, lena, noon + 1)).toMatch(/Rita is working on this/)
    expect(whyNot(claimed, wished, rita, noon + 1)).toBeNull()
    expect(holderOf(followSteps(claimed), noon + claimMs)).toBeNull()
    const renewed = [...claimed, { step: wished, by: rita, at: noon + claimMs - 1 }]
    expect(holderOf(followSteps(renewed), noon + claimMs)).toBe('Rita')
    expect(holderOf(followSteps(told({ kind: 'claimed' }, { kind: 'released' })), noon + 1)).toBeNull()
  })

  it('never keeps the customer out', () => {
    const steps = told({ kind: 'claimed' }, wished, lived, hoped, shared)
    expect(whyNot(steps, { kind: 'understandingConfirmed' }, customer, noon + 1)).toBeNull()
    expect(whyNot(steps, { kind: 'closed', solved: 'x', promised: '' }, customer, noon + 1)).toMatch(
      /for the company/,
    )
  })
})

describe('a hand-over', () => {
  const over: DeskStep = {
    kind: 'handedOver',
    to: 'Billing',
    reason: 'Only they can book it',
    tried: 'Looked it up',
    promised: '',
    due: noon + dayMs,
  }

  it('says why, what was tried and by when', () => {
    expect(whyNot([], { ...over, reason: '' })).toMatch(/the reason/)
    expect(whyNot([], { ...over, tried: ' ' })).toMatch(/what was tried/)
    expect(whyNot([], { ...over, due: noon })).toMatch(/in the future/)
    expect(whyNot([], { ...over, due: Number.NaN })).toMatch(/needs a time/)
    expect(whyNot([], over)).toBeNull()
  })

  it('is taken over or comes back with a reason, and its chain stays', () => {
    expect(whyNot([], { kind: 'handOverAccepted' })).toMatch(/Nothing is waiting/)
    const back: DeskStep = { kind: 'handOverReturned', reason: 'Not ours' }
    expect(whyNot(told(over), { ...back, reason: '' }, lena)).toMatch(/why it comes back/)
    expect(whyNot(told(over), over)).toMatch(/on its way/)
    const { relay } = followSteps(
      told(over, [back, lena], { ...over, to: 'Technical' }, [{ kind: 'handOverAccepted' }, lena]),
    )
    expect(relay.map(({ to, state, returnReason }) => [to, state, returnReason])).toEqual([
      ['Billing', 'returned', 'Not ours'],
      ['Technical', 'accepted', null],
    ])
  })
})

describe('closing', () => {
  const close: DeskStep = { kind: 'closed', solved: 'Money sent back', promised: '' }

  it('waits for exceptions, and is opened again by an event', () => {
    expect(whyNot(told(anException), close)).toMatch(/still waits for its answer/)
    expect(whyNot([], { ...close, solved: '' })).toMatch(/what was solved/)
    expect(whyNot(told(close), wished)).toMatch(/Reopen it first/)
    expect(whyNot([], { kind: 'reopened', reason: 'x' })).toMatch(/not closed/)
    expect(followSteps(told(close, [{ kind: 'reopened', reason: 'No' }, customer])).closing.kind).toBe('open')
  })

  it('keeps a confirmation and silence apart, and believes the record', () => {
    const closed = followSteps(told(close))
    const confirmed = followSteps(told(close, [{ kind: 'solutionConfirmed' }, customer]))
    const later = noon + 31 * dayMs
    expect(outcomeOf(closed, { now: noon + dayMs, cameBack: false })).toBe('silentSoFar')
    expect(outcomeOf(closed, { now: later, cameBack: false })).toBe('silent')
    expect(outcomeOf(confirmed, { now: later, cameBack: false })).toBe('confirmed')
    expect(outcomeOf(confirmed, { now: later, cameBack: true })).toBe('cameBack')
  })
})

describe('an exception', () => {
  const exception = {
    id: 'e1',
    asker: 'Rita',
    approver: 'Lena',
    due: noon + hourMs,
    byDefault: 'granted',
    answer: null,
  } as const

  it('goes to whoever stands beyond the role, else the owner, never the asker or who left', () => {
    const rep = { name: 'Rita', role: 'rep', cost: 6000 } as const
    expect(findApprover(aGuideline(), { ...rep, cost: 20_001 }, people)).toEqual({ approver: 'Olga' })
    expect(findApprover(aGuideline(), rep, people)).toEqual({ approver: 'Lena' })
    const withoutLead = people.filter(({ role }) => role !== 'lead')
    expect(findApprover(aGuideline(), rep, withoutLead)).toEqual({ approver: 'Olga' })
    expect(findApprover(aGuideline({ owner: 'Gone' }), rep, withoutLead)).toMatchObject({
      whyNot: /has left/,
    })
    const own = findApprover(
      aGuideline({ authorities: [anAuthority({ beyond: null })] }),
      { name: 'Olga', role: 'owner', cost: 1 },
      people,
    )
    expect(own).toMatchObject({ whyNot: expect.stringMatching(/own exception/) })
  })

  it('is answered once, in time, by the one who was asked; then the default holds', () => {
    const asked = { who: 'Lena', reason: 'Yes', now: noon }
    expect(whyNotAnswerException(exception, asked)).toBeNull()
    expect(whyNotAnswerException(exception, { ...asked, who: 'Rita' })).toMatch(/asked for it/)
    expect(whyNotAnswerException(exception, { ...asked, who: 'Olga' })).toMatch(/Lena was asked/)
    expect(whyNotAnswerException(exception, { ...asked, now: exception.due })).toMatch(
      /time to answer is over/,
    )
    expect(defaultNow(exception, exception.due - 1)).toBeNull()
    expect(defaultNow(exception, exception.due)).toBe('granted')
  })
})

describe('the queue', () => {
  const one = (given: Partial<Waiting> = {}): Waiting => ({
    id: 'a',
    since: noon,
    contacts: 1,
    emotion: null,
    stakes: [],
    due: null,
    isHandedTo: false,
    hasAnswered: false,
    isUndelivered: false,
    isBack: false,
    isBegun: false,
    ...given,
  })

  it('puts our own broken word first, then harm, then anger, then patience', () => {
    const order = orderQueue(
      [
        one({ id: 'patient', since: noon - 9 * dayMs }),
        one({ id: 'angry', emotion: 'anger', contacts: 4 }),
        one({ id: 'harm', stakes: ['harm'] }),
        one({ id: 'promised', due: noon - 1 }),
      ],
      noon,
    )
    expect(order.map(({ id }) => id)).toEqual(['promised', 'harm', 'angry', 'patient'])
    expect(order[2]?.reasons.map(({ words }) => words)).toEqual(['angry', 'fourth contact', 'just wrote'])
  })

  const waiting = fc.record({
    id: fc.uuid(),
    since: fc.option(fc.integer({ min: noon - 20 * dayMs, max: noon })),
    contacts: fc.integer({ min: 1, max: 9 }),
    emotion: fc.constantFrom(null, 'anger', 'worry', 'joy'),
    stakes: fc.subarray(['harm', 'leaving', 'deadline'] as const),
    due: fc.option(fc.integer({ min: noon - dayMs, max: noon + 9 * dayMs })),
    isHandedTo: fc.boolean(),
    hasAnswered: fc.boolean(),
    isUndelivered: fc.boolean(),
    isBack: fc.boolean(),
    isBegun: fc.boolean(),
  })

  it('does not depend on the order of what comes in, and more need never moves anyone down', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(waiting, { selector: ({ id }) => id, minLength: 1, maxLength: 12 }),
        (all) => {
          const order = orderQueue(all, noon).map(({ id }) => id)
          expect(orderQueue(all.toReversed(), noon).map(({ id }) => id)).toEqual(order)
          const [first] = all
          if (first === undefined) return
          const worse = all.map((other) =>
            other === first ? { ...first, due: noon - 1, isHandedTo: true } : other,
          )
          const after = orderQueue(worse, noon).map(({ id }) => id)
          expect(after.indexOf(first.id)).toBeLessThanOrEqual(order.indexOf(first.id))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('options', () => {
  const facts = { contacts: 1, lastingDays: 0, channels: [], daysSinceGrant: null }
  const rank = (outcomes: Readonly<Record<string, readonly [number, number]>>) =>
    rankOptions(
      [
        anOption({ id: 'a', value: 1 }),
        anOption({ id: 'b', value: 2 }),
        anOption({ id: 'c', conditions: [{ kind: 'contacts', least: 2 }] }),
      ],
      facts,
      (id) => {
        const [number, settled] = outcomes[id] ?? [0, 0]
        return { given: number, settled, confirmed: 0 }
      },
    )

  it('go by what worked, and what may not be given comes last', () => {
    expect(rank({ a: [100, 90], b: [8, 8] }).map(({ option }) => option.id)).toEqual(['a', 'b', 'c'])
    expect(rank({ a: [100, 60], b: [40, 38] }).map(({ option }) => option.id)).toEqual(['b', 'a', 'c'])
    expect(rank({}).map(({ option }) => option.id)).toEqual(['b', 'a', 'c'])
  })

  it('say how much is known', () => {
    const [first, second] = rank({ a: [10, 8], b: [2, 2] })
    expect(first === undefined ? '' : sayEvidence(first.evidence)).toBe(
      '80 % of 10 did not come back within 30 days (49 to 94 %).',
    )
    expect(second === undefined ? '' : sayEvidence(second.evidence)).toMatch(/Given 2 times.*too few to say/)
    expect(sayEvidence({ kind: 'none' })).toMatch(/nothing is known/)
  })
})

test('a pattern is told as a fact about us first, and only where it stands out', () => {
  const earlier = [1, 2, 3].map((day) => ({ at: noon - day * dayMs, cost: 1 }))
  const counts = [...Array.from({ length: 99 }, () => 1), 3]
  expect(findPatterns(earlier, { counts, now: noon })[0]?.words).toMatch(
    /3 times in 90 days; 1 of 100 .*ours/,
  )
  expect(findPatterns(earlier, { counts: counts.slice(-20), now: noon })).toEqual([])
  expect(findPatterns(earlier.slice(0, 1), { counts, now: noon })).toEqual([])
})

test('a grant and its cost stay on the record', () => {
  const state = followSteps(
    told(
      { kind: 'granted', grant: 'g1', given, because: 'ours' },
      { kind: 'promised', what: 'Money by Friday', due: noon + dayMs },
      { kind: 'promiseKept', what: 'Money by Friday' },
    ),
  )
  expect(state.grants).toMatchObject([{ id: 'g1', given: { cost: 4000 } }])
  expect(state.promises).toMatchObject([{ what: 'Money by Friday', isKept: true, isOverdue: false }])
  expect([rita, customer, { kind: 'clock' } as const].map(sayActor)).toEqual([
    'Rita',
    'The customer',
    'The clock',
  ])
})
