import type { WhyInput } from '../../contract/changes.ts'
import { Failure } from '../../contract/failures.ts'
import { causeId, interactionId } from '../../core/base/ids.ts'
import { whyNotSaid } from '../../core/changes/can.ts'
import { listInteractions } from '../../store/interactions.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { addWhy, removeLastWhy } from '../../store/whys.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { findCausePage } from './cause-decision.ts'

/** Adds an answer to the end of a cause's chain of whys, linked to the interactions that show it. */
export async function writeWhy(
  service: Service,
  scope: Scope,
  { cause, input }: { cause: string; input: WhyInput },
): Promise<void> {
  const { answer, who, interactions } = input
  await findCausePage(service, scope, causeId(cause))
  const why = whyNotSaid({ who, reason: answer })
  if (why !== null) throw new Failure('badInput', why, 'Nothing was saved.')
  const known = interactions.every(isId)
    ? await listInteractions(service.store.pool, scope, interactions.map(interactionId))
    : []
  if (known.length < new Set(interactions).size) {
    throw new Failure('badInput', 'Not every interaction linked to this is there.', 'Nothing was saved.')
  }
  await inTransaction(service.store.pool, (client) =>
    addWhy(client, scope, {
      cause: causeId(cause),
      answer: answer.trim(),
      who: who.trim(),
      at: service.now(),
      interactions: known.map(({ id }) => id),
    }),
  )
}

export async function takeBackWhy(
  { store }: Service,
  scope: Scope,
  { cause, id }: { cause: string; id: string },
): Promise<void> {
  const isGone =
    /^\d{1,9}$/.test(id) &&
    (await removeLastWhy(store.pool, scope, { cause: causeId(cause), id: Number(id) }))
  if (!isGone) {
    throw new Failure(
      'notFound',
      'This is not the last why of this cause.',
      'Only the last one can be taken back; look at the chain again.',
    )
  }
}
