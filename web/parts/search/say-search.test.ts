import { expect, test } from 'vitest'
import { sayFound, sayWaiting } from './say-search.ts'

const asked = { words: 'refund', from: undefined, channel: undefined }

test('what was found is said with its count, or with the least that it is', () => {
  expect(sayFound({ total: 1, isAtLeast: false }, asked)).toBe('1 text holds this word, newest first.')
  expect(sayFound({ total: 1000, isAtLeast: true }, { ...asked, words: 'my refund', from: 'customer' })).toBe(
    'At least 1,000 texts by customers hold these words, newest first.',
  )
  expect(sayFound({ total: 7, isAtLeast: false }, { ...asked, channel: 'chat' })).toBe(
    '7 texts, by chat, hold this word, newest first.',
  )
})

test('what search has not read yet is said, and nothing when it has read all', () => {
  expect(sayWaiting({ known: { texts: 20_000, waiting: 5000 } })).toBe(
    'Search has read 20,000 texts so far; 5,000 more will be in it soon.',
  )
  expect(sayWaiting({ known: { texts: 20_000, waiting: 0 } })).toBeNull()
})
