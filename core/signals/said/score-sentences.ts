import type { Reading } from '../symbols.ts'
import { printOfPair, type SaidModel } from './model.ts'

/** Where a sentence of a reading begins and ends, and how sure it shows a kind: 0 at the threshold. */
export type Said = {
  readonly kind: number
  readonly start: number
  readonly end: number
  readonly over: number
}

/**
 * Prepares the reading of sentences by a linear model of their words and of words side by side. `rowOf` gives the row of a
 * symbol, or -1. What is quoted is not read, nor what is too long to be a sentence or mostly no words. Cost: linear in words times kinds.
 */
export function prepareSentenceScores(
  model: SaidModel,
  rowOf: Int32Array,
): (reading: Reading) => readonly Said[] {
  const { thresholds, always, endings, steps, wordWeights } = model
  const kinds = thresholds.length
  const addPair = prepareAdder(model)
  const sums = new Int32Array(kinds)

  return (reading) => {
    const found: Said[] = []
    for (let start = 0, end = 0; start < reading.count; start = end) {
      end = endOfSentence(reading, start)
      const ending = reading.endings[reading.sentences[start] ?? 0] ?? 0
      if (end - start > longestSentence) continue
      const words = sumUp(reading, start, end, ending)
      if (words < fewestWords || words * 2 < end - start) continue
      const scale = 1 / Math.sqrt(words)
      for (let kind = 0; kind < kinds; kind++) {
        const said = (sums[kind] ?? 0) * (steps[kind] ?? 0) * scale
        const over = said + (always[kind] ?? 0) + (endings[ending]?.[kind] ?? 0) - (thresholds[kind] ?? 0)
        if (over >= 0) found.push({ kind, start, end, over })
      }
    }
    return found
  }

  /** How many known words there are; what they say is in `sums`. */
  function sumUp({ symbols, quoted }: Reading, start: number, end: number, ending: number): number {
    sums.fill(0)
    let words = 0
    let before = opening(model)
    for (let at = start; at < end; at++) {
      if (quoted[at] === 1) continue
      const row = rowOf[symbols[at] ?? 0] ?? -1
      if (row >= 0) {
        words++
        const from = row * kinds
        for (let kind = 0; kind < kinds; kind++)
          sums[kind] = (sums[kind] ?? 0) + (wordWeights[from + kind] ?? 0)
        if (before >= 0) addPair(sums, before, row)
      }
      before = row
    }
    if (before >= 0) addPair(sums, before, closing(model, ending))
    return words
  }
}

const fewestWords = 3
const longestSentence = 100

function prepareAdder({ pairs: { checks, weights }, thresholds }: SaidModel) {
  const kinds = thresholds.length
  const mask = checks.length - 1
  return (sums: Int32Array, one: number, other: number): void => {
    const print = printOfPair(one, other)
    const place = print & mask
    if (checks[place] !== checkOf(print)) return
    const from = place * kinds
    for (let kind = 0; kind < kinds; kind++) sums[kind] = (sums[kind] ?? 0) + (weights[from + kind] ?? 0)
  }
}

/** What is kept of a pair beside its place; never 0, which stands for nothing. */
export function checkOf(print: number): number {
  return (print >>> 16) | 1
}

/** Stand for the beginning of a sentence and for its end, as words of their own. */
export const opening = ({ words }: Pick<SaidModel, 'words'>): number => words.length
export const closing = ({ words }: Pick<SaidModel, 'words'>, ending: number): number =>
  words.length + 1 + ending

export function endOfSentence({ sentences, count }: Reading, start: number): number {
  let end = start + 1
  while (end < count && sentences[end] === sentences[start]) end++
  return end
}
