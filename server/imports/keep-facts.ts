import type { Fact } from '../../sources/fact.ts'
import { saveIdentityLinks } from '../../store/identities.ts'
import { type Fact as PlacedFact, type Saved, saveInteractions } from '../../store/interactions.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { placeFacts } from './place-facts.ts'

export type KeptFacts = Saved & { readonly facts: readonly PlacedFact[] }

/** Keeps what is new, with whom it is about. Call it in a transaction. */
export async function keepFacts(
  client: Connection,
  scope: Scope,
  given: readonly Fact[],
): Promise<KeptFacts> {
  const { facts, links } = await placeFacts(client, scope, given)
  const saved = await saveInteractions(client, scope, facts)
  await saveIdentityLinks(client, scope, links)
  return { ...saved, facts }
}
