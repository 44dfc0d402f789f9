import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { languageOf } from './language.ts'

test.each([
  ['Where is my card, I ordered it two weeks ago?', 'en'],
  ['I want a refund', 'en'],
  ['Wo ist meine Karte, ich habe sie vor zwei Wochen bestellt?', 'de'],
  ['Mi pedido no ha llegado todavía', 'es'],
  ['Bonjour, je voudrais annuler ma commande', 'fr'],
  ['أين طلبي، لم يصل بعد', 'ar'],
  ['我的订单在哪里', 'zh'],
])('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

test('what is too short to tell is not told', () => {
  for (const text of ['', 'hi', 'refund', '12345', '😀😀😀']) expect(languageOf(text)).toBeNull()
})

test('any string is read without failing', () => {
  fc.assert(fc.property(anyText, (text) => languageOf(text) !== undefined))
})
