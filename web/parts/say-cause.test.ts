import { expect, it } from 'vitest'
import type { CauseRow } from '../../contract/screens.ts'
import type { Sentence } from './overview/say-overview.ts'
import { sayCause } from './say-cause.ts'

const share = { value: 0.049, low: 0.044, high: 0.055, n: 5306 }
const cause: CauseRow = {
  id: 'c1',
  name: 'I cannot log in',
  theme: null,
  from: 'text',
  issues: 181,
  contacts: 259,
  customers: 168,
  share,
  words: [],
  summary: null,
  examples: [],
  weeks: [],
  repeatShare: { value: 0.3, low: 0.25, high: 0.36, n: 259 },
}

const aloud = (sentences: readonly Sentence[]) =>
  sentences
    .map((sentence) =>
      sentence.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.figure)).join(''),
    )
    .join(' ')
    .replaceAll('\u00a0', ' ')

it('says how many people, issues and contacts, and how often again', () => {
  expect(aloud(sayCause(cause, 'demo'))).toBe(
    '168 people came with 181 issues in 259 contacts, 4.9 % of all. Three in ten of these contacts were from people who came back with an issue they had before.',
  )
})

it('says what it cannot', () => {
  const bare = { ...cause, customers: { cannotSay: 'x' }, issues: { cannotSay: 'x' }, repeatShare: null }
  expect(aloud(sayCause(bare, 'demo'))).toBe(
    '259 contacts about this, 4.9 % of all. How many of these people came back cannot be said: contacts are not joined to issues.',
  )
})
