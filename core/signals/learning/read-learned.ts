import type { Side } from '../../interactions/interaction.ts'
import { type Span, splitSentences } from '../../text/sentences.ts'
import type { WordTable } from '../../text/word-table.ts'
import { signalsOfSide } from '../corrections/correction.ts'
import { readSignals } from '../read-signals.ts'
import type { Signal } from '../signal.ts'
import { countFeatures, type Features, featuresOf } from './features.ts'
import { decisive, type LearnedSignals, learnedMethod } from './learn-signals.ts'
import { preparePrediction } from './train-model.ts'

export type ReadSignals = (text: string, from: Side) => readonly Signal[]

/**
 * Reads signals by cues, and the kinds that a learned model reads better by that model: its yes keeps the cues' words as
 * evidence, or names the sentence that speaks most for it; its no drops them. Strength is then the model's probability.
 * Without a learned model it is readSignals itself. Cost: with one, about twice as much a text.
 */
export function prepareSignalReader(learned: LearnedSignals, table: WordTable): ReadSignals {
  const size = countFeatures(table)
  const taken = learned.flatMap(({ kind, model }) =>
    model === null ? [] : [{ kind, predict: preparePrediction(model, size) }],
  )
  if (taken.length === 0) return readSignals
  return (text, from) => {
    const cues = readSignals(text, from)
    const own = taken.filter(({ kind }) => signalsOfSide(from).includes(kind))
    if (own.length === 0) return cues
    const features = featuresOf(text, cues, table)
    const read = own.flatMap(({ kind, predict }): readonly Signal[] => {
      const likely = predict(features)
      if (likely < decisive) return []
      const stamp = { strength: Math.round(likely * 100) / 100, method: learnedMethod }
      const found = cues.filter((cue) => cue.kind === kind)
      if (found.length > 0) return found.map((cue) => ({ ...cue, ...stamp }))
      return [{ kind, ...tellingSentence(text, predict, table), ...stamp }]
    })
    const others = cues.filter(({ kind }) => !own.some((known) => known.kind === kind))
    return [...others, ...read].sort((left, right) => left.start - right.start || left.end - right.end)
  }
}

function tellingSentence(text: string, predict: (features: Features) => number, table: WordTable): Span {
  let telling: Span = { start: 0, end: text.length }
  let most = -1
  for (const sentence of splitSentences(text).slice(0, 20)) {
    const likely = predict(featuresOf(text.slice(sentence.start, sentence.end), [], table))
    if (likely <= most) continue
    telling = sentence
    most = likely
  }
  return telling
}
