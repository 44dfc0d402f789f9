import { hearReason } from '../../core/causes/hear-reason.ts'
import { groupIntoContacts } from '../../core/issues/group-into-contacts.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import { partitionCount, streamPartition } from '../../store/partitions.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { groupByCustomer } from './group-by-customer.ts'

export type Reason = { readonly id: string; readonly text: string }

/** Enough to find a cause that one contact in three hundred is about; see docs/method/causes.md. */
const wanted = 10_000

/**
 * Reasons for coming, in the customers' words, from a sample of customers that depends on nothing but who they are:
 * whole partitions, and of a large workspace only every n-th customer within them.
 */
export async function sampleReasons(
  client: Connection,
  scope: Scope,
  settings: ReadingSettings,
  interactions: number,
): Promise<readonly Reason[]> {
  const reasons: Reason[] = []
  const everyNth = Math.max(1, Math.floor(interactions / partitionCount / (wanted * 4)))
  for (let partition = 0; partition < partitionCount && reasons.length < wanted; partition++) {
    let seen = 0
    for await (const record of groupByCustomer(streamPartition(client, scope, partition))) {
      seen += 1
      if (seen % everyNth !== 0) continue
      for (const contact of groupIntoContacts(record.interactions, settings)) {
        const { reason: text } = hearReason(contact)
        if (text !== null) reasons.push({ id: contact.id, text })
      }
    }
  }
  return reasons
}
