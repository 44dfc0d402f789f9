import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { readCues, readSignals } from './read-signals.ts'

const customer = (text: string) => [...new Set(readSignals(text, 'customer').map(({ kind }) => kind))]
const company = (text: string) => [...new Set(readSignals(text, 'company').map(({ kind }) => kind))]

describe('what customers show', () => {
  test.each([
    ['I am so frustrated with this', 'frustration'],
    ["You're a bunch of liars!", 'anger'],
    ["I'm really worried someone is using my card", 'worry'],
    ['It breaks my heart', 'sadness'],
    ["I don't understand this bill", 'confusion'],
    ["I can't believe you charged me twice", 'surprise'],
    ['What a relief, it works', 'relief'],
    ['I love this app, it made my day', 'joy'],
    ['Thank you so much for sorting this out', 'gratitude'],
    ['This is the third time I have asked', 'effort'],
    ['I have been waiting for three weeks', 'effort'],
    ['I was on hold for an hour', 'effort'],
    ['I will cancel my account', 'leaving'],
    ['I will find another bank', 'leaving'],
    ['my lawyer will call you', 'harm'],
    ['My wallet was stolen', 'harm'],
    ['I need it by Friday at the latest', 'deadline'],
    ['I am going to miss my flight', 'deadline'],
    ['My daughter is diabetic', 'vulnerability'],
    ['It was supposed to arrive on Monday', 'expectation'],
    ['I was told that I would get a call', 'expectation'],
    ['I just want somebody to listen', 'desiredExperience'],
    ["I'd rather not have to call again", 'desiredExperience'],
    ["That's too expensive for what it is", 'priceStatement'],
    ["I can't afford that", 'priceStatement'],
    ["I'll tell all my friends about you", 'recommendation'],
    ['I would never recommend this bank', 'recommendation'],
    ['Can I change the seat? I want to sit with my son', 'underlyingNeed'],
    ['Unlock my account so that I can pay the rent', 'underlyingNeed'],
  ])('%s: %s', (text, kind) => {
    expect(customer(text)).toContain(kind)
  })

  test('a plain request shows nothing', () => {
    for (const text of [
      'Where is my card?',
      'When should I expect it?',
      'Can you recommend a hotel?',
      'I need to change my address',
      'How long does it take?',
      'Have a great day',
    ]) {
      expect(customer(text)).toEqual([])
    }
  })
})

describe('what the company shows', () => {
  test.each([
    ['I understand how frustrating this is', 'acknowledgement'],
    ["I'm sorry you had to wait so long", 'acknowledgement'],
    ['So you were charged twice and want one back, is that right?', 'understanding'],
    ['You would like to cancel, correct?', 'understanding'],
    ['What happened then?', 'openQuestion'],
    ['How can I make it right?', 'openQuestion'],
    ['You can either rebook or take a refund', 'optionOffered'],
    ['I could offer you a voucher', 'optionOffered'],
    ['I will take care of this', 'ownership'],
    ['You will receive it by Friday', 'promise'],
    ['The refund will be processed within 5 to 7 business days', 'promise'],
    ['Our policy does not allow this', 'ruleCited'],
    ['According to our terms, the fee applies', 'ruleCited'],
    ['Unfortunately, we cannot refund this ticket', 'refusal'],
    ['I am unable to cancel it', 'refusal'],
    ["I can't refund it, but I can move it to June", 'wayOut'],
    ['Please check our FAQ', 'deflection'],
    ['As stated before, it is closed', 'deflection'],
    ['You need to contact the billing department', 'spokenHandOff'],
    ["I'll transfer you to our claims team", 'spokenHandOff'],
    ['That is handled by another team', 'spokenHandOff'],
    ['Let me pass you on to my colleague', 'spokenHandOff'],
    ['Our records show otherwise', 'distrust'],
    ["I don't believe you", 'distrust'],
    ['Your request has been actioned', 'jargon'],
    ['Decide quickly, others are waiting', 'pressure'],
  ])('%s: %s', (text, kind) => {
    expect(company(text)).toContain(kind)
  })

  test('manners are no signals', () => {
    for (const text of [
      'Sorry, could you repeat your name?',
      'Unfortunately the weather is bad today',
      'Is there anything else I can help you with?',
      'My apologies. What is your name?',
    ]) {
      expect(company(text)).toEqual([])
    }
  })
})

