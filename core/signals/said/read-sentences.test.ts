import { expect, test } from 'vitest'
import { readCues, readSignals } from '../read-signals.ts'

function saidIn(text: string, from: 'customer' | 'company') {
  const cued = new Set(readCues(text, from).map(({ start, end }) => `${start} ${end}`))
  return readSignals(text, from)
    .filter(({ start, end }) => !cued.has(`${start} ${end}`))
    .map(({ kind, start, end }) => [kind, text.slice(start, end)])
}

test.each([
  ['company', 'What was the noise like when it started?', 'openQuestion'],
  ['company', 'She rings you back as soon as the doctor is out.', 'promise'],
  ['company', 'Funny that it only ever breaks when nobody is looking.', 'distrust'],
  ['customer', 'I have told the same story to four of your people now.', 'effort'],
] as const)('the %s is heard where no cue knows the words: %s', (from, text, kind) => {
  expect(readCues(text, from).map((cue) => cue.kind)).not.toContain(kind)
  expect(saidIn(text, from)).toContainEqual([kind, text.replace(/[.?]$/, '')])
})

test('of a longer message the sentence is shown that says it', () => {
  const told = 'I have told the same story to four of your people now'
  const text = `Hello, my name is Ann Miller. ${told}. The number of the order is 4471.`
  expect(saidIn(text, 'customer')).toContainEqual(['effort', told])
})

test('what is quoted, negated or only supposed is not said by the sentence either', () => {
  for (const text of [
    'She wrote "I have told the same story to four of your people now" to me',
    'I am not angry with you at all, really',
    'Would you be angry if I told you that?',
  ])
    expect(saidIn(text, 'customer').map(([kind]) => kind)).not.toContain('anger')
  expect(saidIn('She said "this is the fourth of your people I tell it" yesterday', 'customer')).toEqual([])
})

test('manners and plain matters of business show nothing', () => {
  for (const text of [
    'Please send me the invoice for March.',
    'My order number is 55812 and the parcel goes to Leeds.',
    'Could you tell me when you open on Saturday?',
    'Thanks, have a lovely evening.',
  ])
    expect(saidIn(text, 'customer')).toEqual([])
  for (const text of ['What is your account number?', 'Your booking is for two people on Friday at eight.'])
    expect(saidIn(text, 'company')).toEqual([])
})
