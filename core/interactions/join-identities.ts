import { type CustomerId, customerId, type Identity } from '../base/ids.ts'
import { compareText } from '../base/order.ts'

/** Two identities named together by one interaction. */
export type IdentityLink = { readonly one: Identity; readonly other: Identity }

/**
 * Says which identities are the same person. A weaker identity (e-mail, phone, a case) belongs to the one account it was
 * ever named with; an address shared by two accounts joins nobody, and two accounts are never joined.
 * Without any account, a phone number belongs to the one e-mail address it was named with.
 * Returns only identities whose customer is another identity; the same links in any order give the same answer.
 * Cost: O(links).
 */
export function joinIdentities(links: Iterable<IdentityLink>): ReadonlyMap<Identity, CustomerId> {
  const neighbours = new Map<Identity, Set<Identity>>()
  for (const { one, other } of links) {
    if (one === other) continue
    addTo(neighbours, one, other)
    addTo(neighbours, other, one)
  }
  const customers = new Map<Identity, CustomerId>()
  for (const identity of [...neighbours.keys()].sort(compareText)) {
    const owner = findOwner(identity, neighbours)
    if (owner !== identity) customers.set(identity, customerId(owner))
  }
  return customers
}

/** The stronger, the smaller: who may own whom. */
const ranks: Readonly<Record<string, number>> = { account: 0, email: 1, phone: 2, name: 3, case: 4 }

function rankOf(identity: Identity): number {
  return ranks[identity.slice(0, identity.indexOf(':'))] ?? 5
}

/** Follows unambiguous links towards ever stronger identities; each step climbs a rank, so it ends. */
function findOwner(identity: Identity, neighbours: ReadonlyMap<Identity, ReadonlySet<Identity>>): Identity {
  const stronger = [...(neighbours.get(identity) ?? [])].filter((other) => rankOf(other) < rankOf(identity))
  const best = Math.min(...stronger.map(rankOf))
  const owners = new Set(stronger.filter((other) => rankOf(other) === best))
  const [owner, ...others] = owners
  return owner === undefined || others.length > 0 ? identity : findOwner(owner, neighbours)
}

function addTo(neighbours: Map<Identity, Set<Identity>>, from: Identity, to: Identity): void {
  const known = neighbours.get(from)
  if (known) known.add(to)
  else neighbours.set(from, new Set([to]))
}
