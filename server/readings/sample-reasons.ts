import type { Identity } from '../../core/base/ids.ts'
import type { Reason } from '../../core/causes/discover-causes.ts'
import { hearReason } from '../../core/causes/hear-reason.ts'
import type { CustomerRecord } from '../../core/causes/read-customer.ts'
import { groupIntoContacts } from '../../core/issues/group-into-contacts.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import { isLegible } from '../../core/text/language.ts'
import { streamSample } from '../../store/partitions.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { groupByCustomer } from './group-by-customer.ts'

/** Interactions in which there are enough reasons to find a cause that one contact in three hundred is about. */
const enough = 30_000

/** A reason with whom it may name, and whether only an endpoint can read it. */
export type HeardReason = Reason & { readonly identities: readonly Identity[]; readonly isForeign: boolean }

/** Reasons for coming, in the customers' words: of everybody, or of a large workspace from a sample of customers. */
export async function sampleReasons(
  client: Connection,
  scope: Scope,
  { settings, interactions }: { settings: ReadingSettings; interactions: number },
): Promise<readonly HeardReason[]> {
  const share = enough / Math.max(1, interactions)
  return (await Array.fromAsync(streamReasons(client, scope, { settings, share }))).flat()
}

/** The same of a share of customers, one customer after the other. */
export async function* streamReasons(
  client: Connection,
  scope: Scope,
  { settings, share }: { settings: ReadingSettings; share: number },
): AsyncGenerator<readonly HeardReason[]> {
  for await (const record of groupByCustomer(streamSample(client, scope, share)))
    yield listReasons(record, settings)
}

/** Why a customer came, each time, in whatever language. */
export function listReasons(
  { interactions }: Pick<CustomerRecord, 'interactions'>,
  settings: ReadingSettings,
): readonly HeardReason[] {
  return groupIntoContacts(interactions, settings).flatMap((contact) => {
    const { language, reason } = hearReason(contact, () => true)
    const { identities } = contact.opener
    const isForeign = !isLegible(language)
    return reason === null ? [] : [{ id: contact.id, text: reason, at: contact.at, identities, isForeign }]
  })
}
