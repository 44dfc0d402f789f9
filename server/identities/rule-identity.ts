import { randomUUID } from 'node:crypto'
import { Failure } from '../../contract/failures.ts'
import { type CustomerId, type Identity, identityOf } from '../../core/base/ids.ts'
import { type IdentityRuling, isStronger, joinIdentities } from '../../core/interactions/join-identities.ts'
import { listEvidenceAround } from '../../store/identities.ts'
import {
  type StoredIdentityRuling,
  saveIdentityRuling,
  withdrawIdentityRuling,
} from '../../store/identity-rulings.ts'
import { keepingFacts, lockIdentities } from '../../store/locks.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { settleAround } from '../live/settle-around.ts'
import { wakeReaders } from '../live/wake.ts'
import type { Service } from '../service.ts'

export type Ruled = Pick<IdentityRuling, 'kind'> & {
  readonly customer: CustomerId
  readonly person: Identity
  readonly reviewer: string
}

/**
 * Keeps that a customer and a person known otherwise are one, or that an identity of a customer is somebody else, and says
 * anew whose the identities are. Refuses what would change nothing, and what contradicts what was ruled before. Returns its id.
 */
export async function ruleIdentity(service: Service, scope: Scope, ruled: Ruled): Promise<string> {
  const id = randomUUID()
  await settling(service, scope, async (client) => {
    const ruling = await understand(client, scope, ruled)
    const stored: StoredIdentityRuling = { ...ruling, id, reviewer: ruled.reviewer, at: service.now() }
    await saveIdentityRuling(client, scope, stored)
    return ruling
  })
  return id
}

/** Takes a ruling back: whose the identities are is what the records and the other rulings say. */
export async function withdrawRuling(
  service: Service,
  scope: Scope,
  { id, by }: { id: string; by: string },
): Promise<void> {
  await settling(service, scope, async (client) => {
    const spokeOf = await withdrawIdentityRuling(client, scope, { id, by, at: service.now() })
    if (spokeOf === null) {
      throw new Failure(
        'notFound',
        'There is no such ruling, or it was taken back before.',
        'Look at what was decided of this customer.',
      )
    }
    return spokeOf
  })
}

/** In one transaction, which no reading begins in the midst of; who reads what is new is woken. */
async function settling(
  service: Service,
  scope: Scope,
  rule: (client: Connection) => Promise<Pick<IdentityRuling, 'one' | 'other'>>,
): Promise<void> {
  await keepingFacts(service.store.keepers, scope, async (client) => {
    await lockIdentities(client, scope)
    await settleAround(client, scope, [await rule(client)])
  })
  wakeReaders(service, scope)
}

async function understand(
  client: Connection,
  scope: Scope,
  { kind, customer, person }: Ruled,
): Promise<IdentityRuling> {
  const of = identityOf(customer)
  const { links, rulings } = await listEvidenceAround(client, scope, [of, person])
  const standingWith = (ruling: IdentityRuling) => [...rulings.filter((one) => !areSame(one, ruling)), ruling]
  const ownerBy = (ruled: readonly IdentityRuling[]) => {
    const owners = joinIdentities(links, ruled)
    return (identity: Identity) => owners.get(identity) ?? identity
  }
  const ownerNow = ownerBy(rulings)
  const areOne = ownerNow(of) === ownerNow(person)
  if (kind === 'same') {
    if (areOne) throw new Failure('conflict', 'These are one customer already.')
    const ruling: IdentityRuling = { kind, one: of, other: person }
    const standing = standingWith(ruling)
    refuseContradiction(standing, ownerBy(standing))
    return ruling
  }
  if (!areOne) throw new Failure('conflict', 'This is somebody else already.')
  const owner = identityOf(ownerBy(rulings.filter((ruling) => ruling.kind === 'notSame'))(person))
  const ruling: IdentityRuling = { kind, one: person, other: owner }
  if (!isStronger(owner, person) || ownerBy(standingWith(ruling))(person) === ownerNow(of)) {
    throw new Failure(
      'conflict',
      'The records do not give this to the customer: it is what they are kept under, or somebody joined it.',
      'Take back what was decided below, or take away the other identities.',
    )
  }
  return ruling
}

/** Whether they speak of the same two. */
function areSame(ruling: IdentityRuling, other: IdentityRuling): boolean {
  const named = [other.one, other.other]
  return named.includes(ruling.one) && named.includes(ruling.other)
}

function refuseContradiction(rulings: readonly IdentityRuling[], ownerOf: (identity: Identity) => string) {
  if (rulings.some(({ kind, one, other }) => kind === 'notSame' && ownerOf(one) === ownerOf(other))) {
    throw new Failure(
      'conflict',
      'Somebody decided that these, or others of theirs, are not one customer.',
      'Take that back first.',
    )
  }
}
