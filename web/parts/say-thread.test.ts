import { expect, it } from 'vitest'
import type { Thread } from '../../contract/thread.ts'
import { sayPromise, sayThread } from './say-thread.ts'

const thread: Thread = {
  minutes: 12 * 24 * 60,
  contacts: [
    {
      at: 0,
      emotion: 'worry',
      effort: 0,
      channel: 'phone',
      source: 'desk',
      rating: null,
      isMomentOfTruth: false,
    },
    {
      at: 6000,
      emotion: 'anger',
      effort: 1,
      channel: 'email',
      source: 'desk',
      rating: 2,
      isMomentOfTruth: true,
    },
  ],
  waits: [
    { from: 0, to: 60 },
    { from: 6000, to: 6000 + 2 * 24 * 60 },
  ],
  lanes: [
    { team: 'Billing', blocks: [] },
    { team: 'Returns', blocks: [] },
  ],
  handOffs: [
    { at: 1, fromTeam: 'Billing', toTeam: 'Returns' },
    { at: 2, fromTeam: 'Returns', toTeam: 'Billing' },
  ],
  spokenHandOffs: [1],
  promises: [
    { at: 1, due: '2026-03-07T00:00:00Z', state: 'broken', interaction: 'a' },
    { at: 2, due: null, state: 'kept', interaction: 'b' },
  ],
}

it('tells a thread to those who do not see it', () => {
  expect(sayThread(thread, {})).toBe(
    '2 contacts by phone and email over 12 days. Waited twice, 2 days at most. Passed on twice between Billing and Returns, and told so once. 2 promises: 1 kept and 1 broken. Rated 2. The moment of truth was the second contact (anger).',
  )
})

it('says what a rating means where its source has words', () => {
  expect(sayThread(thread, { desk: { 2: 'Bad' } })).toContain('Rated 2 (Bad).')
})

it('says nothing of what did not happen', () => {
  const [first] = thread.contacts
  const contacts = first === undefined ? [] : [{ ...first, channel: null }]
  const quiet = { ...thread, contacts, waits: [], lanes: [], handOffs: [], spokenHandOffs: [], promises: [] }
  expect(sayThread(quiet, {})).toBe('1 contact.')
})

it('says one of a kind as one', () => {
  const single = { ...thread, handOffs: thread.handOffs.slice(0, 1), promises: thread.promises.slice(0, 1) }
  expect(sayThread(single, {})).toContain(
    'Passed on once, from Billing to Returns, and told so once. One promise, broken.',
  )
})

it('says of a promise by when it was due and what became of it', () => {
  expect(thread.promises.map(sayPromise)).toEqual([
    'Promised by 6 Mar 2026: broken, the customer had to come back.',
    'Promised, without a day: kept, the company came back by itself.',
  ])
})
