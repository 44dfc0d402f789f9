import { expect, test } from 'vitest'
import { dayMs, hourMs } from '../base/time.ts'
import { anInteraction } from '../interactions/test-kit.ts'
import type { Signal, SignalKind } from '../signals/signal.ts'
import { judgePromises } from './judge-promises.ts'

// A Monday, nine o'clock.
const monday = Date.UTC(2026, 2, 2, 9)
const words = 'You will hear from us by Wednesday. Have a nice day.'

type Later = { readonly from: 'customer' | 'company'; readonly after: number; readonly says?: SignalKind }

/** The state of one promise, made on Monday and due when Wednesday ends, after what followed. */
function stateAfter(later: readonly Later[], text = words) {
  const promise = anInteraction({ id: 'promise', at: monday, from: 'company', kind: 'message', text })
  const others = later.map(({ from, after }, index) =>
    anInteraction({ id: `later-${index}`, at: monday + after, from, kind: 'message', text: 'x' }),
  )
  const aSignal = (kind: SignalKind): Signal => ({ kind, start: 4, end: 13, strength: 1, method: 'test' })
  const said = new Map(
    later.map(({ says }, index) => [`later-${index}`, says === undefined ? [] : [aSignal(says)]]),
  )
  const [judged] = judgePromises([promise, ...others], ({ id }) =>
    id === promise.id ? [aSignal('promise')] : (said.get(id) ?? []),
  )
  return judged?.state
}

test('a company that comes back by itself in time keeps its promise', () => {
  expect(stateAfter([{ from: 'company', after: 2 * dayMs }])).toBe('kept')
  expect(stateAfter([{ from: 'company', after: dayMs }], 'We will look into it.')).toBe('kept')
})

test('a customer who has to come back after the day was let down', () => {
  expect(stateAfter([{ from: 'customer', after: 4 * dayMs }])).toBe('broken')
})

test('a customer who comes back sooner and says what they were told was let down', () => {
  expect(stateAfter([{ from: 'customer', after: dayMs, says: 'expectation' }])).toBe('broken')
})

test('an answer that was asked for keeps no promise, and breaks none', () => {
  expect(
    stateAfter([
      { from: 'customer', after: dayMs },
      { from: 'company', after: dayMs + hourMs },
    ]),
  ).toBe('open')
})

test('thanks and a goodbye in the same talk say nothing yet', () => {
  expect(stateAfter([])).toBe('open')
  expect(
    stateAfter([
      { from: 'customer', after: hourMs / 2 },
      { from: 'company', after: hourMs / 2 },
    ]),
  ).toBe('open')
})
