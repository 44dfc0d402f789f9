import { describe, expect, it } from 'vitest'
import type { Report } from '../../../contract/report.ts'
import { type Sentence, sayOverview } from './say-overview.ts'

const share = { value: 0.71, low: 0.69, high: 0.73, n: 5100 }
const cause = (id: string, low: number, high: number) => ({
  id,
  name: id,
  contacts: 10,
  low,
  mid: (low + high) / 2,
  high,
  issues: 8,
  pattern: 'flat' as const,
  projection: '',
  lines: { handling: 0, handOffs: 0, goodwill: 0, lost: 0, silent: 0, wordOfMouth: 0 },
  customersLost: { cannotSay: 'nobody says who left' },
})
const costRest = {
  assumptions: [],
  lines: [],
  unsaid: [],
  fan: [],
  weekOfDelay: { low: 1, mid: 1, high: 1 },
  swings: [],
  simulation: { seed: 1, draws: 1, error: { low: 0, mid: 0, high: 0 } },
}

const full: Report = {
  version: 1,
  sources: [],
  setAside: [],
  period: { from: '2025-01-06T12:00:00Z', to: '2025-07-06T12:00:00Z' },
  counts: {
    interactions: 24100,
    customers: 4120,
    contactsWithoutCustomer: 0,
    cases: 6240,
    contacts: 7402,
    issues: 5306,
    teams: 6,
    agents: 40,
  },
  returns: [],
  repeats: [],
  firstContactResolution: [{ windowDays: 30, issues: 5306, observed: 5100, resolved: 3621, share }],
  handOffs: {
    cases: { cases: 7554, withHandOff: 3820, handOffs: 9454, most: 31, pingPong: 1258 },
    issues: { cannotSay: 'no customer' },
    spoken: { cannotSay: 'no text' },
  },
  causes: [],
  newCauses: [],
  nextNeeds: [],
  coverage: { cannotSay: 'no text' },
  endpoint: null,
  posture: { cannotSay: 'no text' },
  postures: { teams: [], causes: [], guidelines: [] },
  emotions: { cannotSay: 'no text' },
  costOfDoingNothing: {
    currency: 'EUR',
    months: 12,
    low: 1,
    mid: 2,
    high: 3,
    byCause: Array.from({ length: 12 }, (_, index) =>
      cause(`c${index}`, 1000 * (12 - index), 2000 * (12 - index)),
    ),
    dearest: { causes: 10, low: 75_000, mid: 100_000, high: 130_000 },
    ...costRest,
  },
}

const aloud = (sentences: readonly Sentence[]) =>
  sentences.map((sentence) =>
    sentence
      .map((phrase) => (typeof phrase === 'string' ? phrase : phrase.figure))
      .join('')
      .replaceAll('\u00a0', ' '),
  )
const linksOf = (sentences: readonly Sentence[]) =>
  sentences.flatMap((sentence) =>
    sentence.flatMap((phrase) => (typeof phrase === 'string' ? [] : [phrase.href])),
  )

describe('the overview opens with the answer', () => {
  it('says of records in which nobody came that they hold no contact, and nothing else', () => {
    const counts = { ...full.counts, interactions: 240, customers: 36, contacts: 0, issues: 0 }
    expect(aloud(sayOverview({ ...full, counts }, 'main'))).toEqual([
      'Your records hold 240 interactions of 36 people, and in none of them did anybody turn to you: answers to surveys, and what systems note, are no contacts.',
    ])
  })

  it('says who came, who had to come back and what leaving it alone costs', () => {
    // Of twelve causes the ten largest: 1000 * (12 + 11 + … + 3) = 75,000 to twice that.
    expect(aloud(sayOverview(full, 'demo'))).toEqual([
      'Between 6 Jan 2025 and 6 Jul 2025, 4,120 people came to you with 5,306 issues.',
      'For three in ten of them they had to come back.',
      'Left alone, the ten dearest causes will cost € 75,000 to € 130,000 over the next twelve months.',
    ])
  })

  it('opens the evidence of each figure', () => {
    expect(linksOf(sayOverview(full, 'demo'))).toEqual([
      '/w/demo/issues',
      '/w/demo/issues',
      '/w/demo/issues?minContacts=2',
      '/w/demo/cost?without=-%2Cc10%2Cc11',
    ])
  })

  it('says so when nobody had to come back', () => {
    const all = { ...share, value: 1, low: 0.99, high: 1 }
    const report = {
      ...full,
      firstContactResolution: [{ windowDays: 30, issues: 9, observed: 9, resolved: 9, share: all }],
    }
    expect(aloud(sayOverview(report, 'demo'))[1]).toBe(
      'For none of them did anyone have to come back within 30 days.',
    )
  })
})

