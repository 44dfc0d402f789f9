import type { ContactId } from '../../base/ids.ts'
import type { CustomerReading } from '../read-customer.ts'

/** The attribute under which the team that first took a contact on is counted, beside those of the source. */
export const teamAttribute = 'team'

/**
 * The team that first took each contact on: the first named in its case from the contact's beginning on.
 * A contact without a case has only its own interactions. Those that no team took on are left out.
 * Assumes cases in order of time. Cost: O(interactions).
 */
export function findFirstTeams({ contacts, cases }: CustomerReading): ReadonlyMap<ContactId, string> {
  const teams = new Map<string, string>()
  for (const { interactions } of cases) {
    let next: string | null = null
    for (const { id, team } of interactions.toReversed()) {
      next = team ?? next
      if (next !== null) teams.set(id, next)
    }
  }
  return new Map(
    contacts.flatMap((contact) => {
      const team = teams.get(contact.opener.id) ?? contact.interactions.find((one) => one.team !== null)?.team
      return team === undefined || team === null ? [] : [[contact.id, team] as const]
    }),
  )
}
