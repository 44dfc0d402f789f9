import { expect, test } from 'vitest'
import { saySignal } from './say-signal.ts'
import { signalKinds } from './signal.ts'

test('every signal has words of its own', () => {
  expect(new Set(signalKinds.map(saySignal)).size).toBe(signalKinds.length)
  expect(saySignal('spokenHandOff')).toBe('passed on')
})
