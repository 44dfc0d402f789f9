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
  stakes: 'much at stake',
  acknowledgement: 'shows understanding',
  optionOffered: 'offers an option',
  ownership: 'takes ownership',
  promise: 'makes a promise',
  ruleCited: 'cites the rule',
  refusal: 'refuses',
  deflection: 'deflects',
  spokenHandOff: 'passed on',
}

/** A signal in plain words, the same on every screen and page. */
export function saySignal(kind: SignalKind): string {
  return words[kind]
}
