import type { Side } from '../../interactions/interaction.ts'
import type { Cue } from '../cues/cue.ts'
import { type Signal, type SignalKind, signalKinds } from '../signal.ts'
import { endOf, prepareReader, type Reading, startOf } from '../symbols.ts'
import { saidModel } from './model.ts'
import { prepareSentenceScores, type Said } from './score-sentences.ts'

/** In which sentences cues of which kinds stand, whether they count there or not. */
export class Heard {
  readonly #kinds = new Set<number>()

  add({ kind, looksLike = [] }: Cue, sentence: number): void {
    if (kind !== null) this.#kinds.add(placeOf(kind, sentence))
    for (const other of looksLike) this.#kinds.add(placeOf(other, sentence))
  }

  has(kind: SignalKind, sentence: number): boolean {
    return this.#kinds.has(placeOf(kind, sentence))
  }
}

function placeOf(kind: SignalKind, sentence: number): number {
  return sentence * signalKinds.length + signalKinds.indexOf(kind)
}

/** Customers say much in two words (“So annoying”), companies mostly manners (“My apologies”). */
const fewestWords = { customer: 2, company: 3 }

/**
 * Prepares the reading of a text into symbols, those of cues first and then the model's words, so that a text is cut once,
 * and of the sentences that show a kind by all of their words. Where a cue of the kind stands, its words are the better evidence;
 * where it was stopped by the words around it, or manners stand, the sentence does not show the kind either.
 */
export function prepareSentences(side: Side, cueWords: ReadonlyMap<string, number>, method: string) {
  const model = saidModel(side)
  const symbols = new Map(cueWords)
  for (const word of model.words) if (!symbols.has(word)) symbols.set(word, symbols.size + 1)
  const rowOf = new Int32Array(symbols.size + 1).fill(-1)
  model.words.forEach((word, row) => {
    rowOf[symbols.get(word) ?? 0] = row
  })
  const scoreSentences = prepareSentenceScores(model, rowOf, fewestWords[side])
  let cues = new Int32Array(1024)
  return {
    read: prepareReader(symbols),
    /** The symbols as cues know them: 0 for words that none holds. They hold until the next reading. */
    cueSymbols({ symbols: all, count }: Reading): Int32Array {
      if (cues.length < count) cues = new Int32Array(count * 2)
      for (let at = 0; at < count; at++) cues[at] = (all[at] ?? 0) <= cueWords.size ? (all[at] ?? 0) : 0
      return cues
    },
    readSentences(reading: Reading, heard: Heard): readonly Signal[] {
      return scoreSentences(reading).flatMap((said) => {
        const kind = model.kinds[said.kind]
        if (kind === undefined || heard.has(kind, reading.sentences[said.start] ?? 0)) return []
        const span = { start: startOf(reading, said.start), end: endOf(reading, said.end - 1) }
        return [{ kind, ...span, strength: strengthOf(said), method }]
      })
    },
  }
}

/** Even odds at the threshold, nearing 1. */
function strengthOf({ over }: Said): number {
  return Math.round(100 / (1 + Math.exp(-over))) / 100
}
