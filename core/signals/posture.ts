import type { Posture, Signal, SignalKind } from './signal.ts'

export const outsideInKinds: readonly SignalKind[] = [
  'understanding',
  'acknowledgement',
  'openQuestion',
  'optionOffered',
  'ownership',
]
export const insideOutKinds: readonly SignalKind[] = [
  'ruleCited',
  'deflection',
  'refusal',
  'distrust',
  'jargon',
  'pressure',
]

/** What makes a refusal leave the customer with something to choose. */
export const waysOut: readonly SignalKind[] = ['wayOut', 'optionOffered']

/** Postures whose messages are listed, and the signs that a message of each bears. */
export const signsOf = {
  outsideIn: outsideInKinds,
  insideOut: insideOutKinds,
  both: outsideInKinds,
} as const satisfies Readonly<Partial<Record<Posture, readonly SignalKind[]>>>

export function isPosture(name: string): name is keyof typeof signsOf {
  return Object.hasOwn(signsOf, name)
}

/** "Let me check" alone shows no posture. */
export const leastStrength = 0.5

/**
 * How a company message treats the customer, from the signals read in it: outside-in shares understanding, asks openly,
 * offers options or takes ownership; inside-out cites a rule, deflects, distrusts, keeps a distance, presses, or refuses
 * without a way out. Assumes the signals of one company message. Says 'neither' when it shows none of them.
 */
export function postureOf(signals: readonly Signal[]): Posture {
  const kinds = new Set(signals.filter(({ strength }) => strength >= leastStrength).map(({ kind }) => kind))
  const hasWayOut = waysOut.some((kind) => kinds.has(kind))
  const outsideIn = outsideInKinds.some((kind) => kinds.has(kind))
  const insideOut = insideOutKinds.some((kind) => kinds.has(kind) && !(kind === 'refusal' && hasWayOut))
  if (outsideIn) return insideOut ? 'both' : 'outsideIn'
  return insideOut ? 'insideOut' : 'neither'
}
