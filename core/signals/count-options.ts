import { type Span, splitSentences } from '../text/sentences.ts'
import type { Signal } from './signal.ts'

/**
 * How many things a company message lets the customer choose from: the points of a list, else what its offering sentences
 * join by "or". One offer to take or leave is one. 0 where no option is offered.
 * Assumes the signals of this text. Cost: linear. Example: "I can send a new one or refund you" is 2.
 */
export function countOptions(text: string, signals: readonly Signal[]): number {
  const offers = signals.filter(({ kind }) => kind === 'optionOffered')
  if (offers.length === 0) return 0
  const listed = countPoints(text)
  if (listed > 1) return listed
  const offering = splitSentences(text).filter((sentence) =>
    offers.some((offer) => overlaps(offer, sentence)),
  )
  return Math.max(
    1,
    offering.reduce((sum, { start, end }) => sum + countAlternatives(text.slice(start, end)), 0),
  )
}

/** Numbered points, or where there are none, lines that begin with a dash or a dot. */
function countPoints(text: string): number {
  const lines = text.split('\n')
  const numbered = lines.filter((line) => /^\s*(?:\*\*)?(?:option\s)?\d{1,2}[.):]/i.test(line)).length
  return numbered > 1 ? numbered : lines.filter((line) => /^\s*[-•*]\s/.test(line)).length
}

/** "A, B or C" is three; "Friday, or would you rather wait?" is two. */
function countAlternatives(sentence: string): number {
  const parts = sentence.toLowerCase().split(/,?\s+or\s+/)
  const [first = ''] = parts
  const commas = /,\s+or\s+/i.test(sentence) ? first.split(', ').length - 1 : 0
  const enumerated = parts.length > 1 ? Math.min(commas, mostEnumerated) : 0
  return parts.length + enumerated
}

const mostEnumerated = 6

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
