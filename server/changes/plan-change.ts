import type { PlanInput } from '../../contract/changes.ts'
import { Failure } from '../../contract/failures.ts'
import { type CauseId, type ChangeId, causeId } from '../../core/base/ids.ts'
import { dayMs, toDay } from '../../core/base/time.ts'
import { type AskedStep, whyNotPlan, whyNotSaid, whyNotStep } from '../../core/changes/can.ts'
import type { ChangePlan } from '../../core/changes/change.ts'
import { addChange, addDecision, holdChange } from '../../store/changes.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { listCauseNames } from '../readings/reread-customer.ts'
import type { Service } from '../service.ts'
import { figuresOfNow } from './figures-of-now.ts'
import { findKnownChange, toPlanJson } from './known-changes.ts'

/** Keeps a plan of `on` with the figures of today, or refuses it and keeps nothing. */
export async function planChange(
  service: Service,
  scope: Scope,
  { input, on }: { input: PlanInput; on: string },
): Promise<ChangeId> {
  const { who, reason, causes, channels, segments, ...rest } = input
  const names = await listCauseNames(service, scope)
  const plan: ChangePlan = {
    ...rest,
    what: rest.what.trim(),
    owner: rest.owner.trim(),
    scope: {
      causes: causes.map((id) => ({ id: causeId(id), name: nameOf(names, causeId(id)) })),
      channels,
      segments,
    },
    promise: emptyToNull(rest.promise),
    adjusts: emptyToNull(rest.adjusts),
  }
  refuse(whyNotPlan(plan) ?? whyNotSaid({ who, reason }))
  const figures = await figuresOfNow(service, scope, { plan, change: null })
  const at = service.now()
  const decision = { step: 'planned', who: who.trim(), reason: reason.trim(), on, at, figures }
  return inTransaction(service.store.pool, async (client) => {
    const changeId = await addChange(client, scope, toPlanJson(plan))
    await addDecision(client, scope, { changeId, decision })
    return changeId
  })
}

/** Takes one step with a change and keeps it with the figures of its day, or refuses it and keeps nothing. */
export async function takeStep(
  service: Service,
  scope: Scope,
  { id, asked }: { id: string; asked: AskedStep },
): Promise<void> {
  const at = service.now()
  const { change } = await findKnownChange(service.store.pool, scope, id)
  const figures = await figuresOfNow(service, scope, { plan: change.plan, change })
  await inTransaction(service.store.pool, async (client) => {
    await holdChange(client, scope, change.id)
    const held = await findKnownChange(client, scope, id)
    refuse(whyNotStep(held.change, asked, latestDay(at)))
    const { step, who, reason, on } = asked
    const decision = { step, who: who.trim(), reason: reason.trim(), on, at, figures }
    await addDecision(client, scope, { changeId: change.id, decision })
  })
}

/** The latest day that it is anywhere: whoever writes may be ahead of UTC. */
function latestDay(now: number): string {
  return toDay(now + (14 / 24) * dayMs)
}

function nameOf(names: ReadonlyMap<string, string>, id: CauseId): string {
  const name = names.get(id)
  if (name === undefined) {
    throw new Failure('badInput', 'There is no such cause in the current reading.', 'Nothing was saved.')
  }
  return name
}

function refuse(why: string | null): void {
  if (why !== null) throw new Failure('badInput', why, 'Nothing was saved.')
}

function emptyToNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}
