import type { IssuePage } from '../../contract/screens.ts'
import { toIso } from '../../core/base/time.ts'
import { listIssuesOfCustomer, type StoredIssue } from '../../store/issues.ts'
import type { Scope } from '../../store/scope.ts'
import { listCauseNames, type RereadCustomer, type RereadIssue } from '../readings/reread-customer.ts'
import type { Service } from '../service.ts'
import { toInteractionJson } from './interaction-json.ts'
import { toCauseName, toIssueRow } from './issue-json.ts'
import type { Sight } from './sight.ts'

type Read = {
  readonly stored: StoredIssue
  readonly reading: RereadCustomer
  readonly lived: RereadIssue
  readonly sight: Sight
}

/** One issue with all its interactions, as whoever looks may see it, and the customer's other issues. */
export async function toIssuePage(
  service: Service,
  scope: Scope,
  { stored, reading, lived, sight }: Read,
): Promise<IssuePage> {
  const [causes, others] = await Promise.all([
    listCauseNames(service, scope),
    listIssuesOfCustomer(service.store.pool, scope, stored.customer),
  ])
  const { thread, interactions, contacts, cause } = lived
  const openers = new Set<string>(contacts.map(({ id }) => id))
  return {
    issue: toIssueRow({ ...stored, causeId: cause }, thread, causes, sight),
    contacts: contacts.map((contact) => ({
      id: contact.id,
      at: contact.at === null ? null : toIso(contact.at),
      cause: toCauseName(contact.cause, causes),
    })),
    interactions: interactions.map((interaction) =>
      toInteractionJson(
        interaction,
        {
          signals: reading.signals.get(interaction.id) ?? [],
          corrections: reading.corrections.get(interaction.id) ?? [],
          opensContact: openers.has(interaction.id),
        },
        sight,
      ),
    ),
    others: others
      .filter((other) => other.id !== stored.id)
      .map(({ id, causeId, firstAt, contacts: count }) => ({
        id,
        cause: toCauseName(causeId, causes)?.name ?? null,
        firstAt: firstAt === null ? null : toIso(firstAt),
        contacts: count,
      })),
  }
}
