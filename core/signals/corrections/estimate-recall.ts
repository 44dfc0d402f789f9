import { cannotSay, type Known } from '../../base/cannot-say.ts'
import type { Share } from '../../base/figure.ts'
import { wilson } from '../../stats/wilson.ts'
import type { Signal, SignalKind } from '../signal.ts'
import { correctSignals } from './correct-signals.ts'
import type { Correction } from './correction.ts'

/** A message that people judged as a whole: what a method reads in it, and what was said of it, oldest first. */
export type JudgedMessage = {
  readonly length: number
  readonly read: readonly Signal[]
  readonly corrections: readonly Correction[]
}

const leastShown = 20

/**
 * How often a method reads this kind of signal where it is, as people judged it: of the messages drawn by lot and judged as a whole
 * that show it, the share in which the method reads it too, wherever in the message.
 * Assumes that the method did not learn from these messages. Refuses: fewer than 20 that show it. Cost: O(corrections).
 */
export function estimateRecall(messages: readonly JudgedMessage[], kind: SignalKind): Known<Share> {
  const showing = messages.filter(
    ({ length, read, corrections }) =>
      corrections.some((said) => said.kind === null && said.chosen === 'lot') &&
      has(correctSignals(read, corrections, length), kind),
  )
  const found = showing.filter(({ read }) => has(read, kind)).length
  const share = showing.length < leastShown ? null : wilson(found, showing.length)
  return (
    share ??
    cannotSay(`${showing.length} of at least ${leastShown} messages that show it were judged as a whole`)
  )
}

function has(signals: readonly Signal[], kind: SignalKind): boolean {
  return signals.some((signal) => signal.kind === kind)
}
