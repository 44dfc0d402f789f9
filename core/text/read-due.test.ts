import { expect, test } from 'vitest'
import { toIso } from '../base/time.ts'
import { readDue } from './read-due.ts'

// A Monday.
const said = Date.UTC(2026, 2, 2, 15)
const due = (sentence: string) => {
  const at = readDue(sentence, said)
  return at === null ? null : toIso(at)
}

test.each([
  ['You will hear from us within 24 hours.', '2026-03-03T15:00:00Z'],
  ['Somebody calls you in an hour', '2026-03-02T16:00:00Z'],
  ['It takes 3-5 business days.', '2026-03-10T00:00:00Z'],
  ['It takes three to five days.', '2026-03-08T00:00:00Z'],
  ['I promise that you will have an answer by Friday.', '2026-03-07T00:00:00Z'],
  ['on Monday', '2026-03-10T00:00:00Z'],
  ['somebody will call you by the 7th of March', '2026-03-08T00:00:00Z'],
  ['by January 31', '2027-02-01T00:00:00Z'],
  ['Tomorrow it will be sorted', '2026-03-04T00:00:00Z'],
  ['by the end of the day', '2026-03-03T00:00:00Z'],
  ['by the end of this week', '2026-03-09T00:00:00Z'],
  ['some time next week', '2026-03-16T00:00:00Z'],
  ['by the end of the month', '2026-04-01T00:00:00Z'],
])('%s is due at %s', (sentence, at) => {
  expect(due(sentence)).toBe(at)
})

test('no time named is no time known', () => {
  for (const sentence of [
    '',
    'As soon as possible.',
    'in a few days',
    'I may look into it.',
    'by the 45th of May',
    '5 markets',
    'decide 3 times',
  ])
    expect(due(sentence)).toBeNull()
})
