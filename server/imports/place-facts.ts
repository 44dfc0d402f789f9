import { type Identity, identityOf } from '../../core/base/ids.ts'
import type { Fact } from '../../sources/fact.ts'
import { resolveCases } from '../../store/cases.ts'
import type { IdentityLink } from '../../store/identities.ts'
import type { Fact as PlacedFact } from '../../store/interactions.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'

export type PlacedFacts = {
  readonly facts: readonly PlacedFact[]
  /** Identities that the facts name together, and cases with the customer whom they turned out to be of. */
  readonly links: readonly IdentityLink[]
}

/**
 * Says under which identity each fact is kept: the customer of its case, else the strongest identity it names itself,
 * else the case, else nothing but itself.
 */
export async function placeFacts(
  client: Connection,
  scope: Scope,
  facts: readonly Fact[],
): Promise<PlacedFacts> {
  const wanted = facts.flatMap(({ interaction: { id, source, caseId, identities } }) =>
    caseId === null ? [] : [{ id, source, caseId, identity: identities[0] ?? null }],
  )
  const { owners, late } = await resolveCases(client, scope, wanted)
  const owner = owners.values()
  const placed = facts.map((fact) => {
    const { source, caseId, identities, id } = fact.interaction
    const ofCase = caseId === null ? null : (owner.next().value ?? null)
    const standIn = caseId === null ? identityOf(`row:${id}`) : caseIdentity(source, caseId)
    return { ...fact, identity: ofCase ?? identities[0] ?? standIn }
  })
  const lateLinks = late.map(({ id, source, caseId, identity }) => ({
    one: identity,
    other: caseIdentity(source, caseId),
    interactionId: id,
  }))
  return { facts: placed, links: [...linksOf(facts), ...lateLinks] }
}

/** Stands for the customer of a case while nobody says who that is. */
export function caseIdentity(source: string, caseId: string): Identity {
  return identityOf(`case:${source}/${caseId}`)
}

/** Whether an identity names a person, or only stands for one. */
export function isPerson(identity: string): boolean {
  return !identity.startsWith('case:') && !identity.startsWith('row:')
}

function linksOf(facts: readonly Fact[]): readonly IdentityLink[] {
  return facts.flatMap(({ interaction: { id, identities } }) => {
    const [one, ...others] = identities
    return one === undefined ? [] : others.map((other) => ({ one, other, interactionId: id }))
  })
}