test('a question that asks for a detail is not an open one', () => {
  for (const text of ['What is your name?', 'Which city?', 'How many people?'])
    expect(company(text)).not.toContain('openQuestion')
})

test('a way out is one only beside a refusal', () => {
  expect(company('However, you can bring a friend.')).not.toContain('wayOut')
  expect(company('I cannot refund it. However, you can move it.')).toContain('wayOut')
})

test('a name in brackets that was meant for the company’s own eyes is jargon; a link is not', () => {
  expect(company('Enter the amount into [Record Reason].')).toContain('jargon')
  expect(company('See [Our Prices](https://example.org) or [1].')).not.toContain('jargon')
})

test('what depends on a condition is neither promised nor taken on', () => {
  expect(company('Once you confirm, I will book it.')).toEqual([])
  expect(company('I will book it now.')).toContain('ownership')
})

test('a yes is no joy, an exclamation is', () => {
  expect(customer('Great, the fifth then.')).toEqual([])
  expect(customer('Great!')).toContain('joy')
  expect(customer('ok great thanks for the link')).toEqual(['gratitude'])
})

test('courtesies, and praise that is no joy of the customer, are none', () => {
  for (const text of [
    'Please call me.\n\nBest,\nAnn',
    'It is still open.\nKind regards\nAnn',
    'I look forward to hearing from you.',
    'I was looking forward to a quick reply.',
    'Your colleague was friendly enough, it is the app that fails',
    'The picture is excellent, only the sound is missing',
    'The router looked great. It does not work.',
    'It is a lovely phone but it will not charge',
    'Evenings are lovely, it is the mornings that fail',
    'In the first month it worked perfectly',
    'My neighbour is delighted with it',
    'An answer would have been great',
    'Be glad that I am patient',
    'Everyone else has been kind',
    'I live on a small pension and can’t wait for it',
    'Which plan is best?',
    'You sent a thank-you letter',
  ]) {
    const read = customer(text)
    for (const kind of ['joy', 'gratitude', 'relief']) expect(read, text).not.toContain(kind)
  }
})

test.each([
  ['I am looking forward to the trip!', 'joy'],
  ['The new app is excellent', 'joy'],
  ['Your shop is the best', 'joy'],
  ['I am delighted with it, but tell me how it works', 'joy'],
  ['You have been lovely', 'joy'],
  ['She has been so helpful', 'gratitude'],
  ['Thank you in advance', 'gratitude'],
  ['We got there in the end', 'relief'],
  ['I could not believe my eyes', 'surprise'],
])('what is meant is still read: "%s" shows %s', (text, kind) => {
  expect(customer(text)).toContain(kind)
})

test('a circumstance or a plain report is no frustration', () => {
  for (const text of [
    'It came at the worst time',
    'Reception is poor out here',
    'My back is getting worse',
    'I do not like surprises',
    'I looked again: nothing in my mail',
  ])
    expect(customer(text), text).not.toContain('frustration')
  expect(customer('Your service is poor')).toContain('frustration')
})

test('the whole phrase shows what is felt', () => {
  const text = 'I had expected better from Larkmoor, frankly.'
  const found = readCues(text, 'customer')
  expect(found.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['frustration', 'I had expected better from Larkmoor'],
    ['expectation', 'I had expected better from Larkmoor'],
  ])
})

test('what is negated, supposed, asked of the other or quoted is not read', () => {
  for (const text of [
    "I'm not angry",
    'I am not worried about it',
    'if you had told me, I would be happy',
    'Are you angry?',
    'She wrote "I am furious" to me',
  ]) {
    expect(customer(text)).toEqual([])
  }
  expect(company('If we had told you we are sorry you had to wait')).toEqual([])
})

test('a quoted reply below the message is not read', () => {
  expect(customer('Any news on my order number?\n\nOn Monday, Ann wrote:\n> I am so angry with you')).toEqual(
    [],
  )
})

test('stretching, marks and missing apostrophes do not hide what is meant', () => {
  expect(customer('IM SOOOO FRUSTRATED')).toContain('frustration')
  expect(customer('dont understand, im confused')).toContain('confusion')
})

