import { prepareScanner, wordAt } from './scan.ts'

/** `blob` is a run no person typed as a word: base64, a hash, a megabyte of one letter. */
export type TokenKind = 'word' | 'number' | 'url' | 'email' | 'emoji' | 'punctuation' | 'blob'

/** In the order of the numbers in scan.ts. */
const kindNames: readonly TokenKind[] = ['word', 'number', 'url', 'email', 'emoji', 'punctuation', 'blob']

export type Token = {
  readonly kind: TokenKind
  /** UTF-16 code units in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** Words: lower case, ASCII apostrophes, runs of three and more letters cut to two. Else as written; empty for a blob. */
  readonly word: string
}

const scan = prepareScanner()

/**
 * Cuts a text into words, numbers, links, addresses, emoji and punctuation.
 * Keeps `don't` and `didn’t` whole (one apostrophe form), cuts `top-up` in two, folds `soooo` to `soo`.
 * Refuses nothing: any string, broken surrogates included, gives tokens in order, each inside the text.
 * Cost: linear in the length; where a token need not be an object, scan.ts costs a fraction.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens = scan(text)
  return Array.from({ length: tokens.count }, (_, index) => ({
    kind: kindNames[tokens.kinds[index] ?? 0] ?? 'blob',
    start: tokens.starts[index] ?? 0,
    end: tokens.ends[index] ?? 0,
    word: wordAt(tokens, index),
  }))
}
