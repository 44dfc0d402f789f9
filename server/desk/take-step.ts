import { Failure } from '../../contract/failures.ts'
import { whyNotStep } from '../../core/desk/can.ts'
import type { Actor, DeskStep } from '../../core/desk/step.ts'
import { holdDeskIssue } from '../../store/desk-steps.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { openIssue, reopenState } from './open-issue.ts'
import { keepSteps } from './steps.ts'

/** Takes a step about an issue, or refuses it and keeps nothing. Two who ask at once are heard one after the other. */
export async function takeStep(
  service: Service,
  scope: Scope,
  { id, step, by }: { id: string; step: DeskStep; by: Actor },
): Promise<void> {
  const opened = await openIssue(service, scope, id)
  const issue = String(opened.stored.id)
  await inTransaction(service.store.pool, async (client) => {
    await holdDeskIssue(client, scope, issue)
    const { events, state } = await reopenState(client, scope, opened)
    const at = opened.now
    refuse(whyNotStep(state, { step, by, now: at, record: opened.record }))
    await keepSteps(client, scope, { issue, before: events, steps: [step], by, at })
  })
}

export function refuse(why: string | null): void {
  if (why !== null) throw new Failure('conflict', why, 'Nothing was kept.')
}
