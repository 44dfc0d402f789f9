import { invariant } from '../../base/invariant.ts'
import { compareText } from '../../base/order.ts'
import { hashText } from '../../text/hash.ts'
import type { WordTable } from '../../text/word-table.ts'
import type { SignalKind } from '../signal.ts'
import { type Compared, type Comparison, compareReadings } from './compare-readings.ts'
import { countFeatures, featuresOf, placesOf } from './features.ts'
import { type LabelledText, truthOf } from './labels.ts'
import {
  type Example,
  type LinearModel,
  preparePrediction,
  type Training,
  trainModel,
} from './train-model.ts'

/** Stamped on every signal that a learned model read. */
export const learnedMethod = 'learned-1'

/** What was learned of one kind; without a model, the cues go on reading it. */
export type LearnedKind = {
  readonly kind: SignalKind
  readonly comparison: Comparison
  readonly model: LinearModel | null
}

export type LearnedSignals = readonly LearnedKind[]

/** Messages judged as a whole, and among them such that show the signal, below which nothing is tried. */
export const leastLabels = 100
export const leastTrues = 20

const folds = 5
/** Tried in turn, the most cautious first. */
const cautions = [2e-2, 2e-3]
/** From here on a model says yes. */
export const decisive = 0.5

/**
 * Learns each kind of signal from what people said, and compares it with the cues on messages held back: five parts,
 * each read by a model that was trained on the other four. A model takes over only where its F1 is better beyond
 * chance (the whole 95 % interval above zero), and better than saying yes always.
 * Only messages judged as a whole are compared: single judgements stand where the cues already found something.
 * Refuses (leaves out): kinds with fewer than 100 such messages, or fewer than 20 that show it.
 * Assumes nothing of order: labels are taken by their fingerprint. Cost: about a second for a kind and a thousand labels.
 */
export function learnSignals(
  labelled: readonly LabelledText[],
  kinds: readonly SignalKind[],
  table: WordTable,
): LearnedSignals {
  const read = labelled.map((label) => ({
    ...label,
    // By the text, so that the same words never stand in two parts.
    fold: Number.parseInt(hashText(label.text).slice(0, 6), 16) % folds,
    print: hashText(JSON.stringify([label.text, label.isWhole, [...label.shown].sort()])),
    features: featuresOf(label.text, label.cues, table),
  }))
  const inOrder = read.sort((left, right) => compareText(left.print, right.print))
  return kinds.flatMap((kind) => {
    const known = inOrder.flatMap((label): Known[] => {
      const isTrue = truthOf(label, kind)
      return isTrue === null ? [] : [{ ...label, isTrue }]
    })
    const whole = known.filter(({ isWhole }) => isWhole)
    if (whole.length < leastLabels || whole.filter(({ isTrue }) => isTrue).length < leastTrues) return []
    return [learnKind(kind, known, table)]
  })
}

type Known = LabelledText & Example & { readonly fold: number }

function learnKind(kind: SignalKind, known: readonly Known[], table: WordTable): LearnedKind {
  const size = countFeatures(table)
  const start = startOf(kind, table)
  const tried = cautions.map((caution) => {
    const training = { size, start, caution }
    return { training, heldBack: predictHeldBack(known, training).filter(({ isWhole }) => isWhole) }
  })
  const compared = Array.from({ length: folds }, (_, fold) => readFold(tried, fold, kind)).flat()
  const comparison = compareReadings(compared)
  if (comparison.low <= 0 || !beatsAlways(compared)) return { kind, comparison, model: null }
  const { training, threshold } = chooseBest(tried, () => true)
  const model = shiftTo(trainModel(known, training), placesOf(kind, table).always, threshold)
  return { kind, comparison, model }
}

/** Before any label, the model says what the cues say. */
function startOf(kind: SignalKind, table: WordTable): LinearModel {
  const { cue, always } = placesOf(kind, table)
  return [
    [cue, 8],
    [always, -3],
  ]
}

type HeldBack = Known & { readonly likely: number }
type Tried = { readonly training: Training; readonly heldBack: readonly HeldBack[] }

/** Each text as a model sees it that was trained on the other parts. */
function predictHeldBack(known: readonly Known[], training: Training): readonly HeldBack[] {
  return Array.from({ length: folds }, (_, fold) => {
    const model = trainModel(
      known.filter((label) => label.fold !== fold),
      training,
    )
    const predict = preparePrediction(model, training.size)
    return known
      .filter((label) => label.fold === fold)
      .map((label) => ({ ...label, likely: predict(label.features) }))
  }).flat()
}

/** One part as the model reads it whose caution and threshold were chosen on the others. */
function readFold(tried: readonly Tried[], fold: number, kind: SignalKind): readonly Compared[] {
  const { heldBack, threshold } = chooseBest(tried, (text) => text.fold !== fold)
  return heldBack
    .filter((text) => text.fold === fold)
    .map(({ isTrue, cues, likely }) => ({
      isTrue,
      cues: cues.some((cue) => cue.kind === kind),
      learned: likely >= threshold,
    }))
}

/** The caution and the threshold with the best F1 on these texts; the more cautious of equal ones. */
function chooseBest(tried: readonly Tried[], isCounted: (text: HeldBack) => boolean) {
  const [first, ...others] = tried.map((one) => ({
    ...one,
    ...bestThreshold(one.heldBack.filter(isCounted)),
  }))
  invariant(first !== undefined, 'no caution was tried')
  return others.reduce((best, other) => (other.f1 > best.f1 ? other : best), first)
}

/** Saying yes to every message scores too where a signal is frequent; a model must know more than that. */
function beatsAlways(compared: readonly Compared[]): boolean {
  return compareReadings(compared.map((text) => ({ ...text, cues: true }))).low > 0
}

/** From which likelihood on a yes gives the best F1. */
function bestThreshold(texts: readonly { readonly likely: number; readonly isTrue: boolean }[]) {
  const ranked = texts.toSorted((left, right) => right.likely - left.likely)
  const trues = ranked.filter(({ isTrue }) => isTrue).length
  let hits = 0
  let best = { f1: 0, threshold: decisive }
  ranked.forEach(({ likely, isTrue }, index) => {
    hits += Number(isTrue)
    const next = ranked[index + 1]?.likely ?? 0
    const f1 = (2 * hits) / (trues + index + 1)
    if (f1 > best.f1 && next < likely) best = { f1, threshold: (likely + next) / 2 }
  })
  return best
}

/** The same model, with its yes beginning at an even chance. */
function shiftTo(model: LinearModel, always: number, threshold: number): LinearModel {
  const shift = Math.log(threshold / (1 - threshold))
  return model.map(([place, weight]) => [place, place === always ? weight - shift : weight])
}
