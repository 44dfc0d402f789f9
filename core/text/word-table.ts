import { prepareRowAdder, type RowAdder } from './add-rows.ts'
import { type Lexicon, makeLexicon } from './lexicon.ts'
import { numberKind, prepareScanner, standsForName, wordAt, wordKind } from './scan.ts'

/** Meanings of words as vectors of small integers with one scale a word; see models/README.md. */
export type WordTable = {
  readonly dimensions: number
  /** The words; the number of each is its row. */
  readonly lexicon: Lexicon
  readonly rows: RowAdder
}

/**
 * Reads a word table: one line of JSON, the words separated by spaces, one 32-bit float a word (little-endian), then the
 * rows. Refuses (throws) bytes that are not such a table or are cut short.
 */
export function parseWordTable(bytes: Uint8Array): WordTable {
  const lineEnd = bytes.indexOf(10)
  const { words, dimensions, vocabularyBytes } = parseHeader(bytes.subarray(0, Math.max(0, lineEnd)))
  const scalesAt = lineEnd + 1 + vocabularyBytes
  const vectorsAt = scalesAt + words * 4
  if (bytes.length < vectorsAt + words * dimensions) throw new Error('The word table is cut short.')
  const vocabulary = new TextDecoder().decode(bytes.subarray(lineEnd + 1, scalesAt)).split(' ')
  if (vocabulary.length !== words)
    throw new Error('The word table names another number of words than it holds.')
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const scales = Float32Array.from({ length: words }, (_, id) => view.getFloat32(scalesAt + id * 4, true))
  const rows = prepareRowAdder(scales, dimensions)
  for (let id = 0; id < words; id++) {
    const row = new Int8Array(bytes.buffer, bytes.byteOffset + vectorsAt + id * dimensions, dimensions)
    rows.rows.set(row, id * rows.stride)
  }
  return { dimensions, lexicon: makeLexicon(vocabulary), rows }
}

/**
 * The meaning of a text as a vector of length 1: the sum of its words' rows, which carry their own weights.
 * Null when no word of it is known. Cost: linear; about 25 µs for 400 characters.
 */
export function embedText(table: WordTable, text: string): Float32Array | null {
  const ids = wordIds(table, text)
  if (ids.length === 0) return null
  return toUnitLength(table.rows.add(ids))
}

function toUnitLength(vector: Float32Array): Float32Array | null {
  let square = 0
  for (let index = 0; index < vector.length; index++) square += (vector[index] ?? 0) ** 2
  if (square === 0) return null
  const factor = 1 / Math.sqrt(square)
  const unit = new Float32Array(vector.length)
  for (let index = 0; index < vector.length; index++) unit[index] = (vector[index] ?? 0) * factor
  return unit
}

const scan = prepareScanner()

/** Rows of the words of a text, in order; words that the table lacks are cut into parts that it has. */
export function wordIds({ lexicon }: WordTable, text: string): readonly number[] {
  const ids: number[] = []
  const tokens = scan(text)
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kinds[index]
    if (kind === wordKind) {
      if (standsForName(tokens, index)) continue
      const id = lexicon.numberAt(tokens, index)
      if (id >= 0) ids.push(id)
      else addUnknown(lexicon, wordAt(tokens, index), ids)
    } else if (kind === numberKind)
      for (const digits of wordAt(tokens, index).split(/\D/)) addKnown(lexicon, digits, ids)
  }
  return ids
}

function addKnown(lexicon: Lexicon, word: string, found: number[]): boolean {
  const id = lexicon.numberOf(word)
  if (id < 0) return false
  found.push(id)
  return true
}

function addUnknown(lexicon: Lexicon, word: string, found: number[]): void {
  const apostrophe = word.indexOf("'")
  if (apostrophe > 0) {
    addKnown(lexicon, word.slice(0, apostrophe), found)
    addKnown(lexicon, word.slice(apostrophe), found)
    return
  }
  const single = word.replace(/(\p{L})\1/gu, '$1')
  if (single !== word && addKnown(lexicon, single, found)) return
  if (!addStem(lexicon, word, found)) addParts(lexicon, word, found)
}

const endings = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['er', ''],
  ['ly', ''],
] as const

function addStem(lexicon: Lexicon, word: string, found: number[]): boolean {
  for (const [ending, instead] of endings) {
    if (!word.endsWith(ending) || word.length <= ending.length + 2) continue
    if (addKnown(lexicon, word.slice(0, -ending.length) + instead, found)) return true
  }
  return false
}

/** The longest first part such that both parts are words. */
function addParts(lexicon: Lexicon, word: string, found: number[]): void {
  for (let cut = word.length - 2; cut >= 3; cut--) {
    const first = lexicon.numberOf(word.slice(0, cut))
    const second = first < 0 ? -1 : lexicon.numberOf(word.slice(cut))
    if (second < 0) continue
    found.push(first, second)
    return
  }
}

type Header = { readonly words: number; readonly dimensions: number; readonly vocabularyBytes: number }

function parseHeader(line: Uint8Array): Header {
  const header: unknown =
    line.length > 0 && line.length < 10_000 ? parseJson(new TextDecoder().decode(line)) : null
  if (!isHeader(header)) throw new Error('These bytes are no word table.')
  return header
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false
  const isCount = (key: string) =>
    Number.isSafeInteger(Reflect.get(value, key)) && Number(Reflect.get(value, key)) > 0
  return (
    Reflect.get(value, 'format') === 'outside-in words 1' &&
    ['words', 'dimensions', 'vocabularyBytes'].every(isCount)
  )
}
