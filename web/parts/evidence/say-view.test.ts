import { expect, it } from 'vitest'
import { sayContactView, sayNext } from './say-view.ts'

const unnamed = { causeName: null, sourceName: null, ratingNames: {} }
const named = { ...unnamed, sourceName: 'tickets.csv' }

it('a list of evidence says what it holds', () => {
  expect(sayContactView({}, unnamed)).toBe('All contacts')
  expect(sayContactView({ followedWithin: '7', about: 'same' }, unnamed)).toBe(
    'Contacts followed by another about the same within 7 days',
  )
  expect(
    sayContactView({ cause: 'c1', week: '2025-03-03' }, { ...unnamed, causeName: 'Where is my refund' }),
  ).toBe('Contacts about “Where is my refund”, in the week of 3 Mar 2025')
  expect(sayContactView({ rating: '4..5', source: 'desk', followedWithin: '7' }, named)).toBe(
    'Contacts rated 4 to 5, from “tickets.csv”, followed by another of the same customer within 7 days',
  )
  const ratingNames = { desk: { 2: 'Good' } }
  expect(sayContactView({ rating: '2', source: 'desk' }, { ...named, ratingNames })).toBe(
    'Contacts rated 2 (Good), from “tickets.csv”',
  )
})

it('a return is said in hours or days', () => {
  expect([0.01, 0.5, 3.2].map(sayNext)).toEqual([
    'came again within the hour',
    'came again 12 hours later',
    'came again 3 days later',
  ])
})
