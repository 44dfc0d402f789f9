import { type CustomerId, customerId, type Identity } from '../base/ids.ts'
import { compareText } from '../base/order.ts'

/** Two identities named together by one interaction. */
export type IdentityLink = { readonly one: Identity; readonly other: Identity }

/** What a person says of two identities, whatever the records say: one customer, or not, and then `one` is somebody else. */
export type IdentityRuling = IdentityLink & { readonly kind: 'same' | 'notSame' }

/**
 * Says which identities are the same person. A weaker identity (e-mail, phone, a case) belongs to the one account it was
 * ever named with; an address shared by two accounts joins nobody, and two accounts are never joined.
 * Without any account, a phone number belongs to the one e-mail address it was named with.
 * Of rulings, `notSame` leaves out of account whatever would give `one` to the customer of `other`, a stronger identity;
 * then `same` makes one customer of two, under the strongest.
 * Returns only identities whose customer is another identity; the same links in any order give the same answer.
 * Cost: O(links + rulings).
 */
export function joinIdentities(
  links: Iterable<IdentityLink>,
  rulings: readonly IdentityRuling[] = [],
): ReadonlyMap<Identity, CustomerId> {
  const evidence: Evidence = { neighbours: new Map(), strangers: new Map() }
  for (const { one, other } of links) {
    if (one === other) continue
    addTo(evidence.neighbours, one, other)
    addTo(evidence.neighbours, other, one)
  }
  for (const { kind, one, other } of rulings) {
    if (kind === 'notSame' && isStronger(other, one)) addTo(evidence.strangers, one, other)
  }
  const same = rulings.filter(({ kind }) => kind === 'same')
  const ownerOf = joinOwners(same, (identity) => findOwner(identity, evidence))
  const customers = new Map<Identity, CustomerId>()
  const named = new Set([...evidence.neighbours.keys(), ...same.flatMap(({ one, other }) => [one, other])])
  for (const identity of [...named].sort(compareText)) {
    const owner = ownerOf(identity)
    if (owner !== identity) customers.set(identity, customerId(owner))
  }
  return customers
}

/** Whether one can own the other by evidence: an account a phone number, no account another one. */
export function isStronger(one: Identity, other: Identity): boolean {
  return rankOf(one) < rankOf(other)
}

/** Orders identities by strength, those of one kind by code unit: the first of a customer's is what they are kept under. */
export function compareStrength(one: Identity, other: Identity): number {
  return rankOf(one) - rankOf(other) || compareText(one, other)
}

/** The stronger, the smaller: who may own whom. */
const ranks: Readonly<Record<string, number>> = { account: 0, email: 1, phone: 2, name: 3, case: 4 }

function rankOf(identity: Identity): number {
  return ranks[identity.slice(0, identity.indexOf(':'))] ?? 5
}

type Neighbours = Map<Identity, Set<Identity>>

type Evidence = {
  readonly neighbours: Neighbours
  /** By identity, those who were said to be somebody else; all are stronger. */
  readonly strangers: Neighbours
}

/** Follows unambiguous links towards ever stronger identities; each step climbs a rank, so it ends. */
function findOwner(identity: Identity, evidence: Evidence): Identity {
  const strangers = [...(evidence.strangers.get(identity) ?? [])].map((other) => findOwner(other, evidence))
  const stronger = [...(evidence.neighbours.get(identity) ?? [])].filter(
    (other) =>
      isStronger(other, identity) &&
      (strangers.length === 0 || !strangers.includes(findOwner(other, evidence))),
  )
  const best = Math.min(...stronger.map(rankOf))
  const owners = new Set(stronger.filter((other) => rankOf(other) === best))
  const [owner, ...others] = owners
  return owner === undefined || others.length > 0 ? identity : findOwner(owner, evidence)
}

/** Makes one customer of each two owners that were said to be the same; the strongest owns them all. */
function joinOwners(
  same: readonly IdentityLink[],
  findOwner: (identity: Identity) => Identity,
): (identity: Identity) => Identity {
  const joined = new Map<Identity, Identity>()
  const ownerOf = (identity: Identity) => {
    let owner = findOwner(identity)
    for (let next = joined.get(owner); next !== undefined; next = joined.get(owner)) owner = next
    return owner
  }
  for (const { one, other } of same) {
    const [stronger, weaker] = inOrder(ownerOf(one), ownerOf(other))
    if (stronger !== weaker) joined.set(weaker, stronger)
  }
  return ownerOf
}

function inOrder(one: Identity, other: Identity): readonly [Identity, Identity] {
  return compareStrength(one, other) <= 0 ? [one, other] : [other, one]
}

function addTo(neighbours: Neighbours, from: Identity, to: Identity): void {
  const known = neighbours.get(from)
  if (known) known.add(to)
  else neighbours.set(from, new Set([to]))
}
