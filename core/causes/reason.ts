import { cleanText } from '../text/clean.ts'
import { splitSentences } from '../text/sentences.ts'
import { dropLead, isIdle, isLoneWord } from './idle-sentence.ts'

const longestReason = 600
const mostMessages = 6
const mostSentences = 6

/**
 * Why a customer came, in their words: from the messages that open a contact, the sentences that say something; greetings,
 * names, thanks, identification and bare yes or no are dropped.
 * Assumes the customer's messages in order, before or around the company's first answers. At most six sentences and 600
 * characters, from the first message that says something on.
 * Where nothing is left but a single word ('Refund'), that is why they came. Refuses (null) when there is none. Example: reasonOf(['Hi!', 'My name is Ann. My parcel never came.']) is
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
  return kept.length === 0 ? loneWordOf(messages) : joinSentences(kept)
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

/**
 * The one word of a message that says nothing else. After a greeting a capital begins a name ("Hi Ann"), and so it does beside a
 * closing ("Kind regards, Ann").
 */
function loneWordOf(messages: readonly string[]): string | null {
  let isGreeted = false
  for (const message of messages.slice(0, mostMessages)) {
    const whole = sentencesOf(message)
    const said = whole.map(dropLead).filter((sentence) => sentence !== '')
    isGreeted ||= said.length < whole.length || said[0] !== whole[0]
    const [word] = said
    if (word === undefined) continue
    const mayBeName = isGreeted && /^\p{Lu}\p{Ll}/u.test(word)
    return said.length === 1 && !mayBeName && isLoneWord(word) ? word : null
  }
  return null
}

/** The sentences that say something, one after the other, since the first few are mostly all that is wanted. */
export function* tellingSentences(message: string): Generator<string> {
  for (const whole of sentencesOf(message)) {
    const sentence = dropLead(whole)
    if (!isIdle(sentence)) yield sentence
  }
}

function sentencesOf(message: string): readonly string[] {
  const clean = cleanText(message.length > 20_000 ? message.slice(0, 20_000) : message)
  return splitSentences(clean)
    .slice(0, 40)
    .map(({ start, end }) => clean.slice(start, end))
}
