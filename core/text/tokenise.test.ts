import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { tokenise } from './tokenise.ts'

const wordsOf = (text: string) => tokenise(text).map(({ word }) => word)

test('a contraction is one word whichever apostrophe is typed', () => {
  expect(wordsOf("don't")).toEqual(["don't"])
  expect(wordsOf('don’t')).toEqual(["don't"])
})

test('stretched words are folded to two letters', () => {
  expect(wordsOf('Soooo baaad')).toEqual(['soo', 'baad'])
})

test('a hyphen parts words and stands between them', () => {
  expect(wordsOf('top-up')).toEqual(['top', '-', 'up'])
})

test('links, addresses, numbers, emoji and faces are kinds of their own', () => {
  const kinds = tokenise('See www.x.org/a, mail ann@x.org: €3.50 👩‍👩‍👧 :-(').map(
    ({ kind, word }) => `${kind} ${word}`,
  )
  expect(kinds).toEqual([
    'word see',
    'url www.x.org/a',
    'punctuation ,',
    'word mail',
    'email ann@x.org',
    'punctuation :',
    'punctuation €',
    'number 3.50',
    'emoji 👩‍👩‍👧',
    'emoji :-(',
  ])
})

test('a run nobody typed as a word is a blob without a word', () => {
  expect(tokenise('a'.repeat(1_000_000))).toEqual([{ kind: 'blob', start: 0, end: 1_000_000, word: '' }])
})

test('positions point at the words in the text, whatever the script', () => {
  const text = 'Где мой заказ? أين طلبي'
  expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Где',
    'мой',
    'заказ',
    '?',
    'أين',
    'طلبي',
  ])
})

test('any string gives tokens in order, inside the text, never more than it has characters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0
      for (const { start, end } of tokenise(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
  )
})

test('broken surrogates do not stop it', () => {
  expect(tokenise('\ud83d a \udc00').map(({ kind }) => kind)).toEqual(['punctuation', 'word', 'punctuation'])
})
