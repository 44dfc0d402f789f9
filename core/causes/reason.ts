import { cleanText } from '../text/clean.ts'
import { splitSentences } from '../text/sentences.ts'
import { dropLead, isIdle } from './idle-sentence.ts'

const longestReason = 600
const mostMessages = 6
const mostSentences = 6

/**
 * Why a customer came, in their words: from the messages that open a contact, the sentences that say something; greetings,
 * names, thanks, identification and bare yes or no are dropped.
 * Assumes the customer's messages in order, before or around the company's first answers. At most six sentences and 600
 * characters, from the first message that says something on.
 * Refuses (null) when nothing is left. Example: reasonOf(['Hi!', 'My name is Ann. My parcel never came.']) is
 * 'My parcel never came.'. Cost: linear.
 */
export function reasonOf(messages: readonly string[]): string | null {
  const kept: string[] = []
  let length = 0
  for (const message of messages.slice(0, mostMessages)) {
    for (const sentence of tellingSentences(message)) {
      if (length > 0 && length + sentence.length > longestReason) break
      kept.push(sentence)
      length += sentence.length + 1
      if (kept.length === mostSentences) return joinSentences(kept)
    }
    if (length >= enough) break
  }
  return kept.length === 0 ? null : joinSentences(kept)
}

function joinSentences(sentences: readonly string[]): string {
  return sentences
    .map((sentence, index) => (index < sentences.length - 1 ? closed(sentence) : sentence))
    .join(' ')
    .slice(0, longestReason)
}

/** A heading without a mark gets one, so that it stays a sentence of its own. */
function closed(sentence: string): string {
  return /[\p{L}\p{N}]$/u.test(sentence) ? `${sentence}.` : sentence
}

/** Later messages answer the company's questions; once this much is said, they are not needed. */
const enough = 40

/** The sentences that say something, one after the other, since the first few are mostly all that is wanted. */
export function* tellingSentences(message: string): Generator<string> {
  const clean = cleanText(message.length > 20_000 ? message.slice(0, 20_000) : message)
  for (const { start, end } of splitSentences(clean).slice(0, 40)) {
    const sentence = dropLead(clean.slice(start, end))
    if (!isIdle(sentence)) yield sentence
  }
}
