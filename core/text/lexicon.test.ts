import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { makeLexicon } from './lexicon.ts'
import { prepareScanner } from './scan.ts'
import { tokenise } from './tokenise.ts'

test('a word is found where it stands, whatever its case, apostrophe or stretch', () => {
  const lexicon = makeLexicon(['so', "don't", 'soo', 'straße'])
  const tokens = prepareScanner()('So DON’T sooooo STRAßE card 12')
  const numbers = Array.from({ length: tokens.count }, (_, index) => lexicon.numberAt(tokens, index))
  expect(numbers).toEqual([0, 1, 2, 3, -1, -1])
})

test('of equal words the last counts, and an unknown word has no number', () => {
  const lexicon = makeLexicon(['card', 'cash', 'card'])
  expect([lexicon.numberOf('card'), lexicon.numberOf('cash'), lexicon.numberOf('cards')]).toEqual([2, 1, -1])
})

test('every word of any text is found again by its normal form', () => {
  const scan = prepareScanner()
  fc.assert(
    fc.property(anyText, (text) => {
      const found = tokenise(text)
      const words = found.flatMap(({ kind, word }) => (kind === 'word' ? [word] : []))
      const lexicon = makeLexicon(words)
      const tokens = scan(text)
      found.forEach(({ kind, word }, index) => {
        expect(lexicon.numberAt(tokens, index)).toBe(kind === 'word' ? words.lastIndexOf(word) : -1)
      })
    }),
  )
})
