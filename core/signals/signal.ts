/** What a signal can be; `say` in ./say-signal.ts puts each in plain words. */
export const customerSignals = [
  'frustration',
  'anger',
  'worry',
  'sadness',
  'confusion',
  'surprise',
  'relief',
  'joy',
  'gratitude',
  'effort',
  'leaving',
  'harm',
  'deadline',
  'vulnerability',
  'expectation',
  'desiredExperience',
  'priceStatement',
  'recommendation',
  'underlyingNeed',
] as const

export const companySignals = [
  'understanding',
  'acknowledgement',
  'openQuestion',
  'optionOffered',
  'ownership',
  'promise',
  'ruleCited',
  'refusal',
  'wayOut',
  'deflection',
  'spokenHandOff',
  'distrust',
  'jargon',
  'pressure',
] as const

/** What a customer says is at risk. */
export const stakes = [
  'leaving',
  'harm',
  'deadline',
  'vulnerability',
] as const satisfies readonly CustomerSignal[]

export type CustomerSignal = (typeof customerSignals)[number]
export type CompanySignal = (typeof companySignals)[number]
export type SignalKind = CustomerSignal | CompanySignal

/** All kinds, in the order in which they are shown and exported. */
export const signalKinds: readonly SignalKind[] = [...customerSignals, ...companySignals]

/** Something read in one interaction, with the words that show it. */
export type Signal = {
  readonly kind: SignalKind
  /** Evidence span in the text, UTF-16 code units, end exclusive. */
  readonly start: number
  readonly end: number
  /** 0 (barely) to 1 (beyond doubt). */
  readonly strength: number
  /** Which method read it, with its version: `signals-9`. */
  readonly method: string
}

/** How a company message treats the customer; see GLOSSARY. */
export type Posture = 'outsideIn' | 'insideOut' | 'both' | 'neither'
