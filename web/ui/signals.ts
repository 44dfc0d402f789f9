import { emotions } from '../../core/signals/emotion.ts'
import { type SignalKind, signalKinds } from '../../core/signals/signal.ts'

/** Emotions from the most strained to the most eased: the order in which they are drawn everywhere. */
export const emotionScale = emotions

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

const meanings: Readonly<Partial<Record<SignalKind, string>>> = {
  effort: 'What customers say they had to do, or to do again, to get this far.',
  stakes: 'What hangs on it for the customer.',
  acknowledgement: 'The company says that it has understood what the customer lived through.',
  optionOffered: 'The company offers something the customer can choose.',
  ownership: 'Someone says: I will see to it.',
  promise: 'The customer is told what will happen, by when.',
  ruleCited: 'The company answers with its rule.',
  refusal: 'The company says no.',
  deflection: 'The company sends the customer away without taking the matter on.',
  spokenHandOff: 'The customer is told that someone else must handle it.',
}

/** What a signal is, for the head of its evidence. */
export function explainSignal(kind: SignalKind): string {
  return meanings[kind] ?? 'Messages of customers whose words show it; the words are underlined.'
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
