import table from './languages.json' with { type: 'json' }

/** What pieces of words (up to four bytes of UTF-8, and spaces around) say about languages; see models/README.md. */
export type LanguageGrams = {
  readonly languages: readonly string[]
  /** The score that a text in each language usually gets. */
  readonly usual: readonly number[]
  /** Bytes that count as a space wherever they stand. */
  readonly spaces: ReadonlySet<number>
  /** Six bytes as one number, in order. */
  readonly keys: Float64Array
  /** Where each gram's languages and scores begin; one more than there are grams. */
  readonly starts: Int32Array
  readonly scored: Uint8Array
  readonly scores: Uint8Array
}

/** Unpacks the table: a few milliseconds and two megabytes. */
export function unpackGrams(): LanguageGrams {
  const { count, languages, usual, spaces } = table
  const bytes = atob(table.grams)
  const scoredCount = (bytes.length - count * bytesBefore) / 2
  const grams = {
    languages,
    usual,
    spaces: new Set(spaces),
    keys: new Float64Array(count),
    starts: new Int32Array(count + 1),
    scored: new Uint8Array(scoredCount),
    scores: new Uint8Array(scoredCount),
  }
  let at = 0
  let place = 0
  for (let gram = 0; gram < count; gram++) {
    let key = 0
    for (let end = at + keyBytes; at < end; at++) key = key * 256 + bytes.charCodeAt(at)
    grams.keys[gram] = key
    for (let left = bytes.charCodeAt(at++); left > 0; left--) {
      grams.scored[place] = bytes.charCodeAt(at++)
      grams.scores[place++] = bytes.charCodeAt(at++)
    }
    grams.starts[gram + 1] = place
  }
  return grams
}

const keyBytes = 6
/** The key, and how many languages it speaks for. */
const bytesBefore = keyBytes + 1

/** The number of a gram; -1 when the table lacks it. */
export function findGram({ keys }: LanguageGrams, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const known = keys[middle] ?? 0
    if (known === key) return middle
    if (known < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}
