import { expect, test } from 'vitest'
import { sayFound, sayWaiting } from './say-search.ts'

const asked = { words: 'refund', from: undefined, channel: undefined }

test('what was found is said with its count, or with the least that it is', () => {
  expect(sayFound({ total: 1, isAtLeast: false }, asked)).toBe('1 message contains “refund”, newest first.')
  expect(sayFound({ total: 1000, isAtLeast: true }, { ...asked, words: 'my refund', from: 'customer' })).toBe(
    '1,000 or more messages of customers contain these words, newest first.',
  )
  expect(sayFound({ total: 7, isAtLeast: false }, { ...asked, channel: 'chat' })).toBe(
    '7 messages, by chat, contain “refund”, newest first.',
  )
})

test('what search has not read yet is said, and nothing when it has read all', () => {
  expect(sayWaiting({ known: { texts: 20_000, waiting: 5000 } })).toBe(
    'Search has read 20,000 messages so far; 5,000 more will be in it soon.',
  )
  expect(sayWaiting({ known: { texts: 20_000, waiting: 0 } })).toBeNull()
})