test('thanks and praise that are part of a complaint are none', () => {
  const mocking = [
    'Thanks for nothing',
    'Thank you so much for losing my luggage',
    'Great job losing my parcel',
    'I just love being on hold',
    'Way to treat your customers',
    'You guys suck',
  ]
  for (const text of mocking) {
    expect(customer(text)).toContain('frustration')
    expect(customer(text)).not.toEqual(expect.arrayContaining(['gratitude']))
    expect(customer(text)).not.toEqual(expect.arrayContaining(['joy']))
  }
  expect(customer('Thank you for cancelling it')).toEqual(['gratitude'])
  for (const text of [
    'Thank you so much for your help!',
    'Is there a way to make a payment online?',
    'I am looking for a way to keep my number',
    'Thank you for leaving me a voicemail',
    'You did a great job not only on the phone',
    'Great job breaking down the steps for me',
    'I enjoyed waiting in your lounge',
    'The fridge does not cool',
    'Does the vacuum suck up water?',
  ])
    expect([text, customer(text)]).not.toEqual([text, expect.arrayContaining(['frustration'])])
  expect(customer('Great job, I love being able to pay by phone')).toEqual(['joy'])
})

test('a bare thanks is faint, thanks for something is not', () => {
  expect(readSignals('Thanks', 'customer')[0]?.strength).toBeLessThan(0.35)
  expect(readSignals('Thank you for your help', 'customer')[0]?.strength).toBeGreaterThan(0.5)
})

test('a stronger word makes a stronger signal', () => {
  const strengthOf = (text: string) => readSignals(text, 'customer')[0]?.strength ?? 0
  expect(strengthOf('I am extremely frustrated')).toBeGreaterThan(strengthOf('I am frustrated'))
  expect(strengthOf('I am frustrated')).toBeGreaterThan(strengthOf('I am a bit frustrated'))
})

test('the evidence is in the text as written', () => {
  const text = 'Hello,\n\nI’m VERY upset.  Third time I call!'
  expect(readSignals(text, 'customer').map(({ start, end }) => text.slice(start, end))).toEqual([
    'I’m VERY upset',
    'Third time I',
  ])
})

test('any string gives signals inside the text, the same each time', () => {
  const phrases = fc.constantFrom(
    'I am so angry ',
    'third time ',
    'thanks ',
    'not ',
    'if ',
    '"',
    '. ',
    'cannot refund ',
  )
  const texts = fc.array(fc.oneof(anyText, phrases), { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, fc.constantFrom('customer' as const, 'company' as const), (text, from) => {
      const signals = readSignals(text, from)
      expect(readSignals(text, from)).toEqual(signals)
      for (const { start, end, strength } of signals) {
        expect(start >= 0 && start < end && end <= text.length).toBe(true)
        expect(strength > 0 && strength <= 1).toBe(true)
      }
    }),
  )
})

test('repeating a message a hundred thousand times gives at most five signals of a kind', () => {
  const signals = readSignals('I am so angry with you. '.repeat(40_000), 'customer')
  expect(signals.filter(({ kind }) => kind === 'anger')).toHaveLength(5)
})

test('no text makes reading cost more than its length', () => {
  const wordy = [
    'have a great day i am so angry ',
    'i am so angry ',
    'if you will you would like to i can not ',
    '[Record Reason] [[[ [A ',
    'not not not very very so so happy " ',
  ]
  // What grows with the square of the length would not end here.
  for (const words of wordy) {
    const text = `are you ${words.repeat(5000)}?`
    for (const side of ['customer', 'company'] as const) {
      const signals = readSignals(text, side)
      expect(signals.every(({ end }) => end <= text.length)).toBe(true)
    }
  }
})

test('what is no message is read without failing', () => {
  const odd = [
    '',
    '📦',
    'a'.repeat(1_000_000),
    btoa('x'.repeat(9000)),
    '<div><p></p></div>',
    'at a.b.C(D.java:1)\n'.repeat(500),
  ]
  for (const text of odd) expect(customer(text)).toEqual([])
})

test('what only looks like one kind does not hide another that its sentence shows', () => {
  expect(customer('I am on dialysis three times a week.')).toEqual(['vulnerability'])
  expect(customer('I have called you three times this week.')).toContain('effort')
  expect(customer('I lost my job last month.')).toEqual(['vulnerability'])
  expect(customer('I am shaking with anger.')).toContain('anger')
})
