import { expect, test } from 'vitest'
import { parseRating } from './parse-rating.ts'

test('a number is read with the words around it', () => {
  const written = {
    '4': 4,
    '4,5': 4.5,
    '4/5': 4,
    '80 %': 80,
    '5 stars': 5,
    '1 star': 1,
    '3 Sterne': 3,
    '4★': 4,
    '4 out of 5': 4,
    'Rated 4.5 out of 5 stars': 4.5,
    '3 von 5 Sternen': 3,
    '★★★★☆': 4,
    '⭐️⭐️': 2,
    ONE: 1,
    Five: 5,
    '5 - Very satisfied': 5,
    '0 = Not at all likely': 0,
    '2. Unzufrieden': 2,
    '4 (Good)': 4,
    'Good (4)': 4,
  }
  expect(Object.fromEntries(Object.keys(written).map((text) => [text, parseRating(text)]))).toEqual(written)
})

test('what is no rating is none', () => {
  const none = [
    'Good',
    '☆☆☆☆☆',
    '2024-03-01',
    '12.05.2024',
    '9:30',
    '5 days',
    'Room 4',
    'Ann (27) and Bob',
    '3 - 4',
  ]
  expect(none.filter((text) => !Number.isNaN(parseRating(text)))).toEqual([])
})
