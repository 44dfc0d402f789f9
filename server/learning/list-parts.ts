import type { CauseId } from '../../core/base/ids.ts'
import type { Reason } from '../../core/causes/discover-causes.ts'
import { hearText } from '../../core/causes/hear-reason.ts'
import { type ProposedPart, proposeParts } from '../../core/causes/tree/propose-parts.ts'
import { listContacts } from '../../store/contacts.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'

/** Newest contacts that are looked at: enough to see parts, few enough to wait for. */
const mostContacts = 500
/** As many as one ruling may name. */
const mostNamed = 200

/** How the engine would split a cause, by what its newest contacts said first. */
export async function listParts(
  { store, words }: Pick<Service, 'store' | 'words'>,
  scope: Scope,
  cause: CauseId,
): Promise<readonly ProposedPart[]> {
  const reasons: Reason[] = []
  let after: string | undefined
  for (let looked = 0; looked < mostContacts; ) {
    const { rows, next } = await listContacts(store.pool, scope, { cause, after })
    reasons.push(...rows.flatMap(({ id, text }) => toReason(id, text)))
    looked += rows.length
    if (next === null) break
    after = next
  }
  return proposeParts(reasons, words).map((part) => ({ ...part, ids: part.ids.slice(0, mostNamed) }))
}

/** By what the contact opened with; none where that is in another language or says nothing. */
function toReason(id: string, text: string | null): readonly Reason[] {
  const reason = text === null ? null : hearText(text)
  return reason === null ? [] : [{ id, text: reason }]
}
