import { eld } from 'eld/small'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { languageOf } from './language.ts'

const told: readonly (readonly [string, string])[] = [
  ['Where is my card, I ordered it two weeks ago?', 'en'],
  ['I want a refund', 'en'],
  ['Wo ist meine Karte, ich habe sie vor zwei Wochen bestellt?', 'de'],
  ['Mi pedido no ha llegado todavía', 'es'],
  ['Bonjour, je voudrais annuler ma commande', 'fr'],
  ['أين طلبي، لم يصل بعد', 'ar'],
  ['我的订单在哪里', 'zh'],
]

test.each(told)('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

test('what is too short to tell is not told', () => {
  for (const text of ['', 'hi', 'refund', '12345', '😀😀😀']) expect(languageOf(text)).toBeNull()
})

test('a few words are English unless another language is clearly nearer', () => {
  for (const text of ['Daily bonus', 'Deposit status', 'Any discounts', 'Download app', 'Verify email ID'])
    expect(languageOf(text)).toBe('en')
  expect(['Bestellung stornieren', 'suivi de commande', 'mi pedido no llega'].map(languageOf)).toEqual([
    'de',
    'fr',
    'es',
  ])
})

test('any string is read without failing', () => {
  fc.assert(fc.property(anyText, (text) => languageOf(text) !== undefined))
})

test('a mixture of languages is read as the detector reads it whose table this is', () => {
  const words = [
    'l’hôtel',
    'İzmir',
    'ключ',
    'takk',
    'mañana',
    'Straßenbahn',
    'dov’è',
    'où',
    '주문이',
    'xyz'.repeat(40),
  ]
  const foreign = told.filter(([, language]) => language !== 'en').flatMap(([text]) => text.split(' '))
  const mixture = fc.array(fc.constantFrom(...words, ...foreign), { minLength: 4, maxLength: 30 })
  fc.assert(
    fc.property(mixture, (chosen) => {
      const text = `Unterlagen für die Krankenversicherung meines Arbeitgebers ${chosen.join(' ')}`.slice(
        0,
        240,
      )
      const found = eld.detect(text)
      expect(languageOf(text)).toBe(found.isReliable() ? found.language : null)
    }),
  )
})
