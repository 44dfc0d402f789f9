import { endOfSentence, type Reading } from '../symbols.ts'
import { checkOf, printOfPair, type SaidModel } from './model.ts'

/** Where a sentence of a reading begins and ends, and how sure it shows a kind: 0 at the threshold. */
export type Said = {
  readonly kind: number
  readonly start: number
  readonly end: number
  readonly over: number
}

/**
 * Prepares the reading of sentences by a linear model of their words and of words side by side. `rowOf` gives the row of a
 * symbol, or -1. What is quoted is not read, nor what is too short or too long to be a sentence, or mostly no words. Cost: linear in words times kinds.
 */
export function prepareSentenceScores(
  model: SaidModel,
  rowOf: Int32Array,
  fewestWords: number,
): (reading: Reading) => readonly Said[] {
  const { thresholds, always, endings, steps, pairs } = model
  const kinds = thresholds.length
  const width = Math.ceil(kinds / 2)
  const words = packRows(model.wordWeights, kinds)
  const pairRows = packRows(pairs.weights, kinds)
  const mask = pairs.checks.length - 1
  const sums = new Int32Array(width)
  let added = 0

  return (reading) => {
    const found: Said[] = []
    for (let start = 0, end = 0; start < reading.count; start = end) {
      end = endOfSentence(reading, start)
      if (end - start > longestSentence || end - start < fewestWords) continue
      const ending = reading.endings[reading.sentences[start] ?? 0] ?? 0
      const known = sumUp(reading, start, end, ending)
      if (known < fewestWords || known * 2 < end - start) continue
      const scale = 1 / Math.sqrt(known)
      for (let kind = 0; kind < kinds; kind++) {
        const said = sumOf(kind) * (steps[kind] ?? 0) * scale
        const over = said + (always[kind] ?? 0) + (endings[ending]?.[kind] ?? 0) - (thresholds[kind] ?? 0)
        if (over >= 0) found.push({ kind, start, end, over })
      }
    }
    return found
  }

  /** How many known words there are; what they say is in `sums`. */
  function sumUp({ symbols, quoted }: Reading, start: number, end: number, ending: number): number {
    sums.fill(0)
    added = 0
    let known = 0
    let before = opening(model)
    for (let at = start; at < end; at++) {
      if (quoted[at] === 1) continue
      const row = rowOf[symbols[at] ?? 0] ?? -1
      if (row >= 0) {
        known++
        addRow(words, row)
        if (before >= 0) addPair(before, row)
      }
      before = row
    }
    if (before >= 0) addPair(before, closing(model, ending))
    return known
  }

  function addPair(one: number, other: number): void {
    const print = printOfPair(one, other)
    const place = print & mask
    if (pairs.checks[place] === checkOf(print)) addRow(pairRows, place)
  }

  function addRow(rows: Int32Array, row: number): void {
    const from = row * width
    for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + (rows[from + at] ?? 0)
    added++
  }

  function sumOf(kind: number): number {
    const both = sums[kind >> 1] ?? 0
    return ((kind & 1) === 0 ? both & 0xffff : both >>> 16) - added * lift
  }
}

/** With twice as many rows, lifted above 0, a sum still fits into 16 bits. */
const longestSentence = 100
const lift = 128

/** Two kinds in one number, so that one addition adds both. */
function packRows(weights: Int8Array, kinds: number): Int32Array {
  const width = Math.ceil(kinds / 2)
  const packed = new Int32Array((weights.length / kinds) * width)
  for (let at = 0; at < weights.length; at++) {
    const kind = at % kinds
    const place = ((at - kind) / kinds) * width + (kind >> 1)
    packed[place] = (packed[place] ?? 0) + (((weights[at] ?? 0) + lift) << ((kind & 1) * 16))
  }
  return packed
}

/** Stand for the beginning of a sentence and for its end, as words of their own. */
export const opening = ({ words }: Pick<SaidModel, 'words'>): number => words.length
export const closing = ({ words }: Pick<SaidModel, 'words'>, ending: number): number =>
  words.length + 1 + ending
