import { expect, it } from 'vitest'
import { signalKinds } from '../../core/signals/signal.ts'
import { explainSignal, meaningOf, nameSignal, nameSigns, parseSignal, toneOf } from './signals.ts'

it('every signal has a name, an explanation and a place on the scale', () => {
  for (const kind of signalKinds) {
    expect(nameSignal(kind)).not.toBe('')
    expect(explainSignal(kind)).not.toBe('')
    expect(['strained', 'middle', 'eased']).toContain(toneOf(kind).side)
  }
})

it('only the company’s ways carry one of the two meanings', () => {
  expect(signalKinds.filter((kind) => meaningOf(kind) === 'inside-out')).toEqual([
    'ruleCited',
    'refusal',
    'deflection',
    'spokenHandOff',
    'distrust',
    'jargon',
    'pressure',
  ])
  expect(meaningOf('anger')).toBeNull()
})

it('a signal that nobody knows is none', () => {
  expect([parseSignal('refusal'), parseSignal('toString')]).toEqual(['refusal', null])
})

it('names the signs of a posture as well as one signal', () => {
  const names = ['refusal', 'insideOut', 'toString'].map((named) => nameSigns(named).name)
  expect(names).toEqual(['Refusal', 'Answered inside-out', 'Signals'])
})
