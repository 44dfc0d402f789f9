import {
  apostropheClass,
  classOf,
  classOfPair,
  digitClass,
  emojiClass,
  letterClass,
  markClass,
  pairClass,
  punctuationClass,
  spaceClass,
} from './characters.ts'
import { emailEnd, emojiEnd, emoticonEnd, isWholePair, linkEnd, startsChunk } from './special-tokens.ts'
import { addToPrint, emptyPrint, foldUnit, printOf } from './word-print.ts'

/** Kinds of tokens as numbers; `kindNames` in tokenise.ts has them in this order. */
export const wordKind = 0
export const numberKind = 1
export const urlKind = 2
export const emailKind = 3
export const emojiKind = 4
export const punctuationKind = 5
/** A run no person typed as a word: base64, a hash, a megabyte of one letter. */
export const blobKind = 6

/** The tokens of a text side by side, `count` of them; what stands behind is left from other texts. */
export type Tokens = {
  readonly text: string
  readonly count: number
  readonly kinds: Uint8Array
  /** UTF-16 code units in the text, end exclusive. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Words only: the fingerprint of the normal form. */
  readonly prints: Int32Array
  /** The normal form of words for which lower case and one apostrophe are not all there is to do; else empty. */
  readonly unusual: string[]
}

type Draft = { -readonly [Key in keyof Tokens]: Tokens[Key] }

const longestWord = 48

/**
 * Prepares the cutting of texts into tokens, as tokenise.ts says, without making an object a token: the result holds
 * until the next text. Cost: linear; about 10 µs for 400 characters.
 */
export function prepareScanner(): (text: string) => Tokens {
  let draft = makeDraft(2048)
  return (text) => {
    if (text.length > draft.kinds.length) draft = makeDraft(text.length * 2)
    scan(draft, text)
    return draft
  }
}

/** A word in its normal form, anything else as written; empty for a blob. */
export function wordAt({ text, kinds, starts, ends, unusual }: Tokens, index: number): string {
  if (kinds[index] === blobKind) return ''
  const written = text.slice(starts[index], ends[index])
  if (kinds[index] !== wordKind) return written
  return unusual[index] || (isFolded(written) ? written : lowerCase(written))
}

/** Whether a word only stands for a name: of an account (`@united`, `@British_Airways`), or one that was masked (`XXXX`). */
export function standsForName({ text, starts, ends }: Tokens, index: number): boolean {
  const [start = 0, end = 0] = [starts[index], ends[index]]
  const before = text.charCodeAt(start - 1)
  if (before === atSign || before === underscore) return isHandle(text, start - 1)
  let at = start
  while (at < end && (text.charCodeAt(at) | 32) === smallX) at++
  return at === end && end - start > 1
}

/** Whether what stands up to `last` begins with an @ that belongs to no word before it. No handle is longer than looked back. */
function isHandle(text: string, last: number): boolean {
  let at = last
  const first = Math.max(0, last - longestHandle)
  while (at > first && text.charCodeAt(at) !== atSign && /\w/.test(text.charAt(at))) at--
  return text.charCodeAt(at) === atSign && !/\w/.test(text.charAt(at - 1))
}

const [atSign, smallX, underscore] = [0x40, 0x78, 0x5f]
const longestHandle = 64

function isFolded(written: string): boolean {
  for (let index = 0; index < written.length; index++) {
    const unit = written.charCodeAt(index)
    if (foldUnit(unit) !== unit) return false
  }
  return true
}

/** No text has more tokens than code units, so a draft of that length is never too short. */
function makeDraft(most: number): Draft {
  return {
    text: '',
    count: 0,
    kinds: new Uint8Array(most),
    starts: new Int32Array(most),
    ends: new Int32Array(most),
    prints: new Int32Array(most),
    unusual: [],
  }
}

