import type { Instant } from '../../../core/base/time.ts'
import type { Asked } from '../../../core/desk/follow.ts'
import { type Actor, type DeskStep, sayActor } from '../../../core/desk/step.ts'
import type { Default } from '../../../core/guidelines/guideline.ts'
import { holdException, answerException as keepAnswer } from '../../../store/exceptions.ts'
import { addGrant } from '../../../store/grants.ts'
import type { Connection } from '../../../store/postgres/client.ts'
import type { Scope } from '../../../store/scope.ts'
import { keyFor, newId } from '../keys.ts'

type Said = {
  readonly id: string
  readonly issue: string
  readonly at: Instant
  readonly asked: Pick<Asked, 'given' | 'because'>
  readonly by: Actor
  readonly answer: Default
  readonly reason: string
  readonly isDefault: boolean
}

/** What the guideline's default comes to once nobody has answered in time. Call it while the issue is held. */
export async function answerByDefault(
  client: Connection,
  scope: Scope,
  due: Pick<Said, 'id' | 'issue' | 'at'> & { readonly asked: Asked },
): Promise<readonly DeskStep[]> {
  await holdException(client, scope, due.id)
  const { byDefault } = due.asked
  return answered(client, scope, {
    ...due,
    by: { kind: 'clock' },
    answer: byDefault,
    reason: '',
    isDefault: true,
  })
}

/** Keeps an answer, and what it grants; returns the steps that tell of it. */
export async function answered(
  client: Connection,
  scope: Scope,
  { id, issue, at, asked, by, answer, reason, isDefault }: Said,
): Promise<readonly DeskStep[]> {
  await keepAnswer(client, scope, { id, answer })
  const step: DeskStep = { kind: 'exceptionAnswered', exception: id, answer, reason, isDefault }
  if (answer === 'declined') return [step]
  const { given, because } = asked
  const grant = newId()
  await addGrant(client, scope, {
    id: grant,
    key: keyFor(`exception ${id}`),
    issueId: issue,
    guidelineId: given.guideline,
    version: given.version,
    optionId: given.id,
    cost: given.cost,
    person: sayActor(by),
    exceptionId: id,
    at,
  })
  return [step, { kind: 'granted', grant, given, because }]
}
