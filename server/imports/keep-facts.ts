import type { Fact } from '../../sources/fact.ts'
import { type IdentityPair, saveIdentityLinks } from '../../store/identities.ts'
import { type Fact as PlacedFact, type Saved, saveInteractions } from '../../store/interactions.ts'
import type { Connection } from '../../store/postgres/client.ts'
import { supersedeLateFacts } from '../../store/revisions.ts'
import type { Scope } from '../../store/scope.ts'
import { placeFacts } from './place-facts.ts'

export type KeptFacts = Saved & {
  readonly facts: readonly PlacedFact[]
  /** Pairs of identities of which nobody knew before that they are one person. */
  readonly newLinks: readonly IdentityPair[]
}

/** Keeps what is new, with whom it is about. Call it in a transaction. */
export async function keepFacts(
  client: Connection,
  scope: Scope,
  given: readonly Fact[],
): Promise<KeptFacts> {
  const { facts, links } = await placeFacts(client, scope, given)
  const saved = await saveInteractions(client, scope, facts)
  await supersedeLateFacts(client, scope, [...saved.saved])
  return { ...saved, facts, newLinks: await saveIdentityLinks(client, scope, links) }
}
