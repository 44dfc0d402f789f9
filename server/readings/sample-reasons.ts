import type { Reason } from '../../core/causes/discover-causes.ts'
import { hearReason } from '../../core/causes/hear-reason.ts'
import { groupIntoContacts } from '../../core/issues/group-into-contacts.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import { streamSample } from '../../store/partitions.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { groupByCustomer } from './group-by-customer.ts'

/** Interactions in which there are enough reasons to find a cause that one contact in three hundred is about. */
const enough = 30_000

/** Reasons for coming, in the customers' words: of everybody, or of a large workspace from a sample of customers. */
export async function sampleReasons(
  client: Connection,
  scope: Scope,
  { settings, interactions }: { settings: ReadingSettings; interactions: number },
): Promise<readonly Reason[]> {
  const reasons: Reason[] = []
  for await (const record of groupByCustomer(
    streamSample(client, scope, enough / Math.max(1, interactions)),
  )) {
    for (const contact of groupIntoContacts(record.interactions, settings)) {
      const { reason } = hearReason(contact)
      if (reason !== null) reasons.push({ id: contact.id, text: reason, at: contact.at })
    }
  }
  return reasons
}
