import { type Token, tokenise } from '../text/tokenise.ts'

/** A text as numbers that stand for words, with what the cues' guards must know about each place. */
export type Reading = {
  readonly count: number
  readonly symbols: Int32Array
  /** UTF-16 positions of the token each symbol came from. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** What stands before the symbol: 0 nothing, softBreak or sentenceBreak. */
  readonly breaks: Uint8Array
  /** Number of the sentence each symbol is in. */
  readonly sentences: Int32Array
  /** How each sentence ends: plainEnding, question or exclamation. */
  readonly endings: readonly number[]
  readonly quoted: Uint8Array
  readonly words: readonly string[]
}

/** A comma, a bracket, a line break. */
export const softBreak = 1
export const sentenceBreak = 2
export const plainEnding = 0
export const question = 1
export const exclamation = 2

const quoteMarks = new Set(['"', '“', '”', '«', '»'])
const sentenceMarks = new Set(['.', '!', '?', '…'])
const joiningMarks = new Set(['-', "'", '’'])

/** Contractions, and the spellings of people who leave the apostrophe out, as the words they stand for. */
const contractions: ReadonlyMap<string, readonly string[]> = new Map([
  ...[
    'do',
    'does',
    'did',
    'is',
    'are',
    'was',
    'were',
    'have',
    'has',
    'had',
    'would',
    'could',
    'should',
  ].flatMap((verb): [string, string[]][] => [
    [`${verb}n't`, [verb, 'not']],
    [`${verb}nt`, [verb, 'not']],
  ]),
  ...['i', 'you', 'we', 'they', 'he', 'she', 'it', 'that', 'there', 'who', 'what'].flatMap(
    (person): [string, string[]][] => [
      [`${person}'ll`, [person, 'will']],
      [`${person}'d`, [person, 'would']],
      [`${person}'ve`, [person, 'have']],
    ],
  ),
  ...[
    'it',
    'that',
    'he',
    'she',
    'what',
    'there',
    'here',
    'who',
    'where',
    'how',
    'this',
    'everything',
    'nobody',
  ].map((word): [string, string[]] => [`${word}'s`, [word, 'is']]),
  ...['you', 'we', 'they'].map((person): [string, string[]] => [`${person}'re`, [person, 'are']]),
])

const shortForms: ReadonlyMap<string, readonly string[]> = new Map([
  ["i'm", ['i', 'am']],
  ['im', ['i', 'am']],
  ['ive', ['i', 'have']],
  ["can't", ['can', 'not']],
  ['cant', ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["won't", ['will', 'not']],
  ['wont', ['will', 'not']],
  ["ain't", ['is', 'not']],
  ["shan't", ['will', 'not']],
  ["let's", ['let', 'us']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
  ['u', ['you']],
  ['ur', ['your']],
  ['youre', ['you', 'are']],
  ['thats', ['that', 'is']],
  ['whats', ['what', 'is']],
  ['plz', ['please']],
  ['pls', ['please']],
  [':)', ['🙂']],
  [':-)', ['🙂']],
  [':d', ['😀']],
  [':(', ['☹']],
  [':-(', ['☹']],
  [';)', ['🙂']],
])

/** Prepares the reading of texts into symbols of an automaton; a reading holds until the next one. Cost: linear. */
export function prepareReader(symbols: ReadonlyMap<string, number>): (text: string) => Reading {
  const numberSymbol = symbols.get('#') ?? 0
  const known = new Map<string, readonly number[]>()
  for (const [word, symbol] of symbols) known.set(word, [symbol])
  for (const [form, words] of [...contractions, ...shortForms]) {
    known.set(
      form,
      words.map((word) => symbols.get(word) ?? 0),
    )
  }
  const unknown: readonly number[] = [0]
  const symbolsOf = ({ kind, word, start, end }: Token): readonly number[] => {
    if (kind === 'number') return [numberSymbol]
    if (kind === 'word')
      return known.get(word) ?? (word.length < end - start ? known.get(single(word)) : null) ?? unknown
    if (kind === 'emoji') return known.get(word.toLowerCase()) ?? known.get(plainEmoji(word)) ?? unknown
    return unknown
  }
  let draft = makeDraft(1024)
  return (text) => {
    const tokens = tokenise(text)
    if (tokens.length * 2 > draft.symbols.length) draft = makeDraft(tokens.length * 4)
    return readSymbols(text, tokens, symbolsOf, draft)
  }
}

/** `soo`, folded from `soooo`, as `so`. */
function single(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1')
}

function plainEmoji(emoji: string): string {
  return String.fromCodePoint(emoji.codePointAt(0) ?? 0)
}

type Draft = { -readonly [Key in keyof Reading]: Reading[Key] } & {
  readonly endings: number[]
  readonly words: string[]
  length: number
  pending: number
  quoteFrom: number
}

function readSymbols(
  text: string,
  tokens: readonly Token[],
  symbolsOf: (token: Token) => readonly number[],
  draft: Draft,
): Reading {
  startDraft(draft, text)
  let from = 0
  for (const token of tokens) {
    if (draft.pending === 0 && holdsLineBreak(text, from, token.start)) draft.pending = softBreak
    from = token.end
    if (token.kind === 'punctuation') addMark(draft, token)
    else for (const symbol of symbolsOf(token)) addSymbol(draft, token, symbol)
  }
  return draft
}

function makeDraft(most: number): Draft {
  return {
    count: 0,
    symbols: new Int32Array(most),
    starts: new Int32Array(most),
    ends: new Int32Array(most),
    breaks: new Uint8Array(most),
    sentences: new Int32Array(most),
    endings: [],
    quoted: new Uint8Array(most),
    words: [],
    length: 0,
    pending: 0,
    quoteFrom: -1,
  }
}

function startDraft(draft: Draft, text: string): void {
  draft.quoted.fill(0, 0, draft.count)
  draft.count = 0
  draft.endings.length = 0
  draft.endings.push(plainEnding)
  draft.words.length = 0
  draft.length = text.trimEnd().length
  draft.pending = 0
  draft.quoteFrom = -1
}

function holdsLineBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) return true
  return false
}

function addMark(draft: Draft, { word: mark, end }: Token): void {
  if (quoteMarks.has(mark)) turnQuote(draft, mark, end)
  else if (sentenceMarks.has(mark)) {
    draft.pending = sentenceBreak
    if (mark === '?' || mark === '!')
      draft.endings[draft.endings.length - 1] = mark === '?' ? question : exclamation
  } else if (!joiningMarks.has(mark)) draft.pending = Math.max(draft.pending, softBreak)
}

/** Quotation marks around a whole message quote nobody. */
function turnQuote(draft: Draft, mark: string, end: number): void {
  if (draft.quoteFrom < 0 || mark === '“') {
    draft.quoteFrom = draft.count
    return
  }
  if (draft.quoteFrom > 0 || end < draft.length) draft.quoted.fill(1, draft.quoteFrom, draft.count)
  draft.quoteFrom = -1
}

function addSymbol(draft: Draft, { start, end, word }: Token, symbol: number): void {
  const at = draft.count++
  if (draft.pending === sentenceBreak && at > 0) draft.endings.push(plainEnding)
  draft.symbols[at] = symbol
  draft.starts[at] = start
  draft.ends[at] = end
  draft.breaks[at] = draft.pending
  draft.sentences[at] = draft.endings.length - 1
  draft.words.push(word)
  draft.pending = 0
}
