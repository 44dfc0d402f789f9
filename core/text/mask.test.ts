import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { maskText } from './mask.ts'

test.each([
  ['Mail ann@example.org now', 'Mail [email] now'],
  ['see https://x.org/a?b=1 please', 'see [link] please'],
  ['card 4111 1111 1111 1111', 'card [card]'],
  ['call +44 20 7946 0958', 'call [phone]'],
  ['order AB-12345 and ticket #4711', 'order [number] and ticket [number]'],
  ['My name is Ann Lee.', 'My name is [name].'],
  ['Dear Mr. Smith, hello', 'Dear Mr. [name], hello'],
  ['Please help.\n\nKind regards,\nAnn Lee, Aldermere', 'Please help.\n\nKind regards,\n[name], Aldermere'],
  ['Hello, Finn Teixeira here. It broke.', 'Hello, [name] here. It broke.'],
  ['It broke.\n\nAnn Lee, Oxley', 'It broke.\n\n[name], Oxley'],
  ['It broke.\n\nAdrián', 'It broke.\n\n[name]'],
  ['It broke.\n\nKind regards', 'It broke.\n\nKind regards'],
  ['It broke.\nThanks', 'It broke.\nThanks'],
  ['Hi, thanks for picking up. Ann Lee, from Oxley.', 'Hi, thanks for picking up. [name], from Oxley.'],
  ['hello, noor bellamy here. it broke.', 'hello, [name] here. it broke.'],
  ['hello, is anybody here?', 'hello, is anybody here?'],
  ['it broke.\n\nbest regards,\nnoor bellamy', 'it broke.\n\nbest regards,\n[name]'],
  ['any news?\nthanks\nstill waiting', 'any news?\nthanks\nstill waiting'],
  ['This is Hamza Berg. It broke.', 'This is [name]. It broke.'],
  ['Good morning, Jelena,\nthank you', 'Good morning, [name],\nthank you'],
])('%s is shown as %s', (text, masked) => {
  expect(maskText(text)).toBe(masked)
})

test('amounts, dates, times and years stay', () => {
  const text =
    'I paid $1,200.00 on 2024-05-20 at 10:30, and 250 in 2019 for 2 tickets, 12500.50 euro more, 12,000 kWh'
  expect(maskText(text)).toBe(text)
})

test('masking twice changes nothing, and any string can be masked', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(maskText(maskText(text))).toBe(maskText(text))
    }),
  )
})

test('a hundred thousand digits that end in a letter are read in time', () => {
  expect(maskText(`${'1'.repeat(100_000)}a`).length).toBeGreaterThan(0)
  expect(maskText('A1 '.repeat(50_000)).length).toBeGreaterThan(0)
})
