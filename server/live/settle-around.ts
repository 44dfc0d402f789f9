import type { Identity } from '../../core/base/ids.ts'
import { joinIdentities } from '../../core/interactions/join-identities.ts'
import { type IdentityPair, listEvidenceAround, updateOwners } from '../../store/identities.ts'
import { lockIdentities } from '../../store/locks.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { addFormerOwners } from '../../store/unread.ts'

/**
 * Says anew whose the identities are that these pairs reach, and leaves word for readings that knew them otherwise.
 * Call it in the transaction that keeps or removes the pairs.
 */
export async function settleAround(client: Connection, scope: Scope, pairs: readonly IdentityPair[]) {
  if (pairs.length === 0) return
  await lockIdentities(client, scope)
  const named = pairs.flatMap(({ one, other }) => [one, other])
  const { links, rulings } = await listEvidenceAround(client, scope, named)
  const reached = [...links, ...rulings].flatMap(({ one, other }) => [one, other])
  const identities = [...new Set<Identity>([...named, ...reached])]
  const changed = await updateOwners(client, scope, { identities, owners: joinIdentities(links, rulings) })
  await addFormerOwners(client, scope, changed)
}
