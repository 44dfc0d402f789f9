import { letterSchema } from '../../contract/desk/answers.ts'
import { actorSchema } from '../../contract/desk/steps.ts'
import { Failure } from '../../contract/failures.ts'
import { caseIdOf, identityOf } from '../../core/base/ids.ts'
import { secondMs } from '../../core/base/time.ts'
import { sayActor } from '../../core/desk/step.ts'
import { idOf, toFact } from '../../sources/fact.ts'
import { findAnswer, moveAnswer, type StoredAnswer } from '../../store/answers.ts'
import { holdDeskIssue } from '../../store/desk-steps.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { deskNow } from '../desk/clock.ts'
import { openIssue } from '../desk/open-issue.ts'
import { keepSteps, listEvents } from '../desk/steps.ts'
import { keepInteractions } from '../live/keep-interactions.ts'
import type { Service } from '../service.ts'

/** An answer has gone out: it becomes an interaction from the company, then a step at the desk. Done twice, it is done once. */
export async function recordSent(service: Service, scope: Scope, answer: StoredAnswer): Promise<void> {
  // Erased meanwhile: then nothing of it is kept anew.
  if ((await findAnswer(service.store.pool, scope, answer.id)) === null) return
  // A mail says its time in whole seconds, and so does what comes back to it.
  const at = Math.floor((await deskNow(service, scope)) / secondMs) * secondMs
  const actor = actorSchema.parse(answer.actor)
  const letter = letterSchema.parse(answer.letter)
  const { source, externalId, channel, text, subject } = letter
  const fact = toFact({
    id: idOf(source, externalId),
    source,
    externalId,
    sequence: 0,
    at,
    identities: letter.identities.map(identityOf),
    caseId: letter.case === null ? null : caseIdOf(letter.case),
    caseOpenedAt: null,
    kind: 'message',
    from: 'company',
    channel,
    team: null,
    agent: sayActor(actor),
    text,
    category: null,
    rating: null,
    durationSeconds: null,
    attributes: subject === null ? {} : { subject },
  })
  await keepInteractions(service, scope, [{ ...fact, revises: null }])
  const anchors = await findAnchors(service, scope, answer.issueId)
  await inTransaction(service.store.pool, async (client) => {
    const issue = anchors.includes(answer.issueId) ? (anchors[0] ?? answer.issueId) : answer.issueId
    await holdDeskIssue(client, scope, issue)
    const sent = { state: 'sent', failure: null, nextTryAt: null, sentAt: service.now() } as const
    const move = { ...answer, ...sent, from: answer.state }
    if (!(await moveAnswer(client, scope, move))) return
    const before = await listEvents(client, scope, anchors)
    const step = { kind: 'answerSent', text, channel } as const
    await keepSteps(client, scope, { issue, before, steps: [step], by: actor, at })
  })
}

/** The contacts of the issue, its first one first; the one that it was written about, where no reading knows it now. */
async function findAnchors(service: Service, scope: Scope, issueId: string): Promise<readonly string[]> {
  try {
    const { stored, anchors } = await openIssue(service, scope, issueId)
    return [String(stored.id), ...anchors]
  } catch (error) {
    if (error instanceof Failure && error.code === 'notFound') return [issueId]
    throw error
  }
}
