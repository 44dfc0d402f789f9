import type { CustomerId, IssueId } from '../../core/base/ids.ts'
import { ruledNames } from '../../core/causes/decisions/ruling.ts'
import { withCorrections } from '../../core/causes/prepare-understanding.ts'
import type { CustomerReading, ReadIssue, Understanding } from '../../core/causes/read-customer.ts'
import { readCustomer } from '../../core/causes/read-customer.ts'
import { drawThread, type Thread } from '../../core/issues/draw-thread.ts'
import { defaultSettings } from '../../core/issues/settings.ts'
import { listCauseNames as listStoredCauseNames } from '../../store/cause-names.ts'
import { listCorrectionsOf } from '../../store/corrections.ts'
import { listInteractionsOfCustomer } from '../../store/interactions.ts'
import { listRulings } from '../../store/rulings.ts'
import type { Scope } from '../../store/scope.ts'
import { understandRecord } from '../endpoint/understand-record.ts'
import { isPerson } from '../imports/place-facts.ts'
import type { Service } from '../service.ts'
import { currentUnderstanding } from './current-understanding.ts'

/**
 * Reads one customer again from the facts, by the model of the current reading: the same answer as the stored one, with
 * everything that is not stored (which interaction belongs to which contact, the thread) and what people said since.
 * A few milliseconds.
 */
export async function rereadCustomer(
  service: Service,
  scope: Scope,
  customer: CustomerId,
): Promise<CustomerReading & Pick<Understanding, 'corrections'>> {
  const [interactions, current] = await Promise.all([
    listInteractionsOfCustomer(service.store.pool, scope, customer),
    currentUnderstanding(service, scope),
  ])
  const ids = interactions.map(({ id }) => id)
  const { pool } = service.store
  const meant = await understandRecord(
    pool,
    scope,
    { understanding: current, settings: defaultSettings },
    { interactions },
  )
  const understanding = withCorrections(meant, await listCorrectionsOf(pool, scope, ids))
  const record = { customer, isKnown: isPerson(customer), interactions }
  return {
    ...readCustomer(record, understanding, defaultSettings),
    corrections: understanding.corrections,
  }
}

/** Found by the interaction that opened it, also when facts that came since gave the issue another beginning. */
export function rereadIssue(
  { issues, signals }: CustomerReading,
  id: IssueId,
): { thread: Thread } & Pick<ReadIssue, 'interactions' | 'contacts' | 'cause'> {
  const issue =
    issues.find((known) => known.id === id) ??
    issues.find(({ interactions }) => interactions.some((interaction) => interaction.id === String(id)))
  if (issue === undefined) throw new Error(`Our fault: issue ${id} is stored but can’t be read again`)
  return {
    thread: drawThread(issue, (interaction) => signals.get(interaction.id) ?? []),
    interactions: issue.interactions,
    contacts: issue.contacts,
    cause: issue.cause,
  }
}

/** Of the current reading's causes, as people name them now. */
export async function listCauseNames(service: Service, scope: Scope): Promise<ReadonlyMap<string, string>> {
  const [stored, rulings] = await Promise.all([
    listStoredCauseNames(service.store.pool, scope),
    listRulings(service.store.pool, scope),
  ])
  return ruledNames(new Map(stored.map(({ id, name }) => [id, name])), rulings)
}
