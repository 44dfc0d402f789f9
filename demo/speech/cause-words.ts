import { parseAll, type Sentence } from './grammar.ts'

/** How one cause sounds, from both sides of the counter. Written by hand; see grammar.ts for the brackets. */
export type CauseTexts = {
  readonly subject: readonly string[]
  /** First words about it. */
  readonly opening: readonly string[]
  /** When they have to come back about it. */
  readonly again: readonly string[]
  /** What else they tell, true of this cause only. */
  readonly detail: readonly string[]
  readonly want: readonly string[]
  /** What the company says when it settles the matter. */
  readonly fix: readonly string[]
  /** The rule that is cited when it does not. */
  readonly rule: readonly string[]
  /** What can be offered for the customer to choose from. */
  readonly option: readonly string[]
  /** Fits after "I understand that" and after "We hear you:". */
  readonly about: readonly string[]
}

export type CauseWords = { readonly [Kind in keyof CauseTexts]: readonly Sentence[] }

export function parseCauseWords(texts: CauseTexts): CauseWords {
  return {
    subject: parseAll(texts.subject),
    opening: parseAll(texts.opening),
    again: parseAll(texts.again),
    detail: parseAll(texts.detail),
    want: parseAll(texts.want),
    fix: parseAll(texts.fix),
    rule: parseAll(texts.rule),
    option: parseAll(texts.option),
    about: parseAll(texts.about),
  }
}
