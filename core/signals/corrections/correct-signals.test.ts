import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Signal } from '../signal.ts'
import { correctSignals } from './correct-signals.ts'
import { aCorrection } from './test-kit.ts'

const text = 'I am furious, and thanks for nothing'
const anger: Signal = { kind: 'anger', start: 5, end: 12, strength: 0.9, method: 'cues-1' }
const gratitude: Signal = { kind: 'gratitude', start: 18, end: 24, strength: 0.25, method: 'cues-1' }
const read = [anger, gratitude]
const correct = (...corrections: Parameters<typeof aCorrection>[0][]) =>
  correctSignals(read, corrections.map(aCorrection), text.length)

it('a text that nobody judged is read as before', () => {
  expect(correct()).toBe(read)
})

it('what is wrong is taken away, and nothing else', () => {
  expect(correct({ kind: 'gratitude', span: { start: 18, end: 24 }, verdict: 'wrong' })).toEqual([anger])
})

it('what it is instead stands at the same words, by a person', () => {
  expect(
    correct({ kind: 'gratitude', span: { start: 18, end: 24 }, verdict: 'wrong', instead: 'frustration' }),
  ).toEqual([anger, { kind: 'frustration', start: 18, end: 24, strength: 0.8, method: 'person' }])
})

it('what is right is kept, also when a later method no longer reads it', () => {
  const said = aCorrection({ kind: 'anger', span: { start: 5, end: 12 }, verdict: 'right', strength: 0.9 })
  const kept = { ...anger, method: 'person' }
  expect(correctSignals(read, [said], text.length)).toEqual([kept, gratitude])
  expect(correctSignals([], [said], text.length)).toEqual([kept])
})

it('a word on the whole message holds for every place of the kind', () => {
  const twice = [anger, { ...anger, start: 20, end: 30 }]
  const said = aCorrection({ kind: 'anger', span: null, verdict: 'wrong' })
  expect(correctSignals(twice, [said], text.length)).toEqual([])
})

it('what a person names in a message without it is there', () => {
  expect(correct({ kind: 'confusion', span: null, verdict: 'right', strength: 0.8 })).toContainEqual({
    kind: 'confusion',
    start: 0,
    end: text.length,
    strength: 0.8,
    method: 'person',
  })
})

it('that nothing is missing changes nothing', () => {
  expect(correct({ kind: null, span: null, verdict: 'right' })).toEqual(read)
})

it('the last word counts, and saying it twice changes nothing', () => {
  const kinds = fc.constantFrom('anger' as const, 'gratitude' as const, 'worry' as const)
  const span = fc.constantFrom(null, { start: 5, end: 12 }, { start: 18, end: 24 })
  const correction = fc
    .record({ kind: kinds, span, verdict: fc.constantFrom('right' as const, 'wrong' as const) })
    .map(aCorrection)
  fc.assert(
    fc.property(fc.array(correction), correction, (before, last) => {
      const once = correctSignals(read, [...before, last], text.length)
      expect(correctSignals(read, [...before, last, last], text.length)).toEqual(once)
      const isThere = once.some(
        ({ kind, start, end }) =>
          kind === last.kind && (last.span === null || (last.span.start < end && start < last.span.end)),
      )
      expect(isThere).toBe(last.verdict === 'right')
    }),
  )
})
