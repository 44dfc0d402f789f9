import type { Interaction } from '../interactions/interaction.ts'
import type { Contact } from './contact.ts'

/**
 * The last rating that was given within a contact, as given; null where none was.
 * Assumes: a survey answer in a case is about the contact of that case that was open last; another source's ratings, on
 * another scale, say nothing of this one's.
 */
export function ratingOf(contact: Pick<Contact, 'opener' | 'interactions'>): number | null {
  return contact.interactions.findLast((one) => isRatingOf(contact, one))?.rating ?? null
}

/** Whether an interaction of the contact rates it. */
export function isRatingOf({ opener }: Pick<Contact, 'opener'>, { rating, source }: Interaction): boolean {
  return rating !== null && source === opener.source
}
