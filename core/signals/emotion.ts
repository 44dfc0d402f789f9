import type { Signal, SignalKind } from './signal.ts'

/** Ties go to the earlier. */
export const emotions = [
  'anger',
  'frustration',
  'worry',
  'sadness',
  'confusion',
  'surprise',
  'relief',
  'joy',
  'gratitude',
] as const satisfies readonly SignalKind[]

export type Emotion = (typeof emotions)[number]

/** A polite "thanks" alone is below this and is no emotion. */
const leastStrength = 0.35

/** The strongest emotion among the signals of customer messages, or null when there is none to speak of. */
export function emotionOf(signals: readonly Signal[]): Emotion | null {
  let strongest: Emotion | null = null
  let most = leastStrength
  for (const emotion of emotions) {
    for (const { kind, strength } of signals) {
      if (kind !== emotion || strength < most || (strength === most && strongest !== null)) continue
      strongest = emotion
      most = strength
    }
  }
  return strongest
}

/** How hard the customer had to work, 0 to 1: each sign of effort adds its strength to what is left. */
export function effortOf(signals: readonly Signal[]): number {
  let ease = 1
  for (const { kind, strength } of signals) if (kind === 'effort') ease *= 1 - strength * 0.7
  return Math.round((1 - ease) * 100) / 100
}
