import { makeLexicon } from '../text/lexicon.ts'
import {
  emojiKind,
  numberKind,
  prepareScanner,
  punctuationKind,
  type Tokens,
  wordAt,
  wordKind,
} from '../text/scan.ts'
import { wordForms } from './word-forms.ts'

/** A text as numbers that stand for words, with what the cues' guards must know about each place. */
export type Reading = {
  readonly count: number
  readonly symbols: Int32Array
  /** The token each symbol came from; a contraction gives two. */
  readonly places: Int32Array
  readonly tokens: Tokens
  /** What stands before the symbol: 0 nothing, softBreak or sentenceBreak. */
  readonly breaks: Uint8Array
  /** Number of the sentence each symbol is in. */
  readonly sentences: Int32Array
  /** How each sentence ends: plainEnding, question or exclamation. */
  readonly endings: readonly number[]
  readonly quoted: Uint8Array
}

/** A comma, a bracket, a line break. */
export const softBreak = 1
export const sentenceBreak = 2
export const plainEnding = 0
export const question = 1
export const exclamation = 2

/** Where the symbol's token starts and ends in the text, and its word. */
export const startOf = ({ tokens, places }: Reading, at: number) => tokens.starts[places[at] ?? 0] ?? 0
export const endOf = ({ tokens, places }: Reading, at: number) => tokens.ends[places[at] ?? 0] ?? 0
export const wordOf = ({ tokens, places }: Reading, at: number) => wordAt(tokens, places[at] ?? 0)

/** Where the sentence of a symbol ends, exclusive, read from that symbol on. */
export function endOfSentence({ sentences, count }: Reading, start: number): number {
  let end = start + 1
  while (end < count && sentences[end] === sentences[start]) end++
  return end
}

/** What a mark does, by its code unit: ends a sentence, turns a quotation, joins words, or parts a sentence softly. */
const quoteMarks = new Set(['"', '“', '”', '«', '»'].map((mark) => mark.charCodeAt(0)))
const sentenceMarks = new Set(['.', '!', '?', '…'].map((mark) => mark.charCodeAt(0)))
const joiningMarks = new Set(['-', "'", '’'].map((mark) => mark.charCodeAt(0)))
const [openingQuote, questionMark, exclamationMark] = [0x201c, 0x3f, 0x21]

/** Prepares the reading of texts into symbols of an automaton; a reading holds until the next one. Cost: linear. */
export function prepareReader(symbols: ReadonlyMap<string, number>): (text: string) => Reading {
  const known = prepareSymbols(symbols)
  const scan = prepareScanner()
  let draft = makeDraft(scan(''), 1024)
  return (text) => {
    const tokens = scan(text)
    if (tokens.count * 2 > draft.symbols.length) draft = makeDraft(tokens, tokens.count * 4)
    startDraft(draft, tokens)
    readSymbols(draft, known)
    return draft
  }
}

type Symbols = {
  /** The symbol of a token; of one that stands for several, -1 minus the place of their list. */
  readonly symbolOf: (tokens: Tokens, index: number) => number
  readonly lists: readonly (readonly number[])[]
}

