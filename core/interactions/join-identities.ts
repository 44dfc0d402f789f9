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
  const joining = startJoining(rulings)
  for (const link of links) joining.add(link)
  return new Map([...joining.owners()].map(({ identity, customer }) => [identity, customer]))
}

export type IdentityOwner = { readonly identity: Identity; readonly customer: CustomerId }

export type Joining = {
  add(link: IdentityLink): void
  /** Each identity whose customer is another identity, by all links that were added. */
  owners(): Iterable<IdentityOwner>
}

/** The same for links that come one by one: of each identity only who may own it is kept, however many links there are. */
export function startJoining(rulings: readonly IdentityRuling[]): Joining {
  const evidence = startEvidence(rulings)
  const same = rulings.filter(({ kind }) => kind === 'same')
  return {
    add: ({ one, other }) => {
      if (isStronger(one, other)) evidence.add(other, one)
      else if (isStronger(other, one)) evidence.add(one, other)
    },
    *owners() {
      const ownerOf = joinOwners(same, evidence.ownerOf)
      const ruled = same.flatMap(({ one, other }) =>
        [one, other].flatMap((own) => [own, evidence.ownerOf(own)]),
      )
      const ruledAlone = new Set(ruled.filter((identity) => !evidence.named.has(identity)))
      for (const identities of [evidence.named.keys(), ruledAlone]) {
        for (const identity of identities) {
          const customer = ownerOf(identity)
          if (customer !== identity) yield { identity, customer: customerId(customer) }
        }
      }
    },
  }
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

function startEvidence(rulings: readonly IdentityRuling[]) {
  /** By identity, the strongest that it was named with, or one of them where it is shared. */
  const strongest = new Map<Identity, Identity>()
  const shared = new Set<Identity>()
  /** By identity, those who were said to be somebody else; all are stronger. */
  const strangers = new Map<Identity, Set<Identity>>()
  /** Of these identities, all stronger ones that they were named with. */
  const stronger = new Map<Identity, Set<Identity>>()
  for (const { kind, one, other } of rulings) {
    if (kind === 'notSame' && isStronger(other, one)) addTo(strangers, one, other)
  }

  function add(identity: Identity, owner: Identity): void {
    if (strangers.has(identity)) addTo(stronger, identity, owner)
    const known = strongest.get(identity)
    if (known === undefined || isStronger(owner, known)) {
      strongest.set(identity, owner)
      shared.delete(identity)
    } else if (known !== owner && !isStronger(known, owner)) shared.add(identity)
  }

  /** Climbs to ever stronger identities; each step climbs a rank, so it ends. */
  function ownerOf(identity: Identity): Identity {
    const owner = strangers.has(identity)
      ? ownerBesideStrangers(identity)
      : shared.has(identity)
        ? undefined
        : strongest.get(identity)
    return owner === undefined ? identity : ownerOf(owner)
  }

  function ownerBesideStrangers(identity: Identity): Identity | undefined {
    const others = [...(strangers.get(identity) ?? [])].map(ownerOf)
    const left = [...(stronger.get(identity) ?? [])].filter((one) => !others.includes(ownerOf(one)))
    const [best, next] = left.sort(compareStrength)
    return best === undefined || next === undefined || isStronger(best, next) ? best : undefined
  }

  return { add, ownerOf, named: strongest as ReadonlyMap<Identity, unknown> }
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

function addTo(sets: Map<Identity, Set<Identity>>, identity: Identity, other: Identity): void {
  const known = sets.get(identity)
  if (known) known.add(other)
  else sets.set(identity, new Set([other]))
}
