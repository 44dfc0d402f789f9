import { expect, test } from 'vitest'
import { dropLead, isIdle } from './idle-sentence.ts'

test.each([
  'They sent me to the billing department',
  'I was passed on to you by your hotline',
  'Your hotline said I have to call the technical department',
  'First the hotline, now the energy desk',
  'I was promised I would hear from you by Saturday',
  'This is the second time I have had to get in touch',
  'I was on hold for 35 minutes the last time',
  'Every time I reach somebody I have to start from the beginning',
  'I am not sure whom to ask, so I start here',
  'Do I have to explain everything again?',
  'I am quite annoyed, I have to say',
  'I am losing patience with the whole thing',
  'It is very frustrating',
  'This is Ann Lee',
  'Ann Lee, in Upper Marsh',
  'This is Ann Lee from Upper Marsh',
  'Ann Lee speaking',
  'No, thank you',
  'No it is not',
  'Yes please',
  'My name is Ann',
  'Can you please help me?',
])('"%s" tells nothing about why they came', (sentence) => {
  expect(isIdle(sentence)).toBe(true)
})

test.each([
  'They sent me two bills',
  'I am worried about my lost parcel',
  'I am angry because nobody came',
  'I was upset with your engineer',
  'My new router is annoying',
  'I was promised a refund of 50 euros',
  'This is the third time my card was declined',
  'My bill will be sent to the old address again',
  'I have been waiting for my refund for three weeks',
  'Is my money safe?',
  'My account is locked',
  'No internet',
  'Not working',
  'Not refunded',
  'Price of Mattress',
  'Refund of Wrong Amount',
  'Delivery from Germany',
  'I sent back the router two weeks ago',
  'I have transferred to the wrong account',
])('"%s" does', (sentence) => {
  expect(isIdle(sentence)).toBe(false)
})

test('greetings and filler are taken off the front, a bare no that means something is not', () => {
  expect(dropLead('Hi there, my card is lost')).toBe('my card is lost')
  expect(dropLead('The story in short: my card is lost')).toBe('my card is lost')
  expect(dropLead('No money so far')).toBe('No money so far')
})
