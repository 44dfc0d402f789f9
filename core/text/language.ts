import { once } from '../base/once.ts'
import { findGram, unpackGrams } from './language-grams.ts'

/** Words that are frequent in English and rare in other languages' spelling. */
const englishWords = new Set(
  'the and my you your this that what with how why have are it please they there would which been from when can not want need'.split(
    ' ',
  ),
)
const longestEnglishWord = 6
const beforeA = 96
/** Words of up to six letters as numbers to the base of 27, so that no word need be cut out to be looked up. */
const englishCodes = new Set(
  [...englishWords].map((word) =>
    Array.from(word).reduce((code, letter) => code * 27 + letter.charCodeAt(0) - beforeA, 0),
  ),
)
const longestSample = 240

/**
 * The language a text is written in ('en', 'de', …), or null when it is too short to tell.
 * Looks at the first 240 characters; plain English is settled by its own frequent words, everything else by how often
 * pieces of its words come in each of sixty languages. Of a few words, English has the benefit of the doubt. Assumes one language a text.
 * Refuses: fewer than two different words or ten letters (four outside Latin script), or a text that is far from all languages.
 * Source: method and table of Nito-ELD (eld 2.1, small), of which this is a compact form. Cost: linear.
 */
export function languageOf(text: string): string | null {
  const isCut = text.length > longestSample
  const sample = isCut ? text.slice(0, longestSample) : text
  if (isPlainEnglish(sample)) return 'en'
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const foreignScript = /[^\P{L}\p{Script=Latin}]/u.test(sample)
  if (letters < (foreignScript ? 4 : 10)) return null
  // The last word of a cut sample may be a piece of the one word that is said over and over.
  const whole = isCut ? sample.slice(0, sample.search(/\S*$/)) : sample
  if (!foreignScript && !hasTwoWords(whole)) return null
  return nearestLanguage(keysOf(sample), letters < fewLetters)
}

/** Whether what is in this language is read in full: English, or a text too short to tell. */
export function isLegible(language: string | null): boolean {
  return language === null || language === 'en'
}

function hasTwoWords(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .match(/\S+/g)
  return new Set(words).size > 1
}

/** At least two frequent English words, and one word in ten of the first thirty. */
function isPlainEnglish(sample: string): boolean {
  const lower = sample.toLowerCase()
  const known = new Set<number>()
  let words = 0
  let start = 0
  let code = 0
  for (let at = 0; at <= lower.length; at++) {
    const letter = lower.charCodeAt(at) - beforeA
    if (letter > 0 && letter <= 26) {
      code = at - start < longestEnglishWord ? code * 27 + letter : 0
      continue
    }
    if (at > start) words++
    if (at - start <= longestEnglishWord && englishCodes.has(code)) known.add(code)
    start = at + 1
    code = 0
  }
  return words >= 3 && known.size >= 2 && known.size * 10 >= Math.min(words, 30)
}

// Unpacked when first needed: most threads and commands read no texts.
const grams = once(unpackGrams)
/** What the table leaves out of every score, to be small. */
const baseScore = 53
/** Brings scores a gram between 0 and 1. */
const scale = 25
const leastGrams = 3
const leastShareOfUsual = 0.75

/** In so few letters one rare word decides; so English it is, unless another language is clearly nearer. */
const fewLetters = 40
const nearEnough = 0.7

function nearestLanguage(keys: ReadonlySet<number>, isShort: boolean): string | null {
  const table = grams()
  const { languages, usual, starts, scored, scores } = table
  const sums = new Float64Array(languages.length)
  for (const key of keys) {
    const gram = findGram(table, key)
    if (gram < 0) continue
    for (let at = starts[gram] ?? 0; at < (starts[gram + 1] ?? 0); at++) {
      const language = scored[at] ?? 0
      sums[language] = (sums[language] ?? 0) + (scores[at] ?? 0) + baseScore
    }
  }
  const most = Math.max(...sums)
  if (isShort && most > 0 && (sums[languages.indexOf('en')] ?? 0) >= most * nearEnough) return 'en'
  const best = sums.indexOf(most)
  const mean = most / keys.size
  const isReliable =
    keys.size >= leastGrams && mean / (mean + scale) >= (usual[best] ?? 0) * leastShareOfUsual
  return most > 0 && isReliable ? (languages[best] ?? null) : null
}

/** All but letters of the basic plane, and apostrophes before them. */
const separators = /(?:[^\p{L}]|[\u{10000}-\u{10ffff}])+(?<!['`\u2019])/gu
const space = 32
const longestWord = 70
const gramLength = 4
const gramStep = 3
/** Bytes after which the text is cut: at a space, or wherever it is. */
const mostBytes = 350
const mostBytesInWord = 380

/** The distinct pieces of a text's words, as the table's keys. */
function keysOf(sample: string): ReadonlySet<number> {
  const bytes = new TextEncoder().encode(sample.replace(separators, ' ').trim().toLowerCase())
  const keys = new Set<number>()
  let start = 0
  for (let at = 0; at <= bytes.length; at++) {
    const isCut = at > mostBytesInWord && ((bytes[at] ?? 0) & 0xc0) !== 0x80
    if (at < bytes.length && bytes[at] !== space && !isCut) continue
    if (at > start) addKeys(bytes.subarray(start, at), keys)
    if (isCut || at > mostBytes) break
    start = at + 1
  }
  return keys
}

function addKeys(word: Uint8Array, keys: Set<number>): void {
  const length = Math.min(word.length, longestWord)
  let at = 0
  for (; at + gramLength < length; at += gramStep)
    keys.add(keyOf(word.subarray(at, at + gramLength), at === 0 ? space : 0))
  const last = word.subarray(length === 3 ? 0 : Math.max(0, length - gramLength))
  keys.add(keyOf(last, at === 0 ? space : 0) * 256 + space)
}

function keyOf(bytes: Uint8Array, first: number): number {
  const { spaces } = grams()
  let key = first
  for (const byte of bytes) key = key * 256 + (spaces.has(byte) ? space : byte)
  return key
}
