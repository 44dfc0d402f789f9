import type { ExceptionAnswer } from '../../../contract/desk/desk.ts'
import { Failure } from '../../../contract/failures.ts'
import { whyNotAnswerException } from '../../../core/desk/exception.ts'
import { type Actor, sayActor } from '../../../core/desk/step.ts'
import { findException, holdException } from '../../../store/exceptions.ts'
import { inTransaction } from '../../../store/postgres/client.ts'
import type { Scope } from '../../../store/scope.ts'
import { isId } from '../../routes/is-id.ts'
import type { Service } from '../../service.ts'
import { whyNotApprover } from '../actor.ts'
import { holdIssue } from '../deadlines.ts'
import { openIssue } from '../open-issue.ts'
import { keepSteps } from '../steps.ts'
import { refuse } from '../take-step.ts'
import { answered } from './answered.ts'
import { approverNow } from './approver-now.ts'

/** Answers an exception as the one who was asked; returns the issue that it is about. */
export async function answerException(
  service: Service,
  scope: Scope,
  { id, answer: { answer, reason }, by }: { id: string; answer: ExceptionAnswer; by: Actor },
): Promise<string> {
  const { pool } = service.store
  const found = isId(id) ? await findException(pool, scope, id) : null
  if (found === null) throw noSuchException()
  const opened = await openIssue(service, scope, found.issueId)
  const at = opened.now
  // What the clock has answered is kept also when this answer comes too late and is refused.
  const why = await inTransaction(pool, async (client) => {
    const { issue, events, state } = await holdIssue(client, scope, { service, opened })
    const held = await holdException(client, scope, id)
    const asked = state.exceptions.find((one) => one.id === held?.id)
    if (held === null || asked === undefined) throw noSuchException()
    const approver = await approverNow(client, scope, held)
    const refused = whyNotAnswerException(
      { ...held, approver, due: held.dueAt },
      { who: sayActor(by), reason, now: at },
    )
    const why = refused ?? (await whyNotApprover(client, scope, { by, approver }))
    if (why !== null) return why
    const said = { id, issue, at, asked, by, answer, reason, isDefault: false }
    const steps = await answered(client, scope, said)
    await keepSteps(client, scope, { issue, before: events, steps, by, at })
    return null
  })
  refuse(why)
  return found.issueId
}

function noSuchException(): Failure {
  return new Failure('notFound', 'There is no such exception.', 'Choose one of those that wait.')
}
