import type { SignalKind } from './signal.ts'

const words: Readonly<Record<SignalKind, string>> = {
  frustration: 'frustrated',
  anger: 'angry',
  worry: 'worried',
  sadness: 'sad',
  confusion: 'confused',
  surprise: 'surprised',
  relief: 'relieved',
  joy: 'happy',
  gratitude: 'grateful',
  effort: 'has to work for it',
  leaving: 'may leave',
  harm: 'harm or danger',
  deadline: 'needed in time',
  vulnerability: 'vulnerable',
  expectation: 'expected something',
  desiredExperience: 'wishes how it should be',
  priceStatement: 'judges the price',
  recommendation: 'would or would not recommend',
  underlyingNeed: 'says what it is for',
  understanding: 'says back what was understood',
  acknowledgement: 'acknowledges the feeling',
  openQuestion: 'asks openly',
  optionOffered: 'offers an option',
  ownership: 'takes ownership',
  promise: 'makes a promise',
  ruleCited: 'cites the rule',
  refusal: 'refuses',
  wayOut: 'shows a way out',
  deflection: 'deflects',
  spokenHandOff: 'passed on',
  distrust: 'doubts the customer',
  jargon: 'speaks in the company’s terms',
  pressure: 'pushes to close',
}

/** A signal in plain words, the same on every screen and page. */
export function saySignal(kind: SignalKind): string {
  return words[kind]
}
