import { expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from '../base/time.ts'
import { composeAnswer, nextTry, whyNotAsk, whyNotMore } from './answer.ts'
import { quoteBelow, replySubject } from './quote-mail.ts'

test('an answer is drafted from the chosen parts, and says nothing else', () => {
  const nothing = { understanding: null, chosen: null, given: [], promises: [], page: null, from: 'Rita' }
  expect(composeAnswer(nothing)).toBe('Hello,\n\nRita')
  expect(
    composeAnswer({
      understanding: 'You were charged twice.',
      chosen: 'A call from Ben',
      given: ['The second charge back today.', 'A month free'],
      promises: [{ what: 'A call.', by: '3 December 2026' }],
      page: 'https://help.example.org/for-you/x',
      from: 'Rita',
    }),
  ).toBe(
    `Hello,

You were charged twice.

You chose: A call from Ben.

This is yours: The second charge back today; A month free.

We promise: A call, by 3 December 2026.

Here you can put us right, choose, and see what became of it: https://help.example.org/for-you/x

Rita`,
  )
})

test('the subject of an answer has one Re:, and cannot bring a header of its own', () => {
  expect(
    ['Noise', 'Re: Noise', 'AW: RE[2]: Noise', 'Regarding: noise', '', null, 'a\r\nBcc: x@y.example'].map(
      replySubject,
    ),
  ).toEqual([
    'Re: Noise',
    'Re: Noise',
    'Re: Noise',
    'Re: Regarding: noise',
    'Re: your message',
    'Re: your message',
    'Re: a Bcc: x@y.example',
  ])
})

test('what is answered stands below, each line marked; without words there is nothing to mark', () => {
  const at = Date.UTC(2026, 10, 29)
  const asked = { answer: ' Yes. ', text: 'Noise\n\nIt hums.\n\nAll day 😡', subject: 'Noise', at }
  expect(quoteBelow(asked)).toBe('Yes.\n\nYou wrote on 2026-11-29:\n> It hums.\n>\n> All day 😡\n')
  expect(quoteBelow({ ...asked, text: null })).toBe('Yes.\n')
})

test('sending is tried again ever more rarely, and after two days a person decides', () => {
  const now = 10 * dayMs
  const after = (attempts: number, writtenAt = now) => nextTry({ attempts, writtenAt, now })
  expect([1, 2, 3, 20].map((attempts) => after(attempts))).toEqual([
    now + minuteMs,
    now + 2 * minuteMs,
    now + 4 * minuteMs,
    now + hourMs,
  ])
  expect(after(1, now - 2 * dayMs)).toBe(null)
})

test('what has gone out is neither sent again nor taken back', () => {
  expect(whyNotAsk('sent', 'sendAgain')).toMatch(/not sent twice/)
  expect(whyNotAsk('sent', 'takeBack')).toMatch(/gone out/)
  for (const state of ['waiting', 'failed', 'unclear'] as const)
    expect(whyNotAsk(state, 'sendAgain')).toBe(null)
})

test('two machines that answer each other are stopped', () => {
  const now = 10 * dayMs
  const sent = [1, 2, 3, 4, 5].map((minutes) => now - minutes * minuteMs)
  expect(whyNotMore(sent, now)).toBe(null)
  expect(whyNotMore([...sent, now - hourMs], now)).toBe(null)
  expect(whyNotMore([...sent, now], now)).toMatch(/two machines/)
})