it('tells what the largest cause costs, and where there is none everything together', () => {
  const nothing = { ...cause('', 9000, 9900), name: 'About nothing that was recognised' }
  const priced = (
    byCause: (typeof nothing)[],
    dearest: { causes: number; low: number; mid: number; high: number },
  ): Report => ({
    ...full,
    costOfDoingNothing: {
      currency: 'EUR',
      months: 6,
      low: 1000,
      mid: 1500,
      high: 2000,
      byCause,
      dearest,
      ...costRest,
    },
  })
  expect(
    aloud(
      sayOverview(
        priced([nothing, cause('c1', 100, 200)], { causes: 1, low: 100, mid: 150, high: 200 }),
        'demo',
      ),
    )[2],
  ).toBe('Left alone, the dearest cause will cost € 100 to € 200 over the next 6 months.')
  expect(aloud(sayOverview(priced([nothing], { causes: 0, low: 0, mid: 0, high: 0 }), 'demo'))[2]).toBe(
    'Left alone, these contacts will cost € 1,000 to € 2,000 over the next 6 months.',
  )
})

describe('where something cannot be said, the overview says that, and why', () => {
  const noCustomer = { cannotSay: 'No column names a customer.' }
  const bare: Report = {
    ...full,
    counts: { ...full.counts, customers: noCustomer, issues: noCustomer, cases: 7554, contacts: 7554 },
    firstContactResolution: noCustomer,
    costOfDoingNothing: { cannotSay: 'the records carry no times' },
  }

  it('without customers it turns to the cases and who was passed on', () => {
    expect(aloud(sayOverview(bare, 'demo'))).toEqual([
      'Your records hold 7,554 contacts. How many people are behind them, and who had to come back, cannot be said: no column names a customer.',
      'Half of the cases were passed on to another team.',
      'What doing nothing costs cannot be said: the records carry no times.',
    ])
  })

  it('without teams either it leaves the second sentence out', () => {
    const report = { ...bare, handOffs: { ...bare.handOffs, cases: { cannotSay: 'no column names a team' } } }
    expect(aloud(sayOverview(report, 'demo'))).toHaveLength(2)
  })

  it('with customers whose return cannot be told it gives the reason', () => {
    const report = { ...full, firstContactResolution: { cannotSay: 'the records carry no times' } }
    expect(aloud(sayOverview(report, 'demo'))[1]).toBe(
      'Who had to come back cannot be said: the records carry no times.',
    )
  })

  it('says who came back about anything where it cannot be told whether it was the same', () => {
    const week = { windowDays: 7, contacts: 800, followed: 400, observed: 780, followedObserved: 395 }
    const report = {
      ...full,
      returns: [{ ...week, share: { value: 0.506, low: 0.47, high: 0.54, n: 780 } }],
      firstContactResolution: { cannotSay: 'no causes' },
    }
    expect(aloud(sayOverview(report, 'demo'))[1]).toBe(
      'After half of these contacts the same person came back within 7 days; whether about the same cannot be said.',
    )
    expect(linksOf(sayOverview(report, 'demo'))).toContain('/w/demo/contacts?followedWithin=7')
  })

  it('without times it leaves the period out', () => {
    const report = { ...full, period: { cannotSay: 'no times' } }
    expect(aloud(sayOverview(report, 'demo'))[0]).toBe('4,120 people came to you with 5,306 issues.')
  })

  it('with customers but no issues it counts contacts', () => {
    const report = {
      ...full,
      counts: { ...full.counts, customers: 1, contacts: 1, issues: { cannotSay: 'no times' } },
    }
    expect(aloud(sayOverview(report, 'demo'))[0]).toBe(
      'Between 6 Jan 2025 and 6 Jul 2025, 1 person came to you with 1 contact.',
    )
  })

  it('while no issue was watched long enough it says what it can', () => {
    const young = [{ windowDays: 30, issues: 4, observed: 0, resolved: 0, share: { cannotSay: 'too young' } }]
    const report = {
      ...full,
      firstContactResolution: young,
      handOffs: { ...full.handOffs, cases: noCustomer },
    }
    expect(aloud(sayOverview(report, 'demo'))[1]).toBe(
      'Who had to come back cannot be said: no issue has been watched for long enough.',
    )
  })
})
