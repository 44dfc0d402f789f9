import { type Token, tokenise } from '../text/tokenise.ts'

/** A text as numbers that stand for words, with what the cues' guards must know about each place. */
export type Reading = {
  readonly count: number
  readonly symbols: Int32Array
  /** UTF-16 positions of the token each symbol came from. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** What stands before the symbol: 0 nothing, 1 a comma or the like, 2 the end of a sentence. */
  readonly breaks: Uint8Array
  /** Number of the sentence each symbol is in. */
  readonly sentences: Int32Array
  /** How each sentence ends: 0 plainly, 1 with a question mark, 2 with an exclamation mark. */
  readonly endings: readonly number[]
  readonly quoted: Uint8Array
  readonly words: readonly string[]
}

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

/** Prepares the reading of texts into symbols of an automaton. Cost: linear. */
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
  const symbolsOf = ({ kind, word }: Token): readonly number[] => {
    if (kind === 'number') return [numberSymbol]
    if (kind === 'word') return known.get(word) ?? known.get(single(word)) ?? unknown
    if (kind === 'emoji') return known.get(word.toLowerCase()) ?? known.get(plainEmoji(word)) ?? unknown
    return unknown
  }
  return (text) => readSymbols(text, symbolsOf)
}

function single(word: string): string {
  return /(.)\1/.test(word) ? word.replace(/(\p{L})\1+/gu, '$1') : ''
}

function plainEmoji(emoji: string): string {
  return String.fromCodePoint(emoji.codePointAt(0) ?? 0)
}

function readSymbols(text: string, symbolsOf: (token: Token) => readonly number[]): Reading {
  const tokens = tokenise(text)
  const most = tokens.length * 2
  const symbols = new Int32Array(most)
  const starts = new Int32Array(most)
  const ends = new Int32Array(most)
  const breaks = new Uint8Array(most)
  const sentences = new Int32Array(most)
  const quoted = new Uint8Array(most)
  const endings: number[] = [0]
  const words: string[] = []
  let count = 0
  let pending = 0
  let quoteFrom = -1
  let from = 0
  for (const token of tokens) {
    if (token.start > from && text.slice(from, token.start).includes('\n')) pending = Math.max(pending, 1)
    from = token.end
    if (token.kind === 'punctuation') {
      const mark = token.word
      if (mark === '"' || mark === '“' || mark === '”' || mark === '«' || mark === '»') {
        if (quoteFrom >= 0 && mark !== '“') {
          if (quoteFrom > 0 || token.end < text.trimEnd().length) quoted.fill(1, quoteFrom, count)
          quoteFrom = -1
        } else quoteFrom = count
      } else if (mark === '.' || mark === '!' || mark === '?' || mark === '…') {
        pending = 2
        if (mark !== '.' && mark !== '…') endings[endings.length - 1] = mark === '?' ? 1 : 2
      } else if (mark !== '-' && mark !== "'" && mark !== '’') pending = Math.max(pending, 1)
      continue
    }
    for (const symbol of symbolsOf(token)) {
      if (pending === 2 && count > 0) endings.push(0)
      symbols[count] = symbol
      starts[count] = token.start
      ends[count] = token.end
      breaks[count] = pending
      sentences[count] = endings.length - 1
      words.push(token.word)
      pending = 0
      count++
    }
  }
  return { count, symbols, starts, ends, breaks, sentences, endings, quoted, words }
}
