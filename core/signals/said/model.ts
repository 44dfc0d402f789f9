import { fromBase64 } from '../../base/base64.ts'
import { once } from '../../base/once.ts'
import type { Side } from '../../interactions/interaction.ts'
import { signalsOfSide } from '../corrections/correction.ts'
import type { SignalKind } from '../signal.ts'
import stored from './model.json' with { type: 'json' }

/** What the words of a sentence, and two words side by side, say for each kind of one side's signals. */
export type SaidModel = {
  readonly kinds: readonly SignalKind[]
  /** From which score on a sentence shows the kind. */
  readonly thresholds: readonly number[]
  /** What counts for every sentence, and for one that ends plainly, as a question or as an exclamation. */
  readonly always: readonly number[]
  readonly endings: readonly (readonly number[])[]
  /** One step of a weight, by kind. */
  readonly steps: readonly number[]
  readonly words: readonly string[]
  /** One row a word, one column a kind. */
  readonly wordWeights: Int8Array
  readonly pairs: Pairs
}

/** Two words side by side, found by their print: the low bits say where, the high ones whether it is they. */
export type Pairs = {
  /** 0 where nothing is kept. */
  readonly checks: Uint16Array
  readonly weights: Int8Array
}

const models = { customer: once(() => unpack('customer')), company: once(() => unpack('company')) }

/** The model of one side, made by measure/said/build.ts; unpacked when first asked for. */
export function saidModel(side: Side): SaidModel {
  return models[side]()
}

function unpack(side: Side): SaidModel {
  const { words, ...model } = stored[side]
  return {
    kinds: signalsOfSide(side),
    thresholds: model.thresholds,
    always: model.always,
    endings: model.endings,
    steps: model.steps,
    words: words.split(' '),
    wordWeights: new Int8Array(fromBase64(model.wordWeights).buffer),
    pairs: {
      checks: new Uint16Array(fromBase64(model.pairChecks).buffer),
      weights: new Int8Array(fromBase64(model.pairWeights).buffer),
    },
  }
}

/** A number of 32 bits for two words side by side. Source: the mixing steps of MurmurHash3. */
export function printOfPair(one: number, other: number): number {
  let print = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b)
  print = Math.imul(print ^ (print >>> 15), 0x2c1b3c6d)
  return (print ^ (print >>> 13)) >>> 0
}

/** What is kept of a pair beside its place; never 0, which stands for nothing. */
export function checkOf(print: number): number {
  return (print >>> 16) | 1
}
