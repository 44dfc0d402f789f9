import { expect, it } from 'vitest'
import type { CorrectionJson } from '../../../contract/corrections.ts'
import type { InteractionJson } from '../../../contract/screens.ts'
import { toMarks } from './to-marks.ts'

const place = { start: 5, end: 12 }
const anger = { kind: 'anger', ...place, place, strength: 0.9, method: 'cues-1', label: 'angry' } as const

function aWord(given: Partial<CorrectionJson>): CorrectionJson {
  return {
    id: 'c1',
    kind: 'anger',
    label: 'angry',
    ...place,
    place,
    verdict: 'right',
    instead: null,
    reviewer: 'Ann',
    at: '2026-01-01T00:00:00Z',
    ...given,
  }
}

function marksOf(
  signals: InteractionJson['signals'],
  corrections: readonly CorrectionJson[],
): readonly [string, boolean, string | null][] {
  const { inText, ofWhole } = toMarks({
    id: 'm1',
    at: null,
    kind: 'message',
    from: 'customer',
    channel: null,
    team: null,
    agent: null,
    case: null,
    text: 'I am furious about it',
    category: null,
    rating: null,
    durationSeconds: null,
    attributes: {},
    source: 'desk',
    opensContact: false,
    signals,
    corrections: [...corrections],
  })
  return [...inText, ...ofWhole].map(({ kind, isStruck, word }) => [kind, isStruck, word?.id ?? null])
}

it('what nobody judged has no word', () => {
  expect(marksOf([anger], [])).toEqual([['anger', false, null]])
})

it('what was confirmed carries who said so', () => {
  expect(marksOf([anger], [aWord({})])).toEqual([['anger', false, 'c1']])
})

it('what was taken away stays, struck out, until it is something else instead', () => {
  const wrong = aWord({ verdict: 'wrong' })
  expect(marksOf([], [wrong])).toEqual([['anger', true, 'c1']])
  const worry = { ...anger, kind: 'worry', method: 'person', label: 'worried' } as const
  const instead = aWord({ id: 'c2', verdict: 'wrong', instead: 'worry' })
  expect(marksOf([worry], [wrong, instead])).toEqual([['worry', false, 'c2']])
})

it('what was put back is not struck out any more', () => {
  expect(marksOf([anger], [aWord({ verdict: 'wrong' }), aWord({ id: 'c2' })])).toEqual([
    ['anger', false, 'c2'],
  ])
})
