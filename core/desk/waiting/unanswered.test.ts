import { describe, expect, it, test } from 'vitest'
import { caseIdOf } from '../../base/ids.ts'
import { hourMs } from '../../base/time.ts'
import { anInteraction } from '../../interactions/test-kit.ts'
import { readSignals } from '../../signals/read-signals.ts'
import { noon } from '../test-kit.ts'
import { onlyCloses } from './only-closes.ts'
import { unansweredOf } from './unanswered.ts'

const closes = (text: string) => onlyCloses(text, readSignals(text, 'customer'))

test.each([
  'Thanks!',
  'Thank you so much, Anna, that really helped.',
  'thank you for your help, jarek.',
  'Thank you for your help, it works now.',
  'I am so relieved, thanks, Lars.',
  'Perfect, thank you.\n\nAnn Lee',
  'Thanks, have a nice weekend!',
  'Ok.',
  'It is fine now',
  'What a relief. I can stop thinking about it now.',
])('nobody waits after “%s”', (text) => {
  expect(closes(text)).toBe(true)
})

test.each([
  'Thank you, but it is still dark.',
  'Thank you. My card was declined.',
  'Thanks, refund.',
  'Great, thanks for nothing.',
  'Many thanks in advance, Ann Lee',
  'Thank you. Can you help me with my home too?',
  'Yes, thank you.',
  'Thank you, the number is 4711.',
  'Thank you, I will wait to hear from you.',
  'Perfect. Please send it to my home.',
  'Danke, aber es geht nicht.',
  'Merci pour rien, ça ne marche pas.',
  'Thanks. My mother is in tears.',
  'Hello',
  '👍',
  '',
])('whoever writes “%s” may wait', (text) => {
  expect(closes(text)).toBe(false)
})

describe('what waits for a word from us', () => {
  const said = (hours: number, text: string | null, from: 'customer' | 'company' = 'customer') =>
    anInteraction({ id: `m${hours}`, at: noon + hours * hourMs, from, text, caseId: caseIdOf('c1') })
  const waits = (...all: ReturnType<typeof said>[]) =>
    unansweredOf(all, {
      now: noon + 10 * hourMs,
      signalsOf: ({ text, from }) => readSignals(text ?? '', from),
    }).map(({ id }) => String(id))

  it('begins with the first that was not answered, and goes on with whatever came after', () => {
    const own = [said(0, 'It is dark'), said(1, 'We look', 'company'), said(2, 'Still dark')]
    expect(waits(...own, said(3, 'Thanks!'))).toEqual(['m2', 'm3'])
    expect(waits(...own, said(4, 'It is on again', 'company'), said(5, 'Thanks!'))).toEqual([])
  })

  it('counts what was said in no words, and nothing of what is yet to come', () => {
    expect(waits(said(0, null))).toEqual(['m0'])
    expect(waits(said(11, 'It is dark'))).toEqual([])
  })

  it('hears a subject once, not again over each message of its case', () => {
    const first = said(0, 'No internet\n\nIt is dark since noon.')
    const answer = said(1, 'No internet\n\nIt is on again.', 'company')
    expect(waits(first, answer, said(2, 'Re: No internet\n\nThank you.'))).toEqual([])
    expect(waits(said(2, 'No internet\n\nThank you.'))).toEqual(['m2'])
  })
})
