import type { WhoJson } from '../../contract/identities.ts'
import { type CustomerId, type Identity, identityOf } from '../../core/base/ids.ts'
import { toIso } from '../../core/base/time.ts'
import { compareStrength, type IdentityRuling, isStronger } from '../../core/interactions/join-identities.ts'
import { maskIdentity } from '../../core/interactions/mask.ts'
import { type IdentityLink, listLinksAmong } from '../../store/identities.ts'
import { listIdentityRulingsOf } from '../../store/identity-rulings.ts'
import { listInteractions } from '../../store/interactions.ts'
import { findKnown } from '../../store/person.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { StoredInteraction } from '../../store/rows/interaction-row.ts'
import type { Scope } from '../../store/scope.ts'
import { isPerson } from '../imports/place-facts.ts'

/** What a customer is known by, from the strongest on, and how we know: for who may know them. */
export async function tellWho(client: Client, scope: Scope, customer: CustomerId): Promise<WhoJson> {
  const all = (await findKnown(client, scope, customer)).identities.map(identityOf)
  const people = all.filter(isPerson).sort(compareStrength)
  const [links, rulings] = await Promise.all([
    listLinksAmong(client, scope, people),
    listIdentityRulingsOf(client, scope, all),
  ])
  const known = people.map((identity) => ({ identity, naming: findNaming(identity, links)?.interactionId }))
  const facts = await listInteractions(
    client,
    scope,
    known.flatMap(({ naming }) => naming ?? []),
  )
  return {
    identities: known.map(({ identity, naming }) => ({
      identity,
      words: sayIdentity(identity),
      named: toNamed(facts.find(({ id }) => id === naming)),
    })),
    rulings: rulings.map(({ id, reviewer, at, ...ruling }) => ({
      id,
      sentence: sayRuling(ruling),
      reviewer,
      at: toIso(at),
    })),
  }
}

/** What gave it to the customer: an interaction that named it together with something stronger. */
function findNaming(identity: Identity, links: readonly IdentityLink[]): IdentityLink | undefined {
  return links.find(
    ({ one, other }) =>
      (one === identity && isStronger(other, identity)) || (other === identity && isStronger(one, identity)),
  )
}

function toNamed(fact: StoredInteraction | undefined): WhoJson['identities'][number]['named'] {
  if (fact === undefined) return null
  const { source, externalId, at } = fact
  return { source, externalId, at: at === null ? null : toIso(at) }
}

function sayRuling({ kind, one, other }: IdentityRuling): string {
  return kind === 'same'
    ? `${sayIdentity(one)} and ${sayIdentity(other)} are one customer.`
    : `${sayIdentity(one)} does not belong to ${sayIdentity(other)}.`
}

function sayIdentity(identity: Identity): string {
  const at = identity.indexOf(':')
  const [kind, value] = [identity.slice(0, at), identity.slice(at + 1)]
  if (kind === 'account' || kind === 'phone') return `${kind} ${value}`
  return kind === 'email' || kind === 'name' ? value : maskIdentity(identity)
}
