import { describe, expect, it } from 'vitest'
import { caseIdOf, causeId, customerId } from '../../base/ids.ts'
import { dayMs } from '../../base/time.ts'
import { anInteraction } from '../../interactions/test-kit.ts'
import type { Tally } from '../tally.ts'
import { emptyCounts, emptyTally, sumCounts } from '../tally.ts'
import { sumRatings, sumRatingsOfCause, sumSurveys } from './sum-ratings.ts'
import { addRatings } from './tally-ratings.ts'

type Given = { readonly rating: number | null; readonly source?: string; readonly backAfterDays?: number }

const noEdge = { edge: [], notFollowed: null }
const cause = causeId('late')

/** Contacts of known customers on the first of forty days, each with a rating and the days after which they came again. */
function tallyOf(given: readonly Given[]): Tally {
  const counts = emptyCounts()
  given.forEach(({ rating, source = 'desk', backAfterDays = null }, index) => {
    const opener = anInteraction({ id: `i${index}`, at: 0, source, rating, caseId: caseIdOf(`c${index}`) })
    const minutesToNext = backAfterDays === null ? null : backAfterDays * 24 * 60
    const contact = { opener, interactions: [opener], at: 0, rating, cause, minutesToNext }
    counts.contacts += 1
    counts.customers += 1
    const record = { customer: customerId('account:ann'), isKnown: true, interactions: [opener] }
    addRatings(counts.ratings, { record, contacts: [contact] })
  })
  return { ...emptyTally(), counts: sumCounts([counts]), firstAt: 0, lastAt: 40 * dayMs }
}

function times(count: number, given: Given): readonly Given[] {
  return Array.from({ length: count }, () => given)
}

function known(given: readonly Given[]) {
  const ratings = sumRatings(tallyOf(given), noEdge)
  if (ratings === null || 'cannotSay' in ratings) throw new Error('expected ratings')
  return ratings
}

describe('ratings added up', () => {
  it('say how many rated, how it is spread, and who came back all the same', () => {
    // Of 40 contacts 10 gave 1 and 20 gave 5: (10 + 100) / 30. Two of the best came back within a week, one after eight days.
    const { rated, scales } = known([
      ...times(10, { rating: 1, backAfterDays: 1 }),
      ...times(17, { rating: 5 }),
      ...times(2, { rating: 5, backAfterDays: 6 }),
      { rating: 5, backAfterDays: 8 },
      ...times(10, { rating: null }),
    ])
    expect(rated).toMatchObject({ value: 0.75, n: 40 })
    expect(scales).toMatchObject([
      {
        ...{ source: 'desk', contacts: 30, lowest: 1, highest: 5 },
        average: { value: 110 / 30, n: 30 },
        values: [
          { lowest: 1, highest: 1, contacts: 10, returned: { value: 1, n: 10 } },
          { lowest: 5, highest: 5, contacts: 20, returned: { value: 0.1, n: 20 } },
        ],
        halves: { lower: { contacts: 10 }, higher: { contacts: 20 } },
      },
    ])
  })

  it('are none where nobody rated anything', () => {
    expect(sumRatings(tallyOf(times(5, { rating: null })), noEdge)).toBeNull()
    expect(sumRatingsOfCause(tallyOf(times(5, { rating: null })), cause)).toEqual([])
  })

  it('of two sources are never put together, the larger first', () => {
    const { scales } = known([...times(30, { rating: 4 }), ...times(40, { rating: 9, source: 'survey' })])
    expect(scales.map(({ source, contacts, highest }) => [source, contacts, highest])).toEqual([
      ['survey', 40, 9],
      ['desk', 30, 4],
    ])
  })

  it('have no half for the middle of the scale', () => {
    const { halves } = known([1, 3, 5].map((rating) => ({ rating }))).scales[0] ?? {}
    expect(halves).toMatchObject({ lower: { highest: 1, contacts: 1 }, higher: { lowest: 5, contacts: 1 } })
  })

  it.each<[string, readonly Given[]]>([
    ['fewer than thirty', times(29, { rating: 4 }).concat({ rating: null })],
    ['one and the same rating', times(40, { rating: 4 })],
    ['the codes of a help desk', [...times(40, { rating: -103 }), ...times(40, { rating: 100 })]],
    ['fractions among them', [...times(40, { rating: 4 }), ...times(40, { rating: 2 }), { rating: 4.37 }]],
  ])('have no average of %s', (_, given) => {
    expect(known(given).scales[0]?.average).toHaveProperty('cannotSay')
  })

  it('of a cause are averaged on the scale of the whole source', () => {
    const tally = tallyOf([...times(29, { rating: 5 }), { rating: 1 }])
    expect(sumRatingsOfCause(tally, cause)).toMatchObject([
      { source: 'desk', lowest: 1, highest: 5, average: { n: 30, value: 146 / 30 } },
    ])
  })

  it('of what belongs to no contact are only counted', () => {
    const tally = tallyOf(times(3, { rating: null }))
    tally.counts.ratings.alone = 7
    expect(sumRatings(tally, noEdge)).toHaveProperty('cannotSay')
  })

  it('of surveys that name no case are said by survey, beside the contacts', () => {
    const { ratings, ...counts } = emptyCounts()
    const answers = [0, 3, 3, 10, 7.25, null].map((rating, index) =>
      anInteraction({ id: `a${index}`, kind: 'survey', source: index === 3 ? 'shop' : 'nps', rating }),
    )
    const inCase = anInteraction({ id: 'b', kind: 'survey', source: 'nps', rating: 5, caseId: caseIdOf('c') })
    const record = { customer: customerId('account:ann'), isKnown: true, interactions: [...answers, inCase] }
    addRatings(ratings, { record, contacts: [] })
    const interactions = record.interactions.length
    const tally = { ...emptyTally(), counts: sumCounts([{ ...counts, interactions, ratings }]) }
    expect(ratings.alone).toBe(6)
    expect(sumSurveys(tally)).toMatchObject([
      {
        ...{
          source: 'nps',
          lowest: 0,
          highest: 3,
          answers: 3,
          uneven: 1,
          average: { cannotSay: expect.any(String) },
        },
        values: [
          { rating: 0, answers: 1 },
          { rating: 3, answers: 2 },
        ],
      },
      { source: 'shop', answers: 1, values: [{ rating: 10, answers: 1 }] },
    ])
    expect(sumRatings(tally, noEdge)).toHaveProperty('cannotSay')
    const older = sumCounts([tally.counts, { ...emptyCounts(), interactions: 1000 }])
    expect(sumSurveys({ ...tally, counts: older })).toHaveProperty('cannotSay')
  })

  it('are not said of a reading that began before they were counted and was moved since', () => {
    const tally = tallyOf(times(50, { rating: 4 }))
    const older = sumCounts([tally.counts, { ...emptyCounts(), contacts: 1000 }])
    expect(sumRatings({ ...tally, counts: older }, noEdge)).toHaveProperty('cannotSay')
    expect(sumRatingsOfCause({ ...tally, counts: older }, cause)).toEqual([])
  })
})
