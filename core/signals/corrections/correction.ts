import type { InteractionId } from '../../base/ids.ts'
import type { Instant } from '../../base/time.ts'
import type { Side } from '../../interactions/interaction.ts'
import type { Span } from '../../text/sentences.ts'
import { companySignals, customerSignals, type Signal, type SignalKind } from '../signal.ts'

/** How the text came before the reviewer: met while reading, asked because we were unsure, or drawn by lot. */
export const waysOfChoosing = ['met', 'unsure', 'lot'] as const
export type WayOfChoosing = (typeof waysOfChoosing)[number]

/**
 * What a person says of one signal in one text. A fact: kept for good, with who said it and when; it holds for every
 * later reading of the text, by whatever method.
 */
export type Correction = {
  readonly id: string
  readonly interaction: InteractionId
  /** Null: the message as a whole; all that is marked is right, and nothing is missing. */
  readonly kind: SignalKind | null
  /** The words that were judged, in the text as it is kept; null: the message as a whole. */
  readonly span: Span | null
  readonly verdict: 'right' | 'wrong'
  /** With `wrong`: what it is instead. */
  readonly instead: SignalKind | null
  /** As it was read when it was judged; `person` where nothing had been read. */
  readonly strength: number
  readonly method: string
  readonly chosen: WayOfChoosing
  readonly reviewer: string
  readonly at: Instant
}

/** The method of a signal that a person confirmed or named. */
export const byPerson = 'person'

/** A person says that it is there, not how strongly: enough to count as an emotion and as a posture. */
export const statedStrength = 0.8

/** What may be named in a message of that side. */
export function signalsOfSide(side: Side): readonly SignalKind[] {
  return side === 'customer' ? customerSignals : companySignals
}

/** Whether a correction speaks of this signal: the same kind, and words in common or the whole message. */
export function speaksOf({ kind, span }: Correction, signal: Signal): boolean {
  return kind === signal.kind && (span === null || (span.start < signal.end && signal.start < span.end))
}
