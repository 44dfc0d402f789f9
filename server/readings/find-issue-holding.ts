import { contactId, type IssueId, interactionId } from '../../core/base/ids.ts'
import { findInteraction } from '../../store/interactions.ts'
import { findIssue, type StoredIssue } from '../../store/issues.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { rereadCustomer } from './reread-customer.ts'

/**
 * An issue by its own id, or by that of any interaction that it holds by now: one that grew together with an earlier one goes
 * by that one's id, and what was begun, sent or bookmarked is found there.
 */
export async function findIssueHolding(
  service: Service,
  scope: Scope,
  id: IssueId,
): Promise<StoredIssue | null> {
  const { pool } = service.store
  const found = await findIssue(pool, scope, id)
  if (found !== null) return found
  const interaction = await findInteraction(pool, scope, interactionId(id))
  if (interaction === null) return null
  const reading = await rereadCustomer(service, scope, interaction.customer)
  const holding = reading.issues.find(
    ({ contacts, interactions }) =>
      contacts.some((contact) => contact.id === contactId(id)) ||
      interactions.some((one) => one.id === interaction.id),
  )
  return holding === undefined ? null : findIssue(pool, scope, holding.id)
}
