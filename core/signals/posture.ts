import type { Posture, Signal, SignalKind } from './signal.ts'

const outsideInKinds: readonly SignalKind[] = ['acknowledgement', 'optionOffered', 'ownership']
const insideOutKinds: readonly SignalKind[] = ['ruleCited', 'deflection', 'refusal']

/** "Let me check" alone shows no posture. */
const leastStrength = 0.5

/**
 * How a company message treats the customer, from the signals read in it: outside-in shares understanding, offers options
 * or takes ownership; inside-out cites a rule, deflects, or refuses without an option.
 * Assumes the signals of one company message. Says 'neither' when it shows none of them.
 */
export function postureOf(signals: readonly Signal[]): Posture {
  const kinds = new Set(signals.filter(({ strength }) => strength >= leastStrength).map(({ kind }) => kind))
  const outsideIn = outsideInKinds.some((kind) => kinds.has(kind))
  const insideOut = insideOutKinds.some(
    (kind) => kinds.has(kind) && !(kind === 'refusal' && kinds.has('optionOffered')),
  )
  if (outsideIn) return insideOut ? 'both' : 'outsideIn'
  return insideOut ? 'insideOut' : 'neither'
}
