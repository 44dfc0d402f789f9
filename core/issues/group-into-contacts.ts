import { contactId } from '../base/ids.ts'
import { hourMs, type Instant } from '../base/time.ts'
import type { Interaction } from '../interactions/interaction.ts'
import { type Contact, caseKeyOf, compareContacts, compareInteractions } from './contact.ts'
import type { ReadingSettings } from './settings.ts'

/**
 * Groups the interactions of one customer into contacts: occasions on which the customer turned to the company.
 * A call or a visit is a contact. A message continues the open contact of its case while the company still owes an
 * answer or until `pauseHours` have passed since the case's last interaction. Where a message names no case, an answer is owed
 * only once the company has spoken there: many records (posts, reviews, complaints) hold no answers at all.
 * A case without anything from the customer (an incident log) is one contact, at its opening.
 * Assumes: all interactions belong to one customer, or to one case of an unknown customer.
 * Returns contacts in time order. Cost: O(n log n). Source: GLOSSARY, "contact".
 */
export function groupIntoContacts(
  interactions: readonly Interaction[],
  settings: Pick<ReadingSettings, 'pauseHours'>,
): readonly Contact[] {
  const contacts: Contact[] = []
  for (const [key, entries] of groupByCase(interactions.filter(({ kind }) => kind !== 'leaving'))) {
    entries.sort(compareInteractions)
    const isLog = !entries.some(isTurnOfCustomer)
    if (isLog) contacts.push(...openedCase(key, entries))
    else contacts.push(...splitCase(key, entries, settings.pauseHours * hourMs))
  }
  return contacts.sort(compareContacts)
}

/** Messages without a case continue each other within their channel; anything else without a case stands alone. */
function groupByCase(interactions: readonly Interaction[]): Map<string, Interaction[]> {
  const cases = new Map<string, Interaction[]>()
  for (const interaction of interactions) {
    const key = caseKeyOf(interaction) ?? keyWithoutCase(interaction)
    const entries = cases.get(key)
    if (entries) entries.push(interaction)
    else cases.set(key, [interaction])
  }
  return cases
}

function keyWithoutCase(interaction: Interaction): string {
  const isPartOfTalk =
    interaction.kind === 'message' && interaction.at !== null && interaction.identities.length > 0
  return isPartOfTalk ? `channel ${interaction.channel ?? ''}` : `interaction ${interaction.id}`
}

/** Something the customer did to reach the company; a survey answer is asked for, so it is none. */
export function isTurnOfCustomer({ from, kind }: Interaction): boolean {
  return from === 'customer' && (kind === 'message' || kind === 'call' || kind === 'visit')
}

/** A word of the company; what a system notes of a case is none. */
export function isTurnOfCompany({ from, kind }: Interaction): boolean {
  return from === 'company' && kind !== 'event'
}

function openedCase(caseKey: string, entries: readonly Interaction[]): readonly Contact[] {
  const opener = entries[0]
  if (opener === undefined || opener.caseId === null) return []
  const at = opener.caseOpenedAt ?? opener.at
  return [{ id: contactId(opener.id), at, opener, interactions: entries, caseKey }]
}

function splitCase(caseKey: string, entries: readonly Interaction[], pauseMs: number): readonly Contact[] {
  const contacts: Contact[] = []
  let start = 0
  let opener: Interaction | null = null
  let lastAt: Instant | null = null
  let owesAnswer = false
  let showsAnswers = entries[0]?.caseId !== null
  const close = (end: number) => {
    if (opener === null) return
    const { id, at } = opener
    contacts.push({ id: contactId(id), at, opener, interactions: entries.slice(start, end), caseKey })
    start = end
  }
  entries.forEach((entry, index) => {
    if (isTurnOfCustomer(entry)) {
      const pause = entry.at === null || lastAt === null ? 0 : entry.at - lastAt
      const isNew = entry.kind !== 'message' || (!owesAnswer && pause >= pauseMs)
      if (opener === null || isNew) {
        close(index)
        opener = entry
      }
      owesAnswer = showsAnswers && entry.kind === 'message'
    } else if (isTurnOfCompany(entry)) {
      owesAnswer = false
      showsAnswers = true
    }
    lastAt = entry.at ?? lastAt
  })
  close(entries.length)
  return contacts
}
