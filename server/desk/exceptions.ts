import type { ExceptionAnswer } from '../../contract/desk/desk.ts'
import { givenSchema } from '../../contract/desk/steps.ts'
import { Failure } from '../../contract/failures.ts'
import type { Instant } from '../../core/base/time.ts'
import { defaultNow, whyNotAnswerException } from '../../core/desk/exception.ts'
import { type Actor, type DeskStep, sayActor } from '../../core/desk/step.ts'
import type { Default } from '../../core/guidelines/guideline.ts'
import { holdDeskIssue } from '../../store/desk-steps.ts'
import {
  findException,
  holdException,
  answerException as keepAnswer,
  listOpenExceptions,
  type StoredException,
} from '../../store/exceptions.ts'
import { addGrant } from '../../store/grants.ts'
import { type Connection, inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { deskNow } from './clock.ts'
import { keyFor, newId } from './grant.ts'
import { openIssue, reopenState } from './open-issue.ts'
import { keepSteps } from './steps.ts'
import { refuse } from './take-step.ts'

type Answered = {
  readonly exception: StoredException
  readonly answer: Default
  readonly reason: string
  readonly isDefault: boolean
  readonly by: Actor
  readonly at: Instant
}

/** Answers an exception as the one who was asked; returns the issue that it is about. */
export async function answerException(
  service: Service,
  scope: Scope,
  { id, answer, by }: { id: string; answer: ExceptionAnswer; by: Actor },
): Promise<string> {
  const { pool } = service.store
  const found = isId(id) ? await findException(pool, scope, id) : null
  if (found === null) {
    throw new Failure('notFound', 'There is no such exception.', 'Choose one of those that wait.')
  }
  await settleOverdue(service, scope)
  const at = await deskNow(service, scope)
  await settle(service, scope, found, (exception) => {
    refuse(
      whyNotAnswerException(
        { ...exception, due: exception.dueAt },
        { who: sayActor(by), reason: answer.reason, now: at },
      ),
    )
    return { exception, answer: answer.answer, reason: answer.reason, isDefault: false, by, at }
  })
  return found.issueId
}

/** Lets the default hold for every exception whose time is over. Whoever looks at the desk asks for it first. */
export async function settleOverdue(service: Service, scope: Scope): Promise<void> {
  const at = await deskNow(service, scope)
  for (const open of await listOpenExceptions(service.store.pool, scope)) {
    if (open.dueAt > at) continue
    await settle(service, scope, open, (exception) => {
      const answer = defaultNow({ ...exception, due: exception.dueAt }, at)
      return answer === null
        ? null
        : { exception, answer, reason: '', isDefault: true, by: { kind: 'clock' }, at: exception.dueAt }
    })
  }
}

/** Issue first, then exception: the order in which everybody holds them. */
async function settle(
  service: Service,
  scope: Scope,
  { id, issueId }: StoredException,
  decide: (held: StoredException) => Answered | null,
): Promise<void> {
  const opened = await openIssue(service, scope, issueId)
  const issue = String(opened.stored.id)
  await inTransaction(service.store.pool, async (client) => {
    await holdDeskIssue(client, scope, issue)
    const held = await holdException(client, scope, id)
    const answered = held === null ? null : decide(held)
    if (answered === null) return
    await keepAnswer(client, scope, { id, answer: answered.answer })
    const { events } = await reopenState(client, scope, opened)
    const { by, at } = answered
    const steps = await toSteps(client, scope, { ...answered, issue })
    await keepSteps(client, scope, { issue, before: events, steps, by, at })
  })
}

async function toSteps(
  client: Connection,
  scope: Scope,
  { exception, answer, reason, isDefault, by, at, issue }: Answered & { readonly issue: string },
): Promise<readonly DeskStep[]> {
  const answered: DeskStep = { kind: 'exceptionAnswered', exception: exception.id, answer, reason, isDefault }
  if (answer === 'declined') return [answered]
  const given = givenSchema.parse(exception.given)
  const grant = newId()
  await addGrant(client, scope, {
    id: grant,
    key: keyFor(`exception ${exception.id}`),
    issueId: issue,
    guidelineId: given.guideline,
    version: given.version,
    optionId: given.id,
    cost: given.cost,
    person: sayActor(by),
    exceptionId: exception.id,
    at,
  })
  return [answered, { kind: 'granted', grant, given, because: exception.because }]
}
