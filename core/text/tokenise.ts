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

/** `blob` is a run no person typed as a word: base64, a hash, a megabyte of one letter. */
export type TokenKind = 'word' | 'number' | 'url' | 'email' | 'emoji' | 'punctuation' | 'blob'

export type Token = {
  readonly kind: TokenKind
  /** UTF-16 code units in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** Words: lower case, ASCII apostrophes, runs of three and more letters cut to two. Else as written; empty for a blob. */
  readonly word: string
}

const longestWord = 48

/**
 * Cuts a text into words, numbers, links, addresses, emoji and punctuation.
 * Keeps `don't` and `didn’t` whole (one apostrophe form), cuts `top-up` in two, folds `soooo` to `soo`.
 * Refuses nothing: any string, broken surrogates included, gives tokens in order, each inside the text.
 * Cost: linear in the length; a few megabytes a second and more.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  const mayHoldLinks = text.includes('@') || text.includes('://') || text.includes('www.')
  let index = 0
  while (index < text.length) {
    const kind = classOf(text.charCodeAt(index))
    if (kind === spaceClass || kind === markClass) {
      index++
      continue
    }
    const link = mayHoldLinks && startsChunk(text, index) ? findLink(text, index) : null
    const token = link ?? readToken(text, index, kind)
    tokens.push(token)
    index = token.end
  }
  return tokens
}

function readToken(text: string, start: number, kind: number): Token {
  if (kind === letterClass || kind === digitClass) return readWord(text, start)
  const pair = kind === pairClass ? classOfPair(text, start) : kind
  if (pair === letterClass) return readWord(text, start)
  if (pair === emojiClass) return asWritten(text, 'emoji', start, emojiEnd(text, start))
  const faceEnd = emoticonEnd(text, start)
  if (faceEnd > 0) return asWritten(text, 'emoji', start, faceEnd)
  return asWritten(
    text,
    'punctuation',
    start,
    start + (kind === pairClass && isWholePair(text, start) ? 2 : 1),
  )
}

/** A run of letters, digits and inner apostrophes; digits alone (with inner `.,:/`) are a number. */
function readWord(text: string, start: number): Token {
  let index = start
  let letters = false
  let plain = true
  while (index < text.length) {
    const unit = text.charCodeAt(index)
    const kind = classOf(unit)
    if (kind === letterClass) {
      letters = true
      plain &&= unit > 96 && unit < 123 && !repeatsTwice(text, index, start)
    } else if (kind !== digitClass) {
      const length = innerLength(text, index, kind, letters)
      if (length === 0) break
      if (length === 2) letters = true
      plain = false
      index += length - 1
    }
    index++
  }
  if (index - start > longestWord) return { kind: 'blob', start, end: index, word: '' }
  if (!letters) return asWritten(text, 'number', start, index)
  const written = text.slice(start, index)
  return { kind: 'word', start, end: index, word: plain ? written : normalWord(written) }
}

/** How many code units of a word stand here that are no plain letter or digit; 0 where the word ends. */
function innerLength(text: string, index: number, kind: number, letters: boolean): number {
  if (kind === markClass) return 1
  if (kind === apostropheClass) return letters && isLetter(text, index + 1) ? 1 : 0
  if (kind === punctuationClass) return !letters && joinsDigits(text, index) ? 1 : 0
  return kind === pairClass && classOfPair(text, index) === letterClass ? 2 : 0
}

function repeatsTwice(text: string, index: number, start: number): boolean {
  const unit = text.charCodeAt(index)
  return index - start >= 2 && unit === text.charCodeAt(index - 1) && unit === text.charCodeAt(index - 2)
}

function isLetter(text: string, index: number): boolean {
  return index < text.length && classOf(text.charCodeAt(index)) === letterClass
}

function joinsDigits(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  const joins = unit === 46 || unit === 44 || unit === 58 || unit === 47
  return joins && index + 1 < text.length && classOf(text.charCodeAt(index + 1)) === digitClass
}

function normalWord(written: string): string {
  const lower = written.toLowerCase().replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
  return lower.replace(/(\p{L})\1{2,}/gu, '$1$1')
}

function startsChunk(text: string, index: number): boolean {
  if (index === 0) return true
  const before = text.charCodeAt(index - 1)
  return classOf(before) === spaceClass || before === 40 || before === 60 || before === 34 || before === 58
}

const linkPattern = /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/iy
const emailPattern = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/uy

function findLink(text: string, start: number): Token | null {
  linkPattern.lastIndex = start
  const link = linkPattern.exec(text)
  if (link) return asWritten(text, 'url', start, start + link[0].replace(/[.,;:!?)\]]+$/, '').length)
  emailPattern.lastIndex = start
  const email = emailPattern.exec(text)
  return email ? asWritten(text, 'email', start, start + email[0].length) : null
}

function asWritten(text: string, kind: TokenKind, start: number, end: number): Token {
  return { kind, start, end, word: text.slice(start, end) }
}

function isWholePair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) >= 0x10000
}

/** One emoji with its skin tone, variation and joined parts. */
function emojiEnd(text: string, start: number): number {
  let index = start + (isWholePair(text, start) ? 2 : 1)
  const limit = Math.min(text.length, start + 32)
  while (index < limit) {
    const point = text.codePointAt(index) ?? 0
    const joins = point === 0x200d || (point >= 0xfe00 && point <= 0xfe0f) || point === 0x20e3
    const tone = point >= 0x1f3fb && point <= 0x1f3ff
    const afterJoiner = text.charCodeAt(index - 1) === 0x200d
    if (!joins && !tone && !afterJoiner) break
    index += point >= 0x10000 ? 2 : 1
  }
  return Math.min(index, text.length)
}

const emoticonPattern = /[:;=][-o]?[()DPp/|*]{1,6}(?![\w/])/y

function emoticonEnd(text: string, start: number): number {
  const unit = text.charCodeAt(start)
  if (unit !== 58 && unit !== 59 && unit !== 61) return 0
  emoticonPattern.lastIndex = start
  const face = emoticonPattern.exec(text)
  return face ? start + face[0].length : 0
}
