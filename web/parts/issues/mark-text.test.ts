import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Mark } from '../corrections/to-marks.ts'
import { markText } from './mark-text.ts'

const signal = (start: number, end: number, kind: Mark['kind'] = 'effort'): Mark => ({
  kind,
  start,
  end,
  strength: 1,
  method: 'cues-1',
  place: { start, end },
  isStruck: false,
  word: null,
})

it('cuts a text at the edges of its evidence and names a signal where it ends', () => {
  //                        0123456789
  const segments = markText('I am tired of it', [signal(5, 10), signal(8, 13, 'anger')])
  expect(
    segments.map(({ text, marks, ended }) => [text, marks.length, ended.map(({ kind }) => kind)]),
  ).toEqual([
    ['I am ', 0, []],
    ['tir', 1, []],
    ['ed', 2, ['effort']],
    [' of', 1, ['anger']],
    [' it', 0, []],
  ])
})

it('shows the stronger of two that overlap over all of its words', () => {
  const weaker = { ...signal(0, 10, 'expectation'), strength: 0.7 }
  const stronger = { ...signal(4, 14, 'frustration'), strength: 0.8 }
  const shown = markText('I expected better', [weaker, stronger]).map(({ marks }) => marks[0]?.kind)
  expect(shown).toEqual(['expectation', 'frustration', 'frustration', undefined])
})

it('never loses a letter, whatever the spans', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 })))
  fc.assert(
    fc.property(fc.string(), spans, (text, pairs) => {
      const segments = markText(
        text,
        pairs.map(([start, end]) => signal(start, end)),
      )
      expect(segments.map((segment) => segment.text).join('')).toBe(text)
    }),
  )
})
