import type { CustomerId, InteractionId } from '../../base/ids.ts'
import type { Interaction } from '../../interactions/interaction.ts'
import { compareRanked, type Ranked } from '../../stats/best-of.ts'
import type { Span } from '../../text/sentences.ts'
import type { Signal, SignalKind } from '../signal.ts'
import { byPerson } from './correction.ts'

/** A signal worth a person's look; with `kind` null, a whole message. */
export type ReviewCandidate = {
  readonly chosen: 'unsure' | 'lot'
  readonly customer: CustomerId
  readonly interaction: InteractionId
  readonly kind: SignalKind | null
  readonly span: Span
  readonly strength: number
  readonly method: string
}

/** A strength at which we would as soon say no as yes. */
const doubtful = 0.5

/**
 * What of a message a person could be asked about: each signal by how unsure we are of it and by lot, which alone tells how
 * often the method is right, and the message as a whole by lot. The lot is the interaction's id, a fingerprint: the same
 * facts draw the same, in any order and by whomever they are read.
 */
export function candidatesOf(
  customer: CustomerId,
  { id, text }: Interaction,
  signals: readonly Signal[],
): readonly ReviewCandidate[] {
  const message = { customer, interaction: id }
  const whole = { kind: null, span: { start: 0, end: text?.length ?? 0 }, strength: 0, method: '' }
  return [
    { ...message, ...whole, chosen: 'lot' },
    ...signals
      .filter(({ method }) => method !== byPerson)
      .flatMap(({ kind, start, end, strength, method }): ReviewCandidate[] => {
        const found = { ...message, kind, span: { start, end }, strength, method }
        return [
          { ...found, chosen: 'unsure' },
          { ...found, chosen: 'lot' },
        ]
      }),
  ]
}

/** Its place among those that were chosen in the same way. */
export function rankOf({ chosen, interaction, span, strength }: ReviewCandidate): Ranked {
  const place = `${String(span.start).padStart(8, '0')}-${String(span.end).padStart(8, '0')}`
  return { rank: chosen === 'unsure' ? -doubtOf({ strength }) : 0, key: `${interaction} ${place}` }
}

/** Which comes first; assumes two that were chosen in one way. */
export function compareCandidates(left: ReviewCandidate, right: ReviewCandidate): number {
  return compareRanked(rankOf(left), rankOf(right))
}

/** 0 (sure) to 1 (as soon no as yes). */
export function doubtOf({ strength }: Pick<Signal, 'strength'>): number {
  return 1 - Math.min(1, Math.abs(strength - doubtful) / doubtful)
}
