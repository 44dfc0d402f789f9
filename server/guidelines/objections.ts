import type { ObjectionInput } from '../../contract/desk/desk.ts'
import type { ObjectionAnswer } from '../../contract/desk/guidelines.ts'
import { Failure } from '../../contract/failures.ts'
import { type Actor, sayActor } from '../../core/desk/step.ts'
import { dueOf, whyNotAnswer, whyNotObjection } from '../../core/guidelines/objection.ts'
import { findGuideline, retireGuideline } from '../../store/guidelines.ts'
import {
  addObjection,
  holdObjection,
  answerObjection as keepAnswer,
  listAnsweredRounds,
} from '../../store/objections.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { deskNow } from '../desk/clock.ts'
import { holdIssue } from '../desk/deadlines.ts'
import { newId } from '../desk/keys.ts'
import { openIssue } from '../desk/open-issue.ts'
import { keepSteps } from '../desk/steps.ts'
import { refuse } from '../desk/take-step.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { listLiveGuidelines, liveVersionOf, parseGuideline } from './live-guidelines.ts'
import { questionTo } from './rep-notes.ts'

/** Keeps a word on a guideline, linked to the issue that it is about; its owner has to answer it by a date. */
export async function object(
  service: Service,
  scope: Scope,
  { id, input, by }: { id: string; input: ObjectionInput; by: Actor },
): Promise<string> {
  const { fit, word, guideline, round = null } = input
  refuse(whyNotObjection({ fit, word }))
  const opened = await openIssue(service, scope, id)
  const live = (await listLiveGuidelines(service.store.pool, scope)).find((one) => one.id === guideline)
  if (live === undefined) {
    throw new Failure(
      'notFound',
      'There is no such guideline that holds.',
      'Choose one of those for this issue.',
    )
  }
  const who = sayActor(by)
  if (round !== null) {
    const asked = await questionTo(service, scope, { who, now: opened.now, live })
    refuse(asked?.round === round ? null : 'You are not asked in this round; say it unasked.')
    const rounds = await listAnsweredRounds(service.store.pool, scope, who)
    const isAnswered = rounds.some((one) => one.guideline === guideline && one.round === round)
    refuse(isAnswered ? 'You have answered in this round.' : null)
  }
  const objection = newId()
  const issue = String(opened.stored.id)
  const at = opened.now
  await inTransaction(service.store.pool, async (client) => {
    const { events } = await holdIssue(client, scope, { service, opened })
    await addObjection(client, scope, {
      id: objection,
      guideline,
      version: live.version,
      issue,
      fit,
      word: word.trim(),
      who,
      at,
      due: dueOf(fit, at),
      round,
      answer: null,
    })
    const step = { kind: 'objected', objection, guideline, fit, word: word.trim() } as const
    await keepSteps(client, scope, { issue, before: events, steps: [step], by, at })
  })
  return objection
}

/** Answers a word from the front line as the guideline's owner; returns which guideline it is about. */
export async function answerObjection(
  service: Service,
  scope: Scope,
  { id, input, who }: { id: string; input: ObjectionAnswer; who: string },
): Promise<number> {
  const at = await deskNow(service, scope)
  return inTransaction(service.store.pool, async (client) => {
    const objection = isId(id) ? await holdObjection(client, scope, id) : null
    const stored = objection === null ? null : await findGuideline(client, scope, objection.guideline)
    const live = stored === null ? null : (liveVersionOf(stored) ?? stored.versions.at(-1))
    if (objection === null || live == null) {
      throw new Failure('notFound', 'There is no such objection.', 'Choose one from the guideline’s page.')
    }
    const { owner } = parseGuideline(live)
    const { kind, reason, change } = input
    refuse(whyNotAnswer(objection, { who, owner, reason }))
    await keepAnswer(client, scope, { id, answer: { kind, reason: reason.trim(), who, at, change } })
    if (kind === 'retired') await retireGuideline(client, scope, { id: objection.guideline, at })
    return objection.guideline
  })
}
