import { type Identity, identityOf } from '../../core/base/ids.ts'
import type { Interaction } from '../../core/interactions/interaction.ts'
import { resolveCases } from '../../store/cases.ts'
import type { IdentityLink } from '../../store/identities.ts'
import type { Fact } from '../../store/interactions.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'

type ReadFact = { readonly interaction: Interaction; readonly digest: string }

/**
 * Says under which identity each fact is kept: the customer of its case, else the strongest identity it names itself,
 * else the case, else nothing but itself.
 */
export async function placeFacts(
  client: Connection,
  scope: Scope,
  facts: readonly ReadFact[],
): Promise<readonly Fact[]> {
  const wanted = facts.flatMap(({ interaction: { source, caseId, identities } }) =>
    caseId === null ? [] : [{ source, caseId, identity: identities[0] ?? null }],
  )
  const owners = (await resolveCases(client, scope, wanted)).values()
  return facts.map((fact) => {
    const { source, caseId, identities, id } = fact.interaction
    const owner = caseId === null ? null : (owners.next().value ?? null)
    const standIn = caseId === null ? `row:${id}` : caseIdentity(source, caseId)
    return { ...fact, identity: owner ?? identities[0] ?? identityOf(standIn) }
  })
}

/** Stands for the customer of a case while nobody says who that is. */
export function caseIdentity(source: string, caseId: string): Identity {
  return identityOf(`case:${source}/${caseId}`)
}

/** Whether an identity names a person, or only stands for one. */
export function isPerson(identity: string): boolean {
  return !identity.startsWith('case:') && !identity.startsWith('row:')
}

/** Identities that one interaction names together. */
export function linksOf(facts: readonly ReadFact[]): readonly IdentityLink[] {
  return facts.flatMap(({ interaction: { id, identities } }) => {
    const [one, ...others] = identities
    return one === undefined ? [] : others.map((other) => ({ one, other, interactionId: id }))
  })
}
