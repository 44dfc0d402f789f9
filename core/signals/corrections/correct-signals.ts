import { type Signal, signalKinds } from '../signal.ts'
import { byPerson, type Correction, speaksOf, statedStrength } from './correction.ts'

/**
 * What a text shows after people have spoken: their word wins over any method's. `right` keeps a signal, also where it
 * is no longer read; `wrong` takes it away, and puts what it is instead in its place. Where people differ, the last
 * word counts.
 * Assumes the corrections of this one text, oldest first. Cost: signals x corrections.
 */
export function correctSignals(
  read: readonly Signal[],
  corrections: readonly Correction[],
  textLength: number,
): readonly Signal[] {
  if (corrections.length === 0) return read
  let signals = read
  for (const correction of corrections) signals = correct(signals, correction, textLength)
  return signals.toSorted(
    (left, right) =>
      left.start - right.start ||
      left.end - right.end ||
      signalKinds.indexOf(left.kind) - signalKinds.indexOf(right.kind),
  )
}

function correct(signals: readonly Signal[], correction: Correction, textLength: number): readonly Signal[] {
  const { kind, verdict, instead } = correction
  if (kind === null) return signals
  const { start, end } = correction.span ?? { start: 0, end: textLength }
  if (verdict === 'right') {
    const stated = { kind, start, end, strength: correction.strength, method: byPerson }
    return signals.some((signal) => speaksOf(correction, signal))
      ? signals.map((signal) => (speaksOf(correction, signal) ? { ...signal, method: byPerson } : signal))
      : [...signals, stated]
  }
  const left = signals.filter((signal) => !speaksOf(correction, signal))
  if (instead === null) return left
  const named = { kind: instead, start, end, strength: statedStrength, method: byPerson }
  const isThere = left.some((signal) => speaksOf({ ...correction, kind: instead }, signal))
  return isThere ? left : [...left, named]
}