function scan(draft: Draft, text: string): void {
  draft.text = text
  draft.count = 0
  const mayHoldLinks = text.includes('@') || text.includes('://') || text.includes('www.')
  let index = 0
  while (index < text.length) {
    const kind = classOf(text.charCodeAt(index))
    if (kind === spaceClass || kind === markClass) {
      index++
      continue
    }
    const end = mayHoldLinks && startsChunk(text, index) ? addLink(draft, index) : 0
    index = end > 0 ? end : addToken(draft, index, kind)
  }
}

function add(draft: Draft, kind: number, start: number, end: number): number {
  const at = draft.count++
  draft.kinds[at] = kind
  draft.starts[at] = start
  draft.ends[at] = end
  return end
}

function addLink(draft: Draft, start: number): number {
  const link = linkEnd(draft.text, start)
  if (link > 0) return add(draft, urlKind, start, link)
  const email = emailEnd(draft.text, start)
  return email > 0 ? add(draft, emailKind, start, email) : 0
}

function addToken(draft: Draft, start: number, kind: number): number {
  const { text } = draft
  if (kind === letterClass || kind === digitClass) return addWord(draft, start)
  const pair = kind === pairClass ? classOfPair(text, start) : kind
  if (pair === letterClass) return addWord(draft, start)
  if (pair === emojiClass) return add(draft, emojiKind, start, emojiEnd(text, start))
  const faceEnd = emoticonEnd(text, start)
  if (faceEnd > 0) return add(draft, emojiKind, start, faceEnd)
  const length = kind === pairClass && isWholePair(text, start) ? 2 : 1
  return add(draft, punctuationKind, start, start + length)
}

/** A run of letters, digits and inner apostrophes; digits alone (with inner `.,:/`) are a number. */
function addWord(draft: Draft, start: number): number {
  const { text } = draft
  let index = start
  let hasLetters = false
  let isUnusual = false
  let print = emptyPrint
  let last = 0
  let run = 0
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    // In ASCII this is the letter in lower case, and no letter for what is none.
    let folded = unit | 32
    if (folded > 96 && folded < 123) {
      hasLetters = true
      run = folded === last ? run + 1 : 1
      if (run > 2) isUnusual = true
    } else {
      folded = foldUnit(unit)
      if (unit < 48 || unit > 57) {
        const length = innerLength(text, index, classOf(unit), hasLetters)
        if (length === 0) break
        if (unit > 127 && folded !== 39) {
          isUnusual = true
          hasLetters ||= length === 2 || classOf(unit) === letterClass
        }
        index += length - 1
      }
    }
    print = addToPrint(print, folded)
    last = folded
  }
  if (index - start > longestWord) return add(draft, blobKind, start, index)
  if (!hasLetters) return add(draft, numberKind, start, index)
  const normal = isUnusual ? normalWord(text.slice(start, index)) : ''
  draft.prints[draft.count] = isUnusual ? printOf(normal) : print
  draft.unusual[draft.count] = normal
  return add(draft, wordKind, start, index)
}

/** How many code units of a word that are no plain letter or digit stand here; 0 where the word ends. */
function innerLength(text: string, index: number, kind: number, hasLetters: boolean): number {
  if (kind === letterClass || kind === digitClass || kind === markClass) return 1
  if (kind === apostropheClass) return hasLetters && isLetter(text, index + 1) ? 1 : 0
  if (kind === punctuationClass) return !hasLetters && joinsDigits(text, index) ? 1 : 0
  return kind === pairClass && classOfPair(text, index) === letterClass ? 2 : 0
}

function isLetter(text: string, index: number): boolean {
  return index < text.length && classOf(text.charCodeAt(index)) === letterClass
}

function joinsDigits(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  const joins = unit === 46 || unit === 44 || unit === 58 || unit === 47
  return joins && index + 1 < text.length && classOf(text.charCodeAt(index + 1)) === digitClass
}

function lowerCase(written: string): string {
  const lower = written.toLowerCase()
  return isFolded(lower) ? lower : lower.replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
}

function normalWord(written: string): string {
  return lowerCase(written).replace(/(\p{L})\1{2,}/gu, '$1$1')
}
