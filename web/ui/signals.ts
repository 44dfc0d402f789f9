import { type SignalKind, signalKinds } from '../../core/signals/signal.ts'

/** Emotions from the most strained to the most eased: the order in which they are drawn everywhere. */
export const emotionScale = [
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

type Tone = { readonly side: 'strained' | 'middle' | 'eased'; readonly colour: string }

const tones: Readonly<Partial<Record<SignalKind, Tone>>> = {
  anger: { side: 'strained', colour: '--strained-3' },
  frustration: { side: 'strained', colour: '--strained-2' },
  worry: { side: 'strained', colour: '--strained-2' },
  sadness: { side: 'strained', colour: '--strained-2' },
  confusion: { side: 'strained', colour: '--strained-1' },
  surprise: { side: 'middle', colour: '--ink-faint' },
  relief: { side: 'eased', colour: '--eased-1' },
  joy: { side: 'eased', colour: '--eased-2' },
  gratitude: { side: 'eased', colour: '--eased-3' },
}

/** Where a signal stands between strained and eased; what is no emotion stands in the middle, in ink. */
export function toneOf(kind: SignalKind | null): Tone {
  return (kind === null ? undefined : tones[kind]) ?? { side: 'middle', colour: '--ink-soft' }
}

const names: Readonly<Record<SignalKind, string>> = {
  frustration: 'Frustration',
  anger: 'Anger',
  worry: 'Worry',
  sadness: 'Sadness',
  confusion: 'Confusion',
  surprise: 'Surprise',
  relief: 'Relief',
  joy: 'Joy',
  gratitude: 'Gratitude',
  effort: 'Effort',
  stakes: 'Stakes',
  acknowledgement: 'Acknowledged',
  optionOffered: 'Option offered',
  ownership: 'Took ownership',
  promise: 'Promise',
  ruleCited: 'Rule cited',
  refusal: 'Refusal',
  deflection: 'Sent away',
  spokenHandOff: 'Told to go elsewhere',
}

export function nameSignal(kind: SignalKind): string {
  return names[kind]
}

/** The signal that a URL names, if there is such a one. */
export function parseSignal(text: string): SignalKind | null {
  return signalKinds.find((kind) => kind === text) ?? null
}

/** Which of the product's two meanings a company's signal carries; null for a customer's. */
export function meaningOf(kind: SignalKind): 'outside-in' | 'inside-out' | null {
  if (kind === 'acknowledgement' || kind === 'optionOffered' || kind === 'ownership') return 'outside-in'
  if (kind === 'ruleCited' || kind === 'refusal' || kind === 'deflection' || kind === 'spokenHandOff') {
    return 'inside-out'
  }
  return null
}
