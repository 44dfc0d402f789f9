import { setImmediate } from 'node:timers/promises'
import { Failure } from '../../contract/failures.ts'
import type { CustomerId, IssueId } from '../../core/base/ids.ts'
import { invariant } from '../../core/base/invariant.ts'
import { ruledNames } from '../../core/causes/decisions/ruling.ts'
import { withCorrections } from '../../core/causes/prepare-understanding.ts'
import type { CustomerReading, ReadIssue, Understanding } from '../../core/causes/read-customer.ts'
import { readCustomer } from '../../core/causes/read-customer.ts'
import { drawThread, type Thread } from '../../core/issues/draw-thread.ts'
import { defaultSettings } from '../../core/issues/settings.ts'
import { listCauseNames as listStoredCauseNames } from '../../store/cause-names.ts'
import { listCorrectionsOf } from '../../store/corrections.ts'
import { listInteractionsOfCustomers } from '../../store/interactions.ts'
import { listRulings } from '../../store/rulings.ts'
import type { Scope } from '../../store/scope.ts'
import { understandRecord } from '../endpoint/understand-record.ts'
import { isPerson } from '../imports/place-facts.ts'
import type { Service } from '../service.ts'
import { currentUnderstanding } from './current-understanding.ts'

export type RereadCustomer = CustomerReading & Pick<Understanding, 'corrections'>

/**
 * Reads customers again from the facts, by the model of the current reading: the same answer as the stored one, with
 * everything that is not stored (which interaction belongs to which contact, the thread) and what people said since.
 * A millisecond each, beside the three statements that they share.
 */
export async function rereadCustomers(
  service: Service,
  scope: Scope,
  customers: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, RereadCustomer>> {
  const { pool } = service.store
  const wanted = [...new Set(customers)]
  const [interactions, current] = await Promise.all([
    listInteractionsOfCustomers(pool, scope, wanted),
    currentUnderstanding(service, scope),
  ])
  const ids = interactions.map(({ id }) => id)
  const corrections = Map.groupBy(await listCorrectionsOf(pool, scope, ids), ({ interaction }) => interaction)
  const byCustomer = Map.groupBy(interactions, ({ customer }) => customer)
  const settings = defaultSettings
  const readings = new Map<CustomerId, RereadCustomer>()
  for (const customer of wanted) {
    const own = byCustomer.get(customer) ?? []
    const meant = await understandRecord(
      pool,
      scope,
      { understanding: current, settings },
      { interactions: own },
    )
    const understanding = withCorrections(
      meant,
      own.flatMap(({ id }) => corrections.get(id) ?? []),
    )
    const record = { customer, isKnown: isPerson(customer), interactions: own }
    const reading = readCustomer(record, understanding, settings)
    readings.set(customer, { ...reading, corrections: understanding.corrections })
    // Whoever else is being served has their turn between two customers.
    await setImmediate()
  }
  return readings
}

export async function rereadCustomer(
  service: Service,
  scope: Scope,
  customer: CustomerId,
): Promise<RereadCustomer> {
  return findReread(await rereadCustomers(service, scope, [customer]), customer)
}

/** One of the customers that were asked for. */
export function findReread(
  readings: ReadonlyMap<CustomerId, RereadCustomer>,
  customer: CustomerId,
): RereadCustomer {
  const reading = readings.get(customer)
  invariant(reading, `customer ${customer} was not read again`)
  return reading
}

/** What only reading a customer again tells of an issue. */
export type RereadIssue = { readonly thread: Thread } & Pick<ReadIssue, 'interactions' | 'contacts' | 'cause'>

/**
 * Found by the interaction that opened it, also when facts that came since gave the issue another beginning. Null while the
 * customer has turned out to be somebody else and the reading does not know yet, which is a moment.
 */
export function rereadIssue({ issues, signals }: CustomerReading, id: IssueId): RereadIssue | null {
  const issue =
    issues.find((known) => known.id === id) ??
    issues.find(({ interactions }) => interactions.some((interaction) => interaction.id === String(id)))
  if (issue === undefined) return null
  return {
    thread: drawThread(issue, (interaction) => signals.get(interaction.id) ?? []),
    interactions: issue.interactions,
    contacts: issue.contacts,
    cause: issue.cause,
  }
}

/** The same, for a page of its own. */
export function openRereadIssue(reading: CustomerReading, id: IssueId): RereadIssue {
  const issue = rereadIssue(reading, id)
  if (issue === null) {
    throw new Failure(
      'busy',
      'This customer turned out to be one with another, and is being read again.',
      'Try again in a moment.',
    )
  }
  return issue
}

/** Of the current reading's causes, as people name them now. */
export async function listCauseNames(service: Service, scope: Scope): Promise<ReadonlyMap<string, string>> {
  const [stored, rulings] = await Promise.all([
    listStoredCauseNames(service.store.pool, scope),
    listRulings(service.store.pool, scope),
  ])
  return ruledNames(new Map(stored.map(({ id, name }) => [id, name])), rulings)
}
