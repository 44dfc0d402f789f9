import type { Contact } from '../issues/contact.ts'
import { isLegible, languageOf } from '../text/language.ts'
import { reasonOf } from './reason.ts'

/** `silent`: no words of the customer; `illegible`: in a language that is not read; `read`: in one that is. */
export type Heard = {
  readonly legibility: 'silent' | 'illegible' | 'read'
  readonly language: string | null
  /** Why they came, in their words; null when they did not say. */
  readonly reason: string | null
}

/**
 * Hears why a customer came: from what they said before the company first answered.
 * A text too short to tell its language counts as read; one in another language than English only where `reads` knows the
 * reason, as an endpoint may. Cost: O(length of the texts).
 */
export function hearReason(contact: Contact, reads?: (reason: string) => boolean): Heard {
  const texts = openingTexts(contact)
  if (texts.length === 0) return { legibility: 'silent', language: null, reason: null }
  const language = languageOf(texts.join('\n'))
  if (isLegible(language)) return { legibility: 'read', language, reason: reasonOf(texts) }
  const reason = reads === undefined ? null : reasonOf(texts)
  return reason !== null && reads?.(reason)
    ? { legibility: 'read', language, reason }
    : { legibility: 'illegible', language, reason: null }
}

/** The same of one text by itself; null also where it is not read. */
export function hearText(text: string): string | null {
  return isLegible(languageOf(text)) ? reasonOf([text]) : null
}

function openingTexts({ opener, interactions }: Contact): readonly string[] {
  const texts: string[] = []
  for (const interaction of interactions.slice(interactions.indexOf(opener))) {
    if (interaction.from === 'company' && interaction.kind === 'message') break
    if (interaction.from === 'customer' && interaction.text !== null) texts.push(interaction.text)
  }
  return texts
}
