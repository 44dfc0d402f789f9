import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { reasonOf } from './reason.ts'

test.each([
  [['Hi!', 'My name is Ann. My parcel never came.'], 'My parcel never came.'],
  [['Hello there, I want to change my flight'], 'I want to change my flight'],
  [['Good morning', 'Can you help me?', 'The app rejects my password.'], 'The app rejects my password.'],
  [['Dear team,\n\nI was charged twice.\n\nBest regards,\nAnn'], 'I was charged twice.'],
  [['<p>Hi</p><p>My card is lost</p>'], 'My card is lost'],
  [['Hi', 'refund'], 'refund'],
  [['Refund'], 'Refund'],
  [['@united refund'], 'refund'],
  [['Wifi calling'], 'Wifi calling'],
  [['No IT support'], 'No IT support'],
  [['0% EMI.'], '0% EMI.'],
  [['@JetBlue @united My bag is lost'], 'My bag is lost'],
  [['Warranty', 'My mattress sags in the middle'], 'My mattress sags in the middle'],
  [['Where is it?\n> On Monday you wrote\n> that it was sent'], 'Where is it?'],
])('%j came because: %s', (messages, reason) => {
  expect(reasonOf(messages)).toBe(reason)
})

test('greetings, names, thanks and a bare yes are no reason', () => {
  for (const messages of [
    [],
    ['Hi'],
    ['hello', 'thanks a lot'],
    ['yes', 'no'],
    ['My name is Ann'],
    ['😀'],
    ['Ok', '12345', 'Thx'],
    ['Goodnight'],
    ['Hi', 'Ann'],
    ['Thanks Ann'],
    ['Hi\n\nKind regards,\nAnn'],
    ['hello?'],
    ['yep'],
    ['AB12345'],
    ['Not yet'],
    ['no sorry'],
    [''],
  ]) {
    expect(reasonOf(messages)).toBeNull()
  }
})

test('what comes after the reason does not blur it', () => {
  const messages = [
    'I have been charged twice for my ticket to Rome last week',
    'My booking code is XY12',
    'Blue, please',
  ]
  expect(reasonOf(messages)).toBe('I have been charged twice for my ticket to Rome last week')
})

test('a reason is short whatever the message is', () => {
  expect(reasonOf(['my parcel is lost '.repeat(60_000)])?.length).toBeLessThanOrEqual(600)
})

test('any messages are read without failing', () => {
  fc.assert(fc.property(fc.array(anyText), (messages) => reasonOf(messages) !== ''))
})
