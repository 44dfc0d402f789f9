import { Failure } from '../../contract/failures.ts'
import { whyNotStep } from '../../core/desk/can.ts'
import type { Actor, DeskStep } from '../../core/desk/step.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { noteSteps } from '../access/audit.ts'
import type { Service } from '../service.ts'
import { holdIssue } from './deadlines.ts'
import { openIssue } from './open-issue.ts'
import { keepSteps } from './steps.ts'

/** Takes a step about an issue, or refuses it and keeps nothing. Two who ask at once are heard one after the other. */
export async function takeStep(
  service: Service,
  scope: Scope,
  { id, step, by, read }: { id: string; step: DeskStep; by: Actor; read?: string | undefined },
): Promise<void> {
  const opened = await openIssue(service, scope, id)
  const issue = String(opened.stored.id)
  await inTransaction(service.store.pool, async (client) => {
    const { events, state } = await holdIssue(client, scope, { service, opened })
    const at = opened.now
    refuse(whyNotStep(state, { step, by, now: at, record: opened.record, read }))
    await keepSteps(client, scope, { issue, before: events, steps: [step], by, at })
    if (by.kind === 'customer')
      await noteSteps(client, scope, { by, steps: [step], issue, at: service.now() })
  })
}

export function refuse(why: string | null): void {
  if (why !== null) throw new Failure('conflict', why, 'Nothing was kept.')
}
