import { expect, it } from 'vitest'
import type { ScaleJson } from '../../../contract/ratings.ts'
import { nameRating } from './name-rating.ts'
import {
  hrefsOf,
  type KnownRatings,
  sayInterval,
  sayLeftOut,
  sayRated,
  sayRating,
  saySurveys,
  saySurveyView,
} from './say-ratings.ts'

const scale: ScaleJson = {
  ...{ source: 'desk', lowest: 1, highest: 5, contacts: 730 },
  average: { value: 3.1575, low: 3.0526, high: 3.2616, n: 730 },
  values: [],
  halves: { cannotSay: 'all gave 5' },
}
const ratings: KnownRatings = {
  rated: { value: 0.1785, low: 0.1671, high: 0.1905, n: 4090 },
  alone: 0,
  uneven: 0,
  scales: [scale],
}

it('says who is heard in ratings, and that sources are kept apart where there are several', () => {
  expect(sayRated(ratings)).toMatch(
    /18\s% of 4,090 contacts were rated .*What the others think is not known\.$/,
  )
  expect(sayRated({ ...ratings, scales: [scale, scale] })).toContain('Each source by itself')
})

it('says how sure an average is, and a rating or several', () => {
  expect(sayInterval(scale, { value: 3.1575, low: 3.0526, high: 3.2616, n: 730 }, {})).toBe(
    'between 1 and 5 as given (3.05 to 3.26, of 730 ratings)',
  )
  expect(
    [
      { lowest: 4, highest: 4 },
      { lowest: 4, highest: 5 },
    ].map((one) => sayRating(one, {}, 'desk')),
  ).toEqual(['4', '4 to 5'])
})

it('says the word for a number where its source has one', () => {
  const names = { desk: { 1: 'Bad', 2: 'Good' } }
  expect([nameRating(names, 'desk', 2), nameRating(names, 'shop', 2), nameRating(names, 'desk', 3)]).toEqual([
    '2 (Good)',
    '2',
    '3',
  ])
  const interval = sayInterval(
    { source: 'desk', lowest: 1, highest: 2 },
    { value: 1.5, low: 1.4, high: 1.6, n: 60 },
    names,
  )
  expect(interval).toMatch(/^between 1 \(Bad\) and 2 \(Good\) as given/)
  expect(saySurveyView({ rating: '1..2', source: 'desk' }, names)).toBe('Answers rated 1 (Bad) to 2 (Good)')
})

it('says what is left out, where anything is', () => {
  expect(sayLeftOut(ratings, [])).toBeNull()
  expect(sayLeftOut({ ...ratings, alone: 1, uneven: 12 }, [])).toBe(
    '1 more rating in no contact. 12 ratings in no bar: neither whole nor half steps.',
  )
})

it('opens the contacts of a rating, of one source where several rate', () => {
  const one = { lowest: 4, highest: 5 }
  expect(hrefsOf('w', ratings, scale)(one, { followedWithin: 7 })).toBe(
    '/w/w/contacts?rating=4..5&followedWithin=7',
  )
  expect(hrefsOf('w', { ...ratings, scales: [scale, scale] }, scale)({ lowest: 4, highest: 4 })).toBe(
    '/w/w/contacts?rating=4&source=desk',
  )
})

it('says of answers that name no case what they can’t tell, and counts them once', () => {
  const survey = {
    source: 'nps',
    lowest: 0,
    highest: 10,
    answers: 3,
    uneven: 1,
    average: scale.average,
    values: [],
  } as const
  expect(saySurveys([survey])).toMatch(
    /^4 answers name no case, so nothing tells which contact they are about\./,
  )
  expect(saySurveys([{ ...survey, answers: 1, uneven: 0 }])).toContain('1 answer names no case')
  expect(sayLeftOut({ ...ratings, alone: 5 }, [survey])).toBe('1 more rating in no contact.')
  expect(sayLeftOut({ ...ratings, alone: 4 }, [survey])).toBeNull()
  expect(saySurveyView({ rating: '9..10' }, {})).toBe('Answers rated 9 to 10')
})
