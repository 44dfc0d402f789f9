import { expect, it } from 'vitest'
import type { ChangeRow, ChangeValueJson, VerdictJson } from '../../../contract/changes.ts'
import {
  sayAvoided,
  sayBrought,
  sayChanges,
  sayEstimateThen,
  sayOutcomeSoFar,
  sayPayback,
  sayWorse,
} from './say-change.ts'

const value: ChangeValueJson = {
  currency: 'EUR',
  months: 12,
  doNothing: { low: 1, mid: 2, high: 3 },
  saved: { low: 1, mid: 2, high: 3 },
  netValue: { low: 1, mid: 2, high: 3 },
  paybackMonths: { low: 1, mid: 5, high: null },
  worseThanNothing: { value: 0, standardError: 0, draws: 10_000 },
  waitingWeek: { low: 1, mid: 2, high: 3 },
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

it('says of each number whether contacts became fewer or more', () => {
  expect(sayAvoided({ value: 86, low: 58, high: 125 })).toBe(
    '86 contacts fewer, between 58 fewer and 125 fewer',
  )
  expect(sayAvoided({ value: -1, low: -20, high: 3 })).toBe('1 contact more, between 20 more and 3 fewer')
})

it('does not take what no draw showed for impossible', () => {
  expect(plain(sayWorse(value))).toBe('below 0.1 %')
})

it('says when a change is paid back, and when it may not be', () => {
  expect(plain(sayPayback(value))).toBe('Paid back after 5 months, perhaps not within 12')
  const never = { ...value, paybackMonths: { low: null, mid: null, high: null } }
  expect(plain(sayPayback(never))).toBe('Not paid back within 12 months')
})

const verdict: VerdictJson = {
  kind: 'better',
  sentence: 'Better: fewer came.',
  guards: [],
  avoided: { value: 86, low: 58, high: 125, days: 89 },
  moneyKept: { value: 575, low: 155, high: 2080, currency: 'EUR' },
}
const brought =
  'Over 89 days 86 contacts fewer, between 58 fewer and 125 fewer; at today’s costs € 575, between € 155 and € 2,080 saved.'

function plannedWith(known: ChangeValueJson | { cannotSay: string }): ChangeRow {
  const figures = { value: known, verdict: null, assumptions: [], readAt: null }
  const range = { low: 1, mid: 2, high: 3 }
  return {
    id: 1,
    plan: {
      what: 'A new layout for the bill',
      owner: 'Billing',
      scope: { causes: [], channels: [], segments: [] },
      effect: range,
      costToMake: range,
      costToRun: range,
      leadDays: 1,
      promise: null,
      adjusts: null,
    },
    state: 'started',
    startedOn: '2026-04-01',
    decisions: [
      { step: 'planned', who: 'Ann', reason: '', on: '2026-03-02', at: '2026-03-02T09:00:00Z', figures },
      {
        step: 'started',
        who: 'Ann',
        reason: '',
        on: '2026-04-01',
        at: '2026-04-01T09:00:00Z',
        figures: { ...figures, value: { cannotSay: 'this is not the day of the plan' } },
      },
    ],
    nextSteps: [],
    value: { cannotSay: 'this is the value of today' },
    verdict,
  }
}

it('says the estimate of the day on which a change was planned, in the money of that day', () => {
  expect(plain(sayEstimateThen(plannedWith({ ...value, currency: 'CHF' })))).toBe(
    'Estimated on 2 Mar 2026 to save CHF 2, between CHF 1 and CHF 3, over 12 months.',
  )
  expect(sayEstimateThen(plannedWith({ cannotSay: 'no cost was known' }))).toMatch(/could not be said/)
})

it('says what came so far, and leaves it out where the verdict cannot say', () => {
  expect(plain(sayOutcomeSoFar(verdict))).toBe(brought)
  const unsure: VerdictJson = { ...verdict, kind: 'cannotSay', sentence: 'Cannot say, because it is early.' }
  expect(sayOutcomeSoFar(unsure)).toBe('Cannot say, because it is early.')
})

it('says what a change brought without money where its cost is not known', () => {
  const priceless = { ...verdict, moneyKept: { cannotSay: 'no cost' } }
  expect(sayBrought(priceless)).toBe('Over 89 days 86 contacts fewer, between 58 fewer and 125 fewer.')
  expect(sayBrought({ ...verdict, avoided: { cannotSay: 'nothing could be compared' } })).toBeNull()
})

it('opens the list of changes with what came of them', () => {
  const started = { startedOn: '2026-04-01', state: 'started' } as const
  const planned = { startedOn: null, state: 'planned', verdict: null } as const
  const unclear = { ...started, verdict: { ...verdict, kind: 'cannotSay' as const } }
  expect(sayChanges([{ ...started, verdict }, unclear, unclear, planned])).toBe(
    '3 changes have started: 1 helped and of 2 it cannot be said. 1 plan waits for a decision.',
  )
  expect(sayChanges([{ ...started, verdict: null }])).toBe('1 change has started.')
  expect(sayChanges([{ ...planned, state: 'declined' }])).toBe('No change is open.')
})
