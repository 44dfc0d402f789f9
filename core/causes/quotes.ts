import type { ContactId, IssueId } from '../base/ids.ts'
import { compareText } from '../base/order.ts'
import type { Instant } from '../base/time.ts'
import { dropLead, isIdle } from './idle-sentence.ts'
import type { ReadContact } from './read-customer.ts'

/** A customer's words that may stand for a cause. */
export type Quote = {
  readonly contact: ContactId
  readonly issue: IssueId | null
  readonly text: string
  /** The higher, the better it stands for the cause. */
  readonly score: number
  readonly identity: string | null
  readonly channel: string | null
  readonly at: Instant | null
}

const shortest = 40
const longest = 420
const comfortable = 240

/** A quote reads well between a line and a short paragraph; the surer its cause and the stronger its tone, the better. */
export function toQuote(contact: ReadContact): Quote | null {
  const { id, at, issue, opener, reason } = contact
  const { channel, identities } = opener
  if (reason === null) return null
  const text = toThePoint(opener.text ?? '')
  if (text.length < shortest || text.length > longest) return null
  const score = scoreOf(contact, text.length)
  return { contact: id, issue, text, score, identity: identities[0] ?? null, channel, at }
}

/** The lowest rank that a quote of this contact could have, told without looking at its text. */
export function bestRank(contact: ReadContact): number {
  return -scoreOf(contact, shortest)
}

function scoreOf({ causeStrength, emotion, effort }: ReadContact, length: number): number {
  const tone = (emotion === null ? 0 : 0.1) + effort * 0.1
  return (causeStrength ?? 0) + tone + (length <= comfortable ? 0.1 : 0)
}

/** What was said without the greeting and the name under it, and without the subject that the greeting stands after. */
export function toThePoint(text: string): string {
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  const isManners = (paragraph: string) => isIdle(dropLead(paragraph))
  const start =
    paragraphs.length > 2 && isManners(paragraphs[1] ?? '') ? 2 : isManners(paragraphs[0] ?? '') ? 1 : 0
  const rest = paragraphs.slice(start)
  // A closing, and at most a name and a place under it.
  const closing = rest.findIndex((paragraph, at) => at > 0 && at >= rest.length - 3 && isManners(paragraph))
  return (closing < 0 ? rest : rest.slice(0, closing)).join('\n\n')
}

/** The best `most` of them, each text once; ties by contact, so that the order they come in does not matter. */
export function bestQuotes(quotes: readonly Quote[], most: number): readonly Quote[] {
  const ranked = quotes.toSorted(
    (left, right) => right.score - left.score || compareText(left.contact, right.contact),
  )
  return ranked
    .filter(({ text }, index) => ranked.findIndex((other) => other.text === text) === index)
    .slice(0, most)
}
