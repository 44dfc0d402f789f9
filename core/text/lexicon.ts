import { type Tokens, wordKind } from './scan.ts'
import { foldUnit, printOf } from './word-print.ts'

/** Numbers words from 0 in the order given, and finds the number of a word where it stands in a text. */
export type Lexicon = {
  /** The number of a word in its normal form; -1 when it is not in the lexicon. */
  numberOf(word: string): number
  /** The number of a token that is a word, without cutting it out of its text; -1 for everything else. */
  numberAt(tokens: Tokens, index: number): number
}

/**
 * Makes a lexicon of words in their normal form; of equal words the last counts.
 * Cost: linear; a look-up compares one fingerprint and, when it is equal, the letters.
 */
export function makeLexicon(words: readonly string[]): Lexicon {
  const mask = 2 ** Math.ceil(Math.log2(words.length * 2 + 2)) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
  const prints = Int32Array.from(words, printOf)
  const find = (print: number, isIt: (number: number) => boolean): number => {
    let slot = slotOf(print) & mask
    for (let number = slots[slot] ?? -1; number >= 0; number = slots[slot] ?? -1) {
      if (prints[number] === print && isIt(number)) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }
  words.forEach((word, number) => {
    slots[find(prints[number] ?? 0, (other) => words[other] === word)] = number
  })
  return {
    numberOf: (word) => slots[find(printOf(word), (number) => words[number] === word)] ?? -1,
    numberAt(tokens, index) {
      if (tokens.kinds[index] !== wordKind) return -1
      const print = tokens.prints[index] ?? 0
      let slot = slotOf(print) & mask
      for (let number = slots[slot] ?? -1; number >= 0; number = slots[slot] ?? -1) {
        if (prints[number] === print && stands(tokens, index, words[number] ?? '')) return number
        slot = (slot + 1) & mask
      }
      return -1
    },
  }
}

function slotOf(print: number): number {
  return print ^ (print >>> 15)
}

/** Whether the token's normal form is this word. */
function stands({ text, starts, ends, unusual }: Tokens, index: number, word: string): boolean {
  if (unusual[index] !== '') return unusual[index] === word
  const start = starts[index] ?? 0
  if ((ends[index] ?? 0) - start !== word.length) return false
  for (let at = 0; at < word.length; at++) {
    if (foldUnit(text.charCodeAt(start + at)) !== word.charCodeAt(at)) return false
  }
  return true
}
