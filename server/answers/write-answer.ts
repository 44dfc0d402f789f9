import { type AnswerAsk, type AnswerInput, letterSchema } from '../../contract/desk/answers.ts'
import { Failure } from '../../contract/failures.ts'
import { whyNotAsk, whyNotMore } from '../../core/desk/answer.ts'
import { whyNotStep } from '../../core/desk/can.ts'
import type { Actor } from '../../core/desk/step.ts'
import {
  addAnswer,
  findAnswer,
  findAnswerByKey,
  listAnswers,
  moveAnswer,
  type StoredAnswer,
} from '../../store/answers.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { holdIssue } from '../desk/deadlines.ts'
import { newId } from '../desk/keys.ts'
import { type OpenIssue, openIssue } from '../desk/open-issue.ts'
import { refuse } from '../desk/take-step.ts'
import { announce } from '../live/announce.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { findWay } from './find-way.ts'

type Written = { readonly id: string; readonly input: AnswerInput; readonly by: Actor }

/**
 * Keeps an answer that goes out by the channel by which the customer wrote last; returns its id. With the same key it
 * is written once. It is on disk before anybody hears that it was taken, so that no dead mail server loses it.
 */
export async function writeAnswer(service: Service, scope: Scope, written: Written): Promise<string> {
  const opened = await openIssue(service, scope, written.id)
  const way = await findWay(service, scope, opened)
  if ('whyNot' in way) throw new Failure('conflict', way.whyNot, 'Nothing was kept.')
  const { input, by } = written
  const text = input.text.trim()
  const { connectorId, externalIdOf } = way
  const at = service.now()
  return inTransaction(service.store.pool, async (client) => {
    const { issue: issueId, state } = await holdIssue(client, scope, { service, opened })
    const earlier = await findAnswerByKey(client, scope, input.key)
    if (earlier !== null) return sameAs(earlier, opened, text)
    const step = { kind: 'answerSent', text, channel: way.letter.channel } as const
    refuse(whyNotStep(state, { step, by, now: opened.now, record: opened.record }))
    const others = await listAnswers(client, scope, opened.anchors)
    refuse(
      whyNotMore(
        others.map(({ writtenAt }) => writtenAt),
        at,
      ),
    )
    const id = newId()
    const letter = { ...way.letter, text, externalId: externalIdOf(id) }
    await addAnswer(client, scope, {
      id,
      key: input.key,
      issueId,
      connectorId,
      letter,
      actor: by,
      writtenAt: at,
    })
    await announce(client, scope, { kind: 'desk' })
    return id
  })
}

function sameAs({ id, issueId, letter }: StoredAnswer, { anchors }: OpenIssue, text: string): string {
  if (anchors.includes(issueId) && letterSchema.parse(letter).text === text) return id
  throw new Failure('conflict', 'This key was used for another answer.', 'Use a new key for each answer.')
}

/** Sends an answer again that has not gone out, or takes it back; returns the issue that it is about. */
export async function askOfAnswer(
  { store, now }: Service,
  scope: Scope,
  { id, ask }: { readonly id: string } & Pick<AnswerAsk, 'ask'>,
): Promise<string> {
  const found = isId(id) ? await findAnswer(store.pool, scope, id) : null
  if (found === null)
    throw new Failure('notFound', 'There is no such answer.', 'Choose one of those of the issue.')
  refuse(whyNotAsk(found.state, ask))
  const again = { state: 'waiting', nextTryAt: now() } as const
  const back = { state: 'takenBack', nextTryAt: null } as const
  await inTransaction(store.pool, async (client) => {
    const moved = await moveAnswer(client, scope, {
      ...found,
      from: found.state,
      ...(ask === 'sendAgain' ? again : back),
    })
    if (!moved) refuse('It is on its way to the mail server just now.')
    await announce(client, scope, { kind: 'desk' })
  })
  return found.issueId
}
