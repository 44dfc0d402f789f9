import { readingPart } from '../../text/clean.ts'
import { tokenise } from '../../text/tokenise.ts'
import { embedText, type WordTable } from '../../text/word-table.ts'
import { type Signal, type SignalKind, signalKinds } from '../signal.ts'

/** What a linear model sees of a text: places and values, no place twice. */
export type Features = { readonly places: readonly number[]; readonly values: readonly number[] }

const hashed = 1 << 13
const mostWords = 200
const meaningWeight = 2

export function countFeatures(table: WordTable): number {
  return hashed + table.dimensions + signalKinds.length + 1
}

/** Where the cues' own reading of a kind stands, and the one that is always 1. */
export function placesOf(kind: SignalKind, table: WordTable) {
  const cues = hashed + table.dimensions
  return { cue: cues + signalKinds.indexOf(kind), always: cues + signalKinds.length }
}

/**
 * A text as numbers: which words and pairs of words it has (hashed), what it means (the word table), and how strongly
 * the cues read each signal in it, so that a model starts from what the cues know.
 * Cost: linear in the text's first 200 words.
 */
export function featuresOf(text: string, cues: readonly Signal[], table: WordTable): Features {
  const said = readingPart(text)
  const places: number[] = []
  const values: number[] = []
  const add = (place: number, value: number) => {
    if (value === 0) return
    places.push(place)
    values.push(value)
  }
  const words = hashWords(said)
  const weight = words.size === 0 ? 0 : 1 / Math.sqrt(words.size)
  for (const place of [...words].sort((left, right) => left - right)) add(place, weight)
  embedText(table, said)?.forEach((value, axis) => {
    add(hashed + axis, value * meaningWeight)
  })
  signalKinds.forEach((kind, index) => {
    const strongest = cues.reduce((most, cue) => (cue.kind === kind ? Math.max(most, cue.strength) : most), 0)
    add(hashed + table.dimensions + index, strongest)
  })
  add(hashed + table.dimensions + signalKinds.length, 1)
  return { places, values }
}

function hashWords(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  let before = ''
  for (const { kind, word } of tokenise(text).slice(0, mostWords)) {
    if (kind !== 'word' && kind !== 'emoji' && kind !== 'punctuation') continue
    if (kind !== 'punctuation' || word === '!' || word === '?') {
      found.add(hash(word))
      if (before !== '') found.add(hash(`${before} ${word}`))
    }
    before = word
  }
  return found
}

/** FNV-1a, cut to the number of places. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value >>> 0) % hashed
}
