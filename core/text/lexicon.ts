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
  const { letters, from } = lettersOf(words)
  const lexicon: Lexicon = {
    numberOf(word) {
      return slots[slotOfWord(word, printOf(word))] ?? -1
    },
    numberAt({ text, kinds, prints: printsAt, unusual, starts, ends }, index) {
      if (kinds[index] !== wordKind) return -1
      const print = printsAt[index] ?? 0
      const normal = unusual[index] ?? ''
      if (normal !== '') return slots[slotOfWord(normal, print)] ?? -1
      let slot = firstSlot(print) & mask
      for (let number = slots[slot] ?? -1; number >= 0; number = slots[slot] ?? -1) {
        if (prints[number] === print && stands(number, text, starts[index] ?? 0, ends[index] ?? 0))
          return number
        slot = (slot + 1) & mask
      }
      return -1
    },
  }
  words.forEach((word, number) => {
    slots[slotOfWord(word, prints[number] ?? 0)] = number
  })
  return lexicon

  function slotOfWord(word: string, print: number): number {
    let slot = firstSlot(print) & mask
    for (let number = slots[slot] ?? -1; number >= 0; number = slots[slot] ?? -1) {
      if (prints[number] === print && words[number] === word) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  /** Whether the text from `start` to `end`, folded, is this word. */
  function stands(number: number, text: string, start: number, end: number): boolean {
    const first = from[number] ?? 0
    if (end - start !== (from[number + 1] ?? 0) - first) return false
    for (let at = start; at < end; at++) {
      if (foldUnit(text.charCodeAt(at)) !== letters[first + at - start]) return false
    }
    return true
  }
}

function firstSlot(print: number): number {
  return print ^ (print >>> 15)
}

/** All words' code units in a row, and where each word's begin. */
function lettersOf(words: readonly string[]) {
  const from = new Int32Array(words.length + 1)
  words.forEach((word, number) => {
    from[number + 1] = (from[number] ?? 0) + word.length
  })
  const all = words.join('')
  const letters = Uint16Array.from({ length: all.length }, (_, at) => all.charCodeAt(at))
  return { letters, from }
}