/** Nearly every word is one symbol, so that no list is looked up for it. */
function prepareSymbols(symbols: ReadonlyMap<string, number>): Symbols {
  const known = new Map<string, readonly number[]>([...symbols].map(([word, symbol]) => [word, [symbol]]))
  for (const [form, words] of wordForms) {
    known.set(
      form,
      words.map((word) => symbols.get(word) ?? 0),
    )
  }
  const lexicon = makeLexicon([...known.keys()])
  const lists = [...known.values()]
  const single = Int32Array.from(lists, (list, at) => (list.length === 1 ? (list[0] ?? 0) : -1 - at))
  const numberSymbol = symbols.get('#') ?? 0
  return {
    lists,
    symbolOf: (tokens, index) => {
      const kind = tokens.kinds[index]
      if (kind === wordKind) {
        const number = lexicon.numberAt(tokens, index)
        return number < 0 ? singlySymbol(tokens, index) : (single[number] ?? 0)
      }
      if (kind === numberKind) return numberSymbol
      return kind === emojiKind ? emojiSymbol(wordAt(tokens, index)) : 0
    },
  }

  /** `soo`, folded from `soooo`, as `so`. */
  function singlySymbol(tokens: Tokens, index: number): number {
    const word = tokens.unusual[index] ?? ''
    const length = (tokens.ends[index] ?? 0) - (tokens.starts[index] ?? 0)
    return word === '' || word.length >= length ? 0 : symbolIn(word.replace(/(\p{L})\1+/gu, '$1'))
  }

  function emojiSymbol(emoji: string): number {
    const plain = String.fromCodePoint(emoji.codePointAt(0) ?? 0)
    return symbolIn(emoji.toLowerCase()) || symbolIn(plain)
  }

  function symbolIn(word: string): number {
    return single[lexicon.numberOf(word)] ?? 0
  }
}

type Draft = { -readonly [Key in keyof Reading]: Reading[Key] } & {
  readonly endings: number[]
  length: number
  pending: number
  quoteFrom: number
}

function makeDraft(tokens: Tokens, most: number): Draft {
  return {
    count: 0,
    symbols: new Int32Array(most),
    places: new Int32Array(most),
    tokens,
    breaks: new Uint8Array(most),
    sentences: new Int32Array(most),
    endings: [],
    quoted: new Uint8Array(most),
    length: 0,
    pending: 0,
    quoteFrom: -1,
  }
}

function startDraft(draft: Draft, tokens: Tokens): void {
  draft.quoted.fill(0, 0, draft.count)
  draft.count = 0
  draft.tokens = tokens
  draft.endings.length = 0
  draft.endings.push(plainEnding)
  draft.length = tokens.text.trimEnd().length
  draft.pending = 0
  draft.quoteFrom = -1
}

function readSymbols(draft: Draft, { symbolOf, lists }: Symbols): void {
  const { tokens } = draft
  const { text, count, kinds, starts, ends } = tokens
  let from = 0
  for (let index = 0; index < count; index++) {
    const start = starts[index] ?? 0
    if (draft.pending === 0 && holdsLineBreak(text, from, start)) draft.pending = softBreak
    from = ends[index] ?? 0
    if (kinds[index] === punctuationKind) {
      addMark(draft, text.charCodeAt(start), from)
      continue
    }
    const symbol = symbolOf(tokens, index)
    if (symbol >= 0) addSymbol(draft, index, symbol)
    else for (const one of lists[-1 - symbol] ?? []) addSymbol(draft, index, one)
  }
}

function holdsLineBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) return true
  return false
}

function addMark(draft: Draft, mark: number, end: number): void {
  if (quoteMarks.has(mark)) turnQuote(draft, mark, end)
  else if (sentenceMarks.has(mark)) {
    draft.pending = sentenceBreak
    if (mark === questionMark || mark === exclamationMark)
      draft.endings[draft.endings.length - 1] = mark === questionMark ? question : exclamation
  } else if (!joiningMarks.has(mark)) draft.pending = Math.max(draft.pending, softBreak)
}

/** Quotation marks around a whole message quote nobody. */
function turnQuote(draft: Draft, mark: number, end: number): void {
  if (draft.quoteFrom < 0 || mark === openingQuote) {
    draft.quoteFrom = draft.count
    return
  }
  if (draft.quoteFrom > 0 || end < draft.length) draft.quoted.fill(1, draft.quoteFrom, draft.count)
  draft.quoteFrom = -1
}

function addSymbol(draft: Draft, place: number, symbol: number): void {
  const at = draft.count++
  if (draft.pending === sentenceBreak && at > 0) draft.endings.push(plainEnding)
  draft.symbols[at] = symbol
  draft.places[at] = place
  draft.breaks[at] = draft.pending
  draft.sentences[at] = draft.endings.length - 1
  draft.pending = 0
}
