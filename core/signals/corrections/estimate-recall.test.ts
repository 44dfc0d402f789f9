import { expect, it } from 'vitest'
import type { Signal } from '../signal.ts'
import type { Correction } from './correction.ts'
import { estimateRecall, type JudgedMessage } from './estimate-recall.ts'
import { aCorrection } from './test-kit.ts'

const anger: Signal = { kind: 'anger', start: 0, end: 5, strength: 0.8, method: 'cues-1' }
const whole = aCorrection({ kind: null, chosen: 'lot' })
const missing = aCorrection({ kind: 'anger', span: { start: 0, end: 5 }, method: 'person' })

function messages(
  count: number,
  read: readonly Signal[],
  corrections: readonly Correction[],
): readonly JudgedMessage[] {
  return Array.from({ length: count }, () => ({ length: 40, read, corrections }))
}

it('is the share read of the messages that show the signal, also those where a person had to add it', () => {
  const judged = [...messages(15, [anger], [whole]), ...messages(5, [], [missing, whole])]
  // R: binom::binom.wilson(15, 20) is 0.75, 0.531 to 0.888.
  const share = estimateRecall(judged, 'anger')
  expect(share).toMatchObject({ value: 0.75, n: 20 })
  expect(share).toHaveProperty('low', expect.closeTo(0.531, 3))
  expect(share).toHaveProperty('high', expect.closeTo(0.888, 3))
})

it('leaves out what is not there, what was not judged as a whole, and what was not drawn by lot', () => {
  const denied = aCorrection({ span: { start: 0, end: 5 }, verdict: 'wrong' })
  const others = [
    ...messages(20, [anger], [denied, whole]),
    ...messages(20, [anger], [missing]),
    ...messages(20, [anger], [{ ...whole, chosen: 'met' }]),
    ...messages(20, [], [whole]),
  ]
  expect(estimateRecall([...others, ...messages(19, [anger], [whole])], 'anger')).toEqual({
    cannotSay: '19 of at least 20 messages that show it were judged as a whole',
  })
})
