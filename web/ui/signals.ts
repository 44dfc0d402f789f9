import { emotions } from '../../core/signals/emotion.ts'
import { insideOutKinds, outsideInKinds } from '../../core/signals/posture.ts'
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
  leaving: 'May leave',
  harm: 'Harm',
  deadline: 'Deadline',
  vulnerability: 'Vulnerability',
  expectation: 'Expectation',
  desiredExperience: 'Desired experience',
  priceStatement: 'Judgement of the price',
  recommendation: 'Recommendation',
  underlyingNeed: 'Need behind it',
  understanding: 'Said back',
  acknowledgement: 'Acknowledged',
  openQuestion: 'Open question',
  optionOffered: 'Option offered',
  ownership: 'Took ownership',
  promise: 'Promise',
  ruleCited: 'Rule cited',
  refusal: 'Refusal',
  wayOut: 'Way out',
  deflection: 'Sent away',
  spokenHandOff: 'Told to go elsewhere',
  distrust: 'Distrust',
  jargon: 'Company jargon',
  pressure: 'Pressure to close',
}

export function nameSignal(kind: SignalKind): string {
  return names[kind]
}

const meanings: Readonly<Partial<Record<SignalKind, string>>> = {
  effort: 'What customers say they had to do, or to do again, to get this far.',
  leaving: 'The customer says that they may close, switch or not come back.',
  harm: 'Money stolen, danger, injury, or a step to the law or the public.',
  deadline: 'It has to happen by a certain time, or at once.',
  vulnerability: 'Illness, age, loss or want that makes the matter weigh more.',
  expectation: 'What the customer thought or was told would happen.',
  desiredExperience: 'How the customer wishes it to be, beyond the request itself.',
  priceStatement: 'The customer judges a price, a fee or what it is worth.',
  recommendation: 'The customer would or would not recommend the company, or tells others.',
  underlyingNeed: 'Beside the request: what it is for.',
  understanding: 'The company says back what the customer needs, or asks whether it has it right.',
  acknowledgement: 'The company recognises what the customer feels or went through.',
  openQuestion: 'The company asks a question that can be answered in the customer’s own words.',
  optionOffered: 'The company offers something the customer can choose.',
  ownership: 'Someone says: I will see to it.',
  promise: 'The customer is told what will happen, by when.',
  ruleCited: 'The company answers with its rule.',
  refusal: 'The company says no.',
  wayOut: 'The company says no, and what can be done instead.',
  deflection: 'The company sends the customer away without taking the matter on.',
  spokenHandOff: 'The customer is told that someone else must handle it.',
  distrust: 'The company doubts the customer’s word, or asks for proof because of doubt.',
  jargon: 'Words that only the company uses, or that keep the customer at a distance.',
  pressure: 'The customer is pushed to decide, buy or end the talk.',
}

/** What a signal is, for the head of its evidence. */
export function explainSignal(kind: SignalKind): string {
  return meanings[kind] ?? 'Messages of customers whose words show it; the words are underlined.'
}

const postures: Readonly<Record<string, { readonly name: string; readonly meaning: string }>> = {
  outsideIn: {
    name: 'Answered outside-in',
    meaning: 'The company says back what it understood, acknowledges, asks openly, offers, or takes it on.',
  },
  insideOut: {
    name: 'Answered inside-out',
    meaning:
      'The company cites its rule, refuses without a way out, sends away, doubts, keeps a distance, or presses.',
  },
  both: {
    name: 'Both at once',
    meaning: 'One message that turns to the customer and keeps them off.',
  },
}

/** The head of a list of evidence: of one signal, or of all signs of a posture. */
export function nameSigns(named: string): { readonly name: string; readonly meaning: string | null } {
  const signal = parseSignal(named)
  if (signal !== null) return { name: nameSignal(signal), meaning: explainSignal(signal) }
  return (Object.hasOwn(postures, named) ? postures[named] : undefined) ?? { name: 'Signals', meaning: null }
}

/** The signal that a URL names, if there is such a one. */
export function parseSignal(text: string): SignalKind | null {
  return signalKinds.find((kind) => kind === text) ?? null
}

const meaningOfKind: Readonly<Partial<Record<SignalKind, 'outside-in' | 'inside-out'>>> = {
  ...Object.fromEntries(outsideInKinds.map((kind) => [kind, 'outside-in'] as const)),
  ...Object.fromEntries(insideOutKinds.map((kind) => [kind, 'inside-out'] as const)),
  spokenHandOff: 'inside-out',
}

/** Which of the product's two meanings a company's signal carries; null for a customer's. */
export function meaningOf(kind: SignalKind): 'outside-in' | 'inside-out' | null {
  return meaningOfKind[kind] ?? null
}
