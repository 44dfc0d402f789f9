import { z } from 'zod'
import { letterSchema } from '../../contract/desk/answers.ts'
import { actorSchema } from '../../contract/desk/steps.ts'
import { Failure } from '../../contract/failures.ts'
import { minuteMs } from '../../core/base/time.ts'
import { nextTry } from '../../core/desk/answer.ts'
import { sayActor } from '../../core/desk/step.ts'
import { idOf } from '../../sources/fact.ts'
import { findAnswer, moveAnswer, type StoredAnswer } from '../../store/answers.ts'
import { findInteraction } from '../../store/interactions.ts'
import { whileAlone } from '../../store/locks.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { findKnownConnector, type KnownConnector } from '../connectors/known-connector.ts'
import { announce } from '../live/announce.ts'
import type { Service } from '../service.ts'
import type { Delivery } from './delivery.ts'
import { recordSent } from './record-sent.ts'
import { sendCallback } from './send-callback.ts'
import { sendMail } from './send-mail.ts'

/** An answer that is being handed over is looked at again after this long, in case whoever did it was killed. */
const lookAgainMs = 5 * minuteMs

/** Sends an answer that is due. Whatever process dies at whatever point, a mail goes out at most once. */
export async function sendAnswer(service: Service, scope: Scope, id: string): Promise<void> {
  const { pool } = service.store
  await whileAlone(pool, `answer ${id}`, async () => {
    const answer = await findAnswer(pool, scope, id)
    if (answer?.nextTryAt == null || answer.nextTryAt > service.now()) return
    const { source, externalId } = letterSchema.parse(answer.letter)
    // It is kept as an interaction before it is noted as sent: so it has gone out.
    const isRecorded = (await findInteraction(pool, scope, idOf(source, externalId))) !== null
    if (isRecorded) return recordSent(service, scope, answer)
    const connector = await findConnectorOf(service, scope, answer)
    if (connector instanceof Failure) return settle(service, scope, answer, toDelivery(connector))
    const wasStopped = answer.state === 'sending' && connector.kind === 'mailbox'
    if (wasStopped) return settle(service, scope, answer, { kind: 'unclear', why: stopped })
    await tryToSend(service, scope, { answer, connector })
  })
}

async function tryToSend(
  service: Service,
  scope: Scope,
  { answer, connector }: { readonly answer: StoredAnswer; readonly connector: KnownConnector },
): Promise<void> {
  let from = answer.state
  const actor = actorSchema.parse(answer.actor)
  const send = connector.kind === 'mailbox' ? sendMail : sendCallback
  const delivery = await send({
    connector,
    letter: letterSchema.parse(answer.letter),
    by: { name: sayActor(actor), isMachine: actor.kind === 'agent' },
    now: service.now(),
    signal: service.life.stopping,
    isGuarded: !service.config.connectors.mayBePrivate,
    beforeHandingOver: async () => {
      const nextTryAt = service.now() + lookAgainMs
      const move = { ...answer, from, state: 'sending', nextTryAt } as const
      const isStillWanted = await moveAnswer(service.store.pool, scope, move)
      if (isStillWanted) from = 'sending'
      return isStillWanted
    },
  })
  if (delivery.kind === 'takenBack') return
  const handed = { ...answer, state: from }
  if (delivery.kind === 'sent') await recordSent(service, scope, handed)
  else await settle(service, scope, handed, delivery)
}

/** Notes what became of a try that did not bring it out. */
async function settle(
  service: Service,
  scope: Scope,
  answer: StoredAnswer,
  delivery: Exclude<Delivery, { kind: 'sent' | 'takenBack' }>,
): Promise<void> {
  const { kind, why } = delivery
  const now = service.now()
  const attempts = answer.attempts + 1
  const next = kind === 'later' ? nextTry({ attempts, writtenAt: answer.writtenAt, now }) : null
  const state = kind === 'unclear' ? 'unclear' : next === null ? 'failed' : 'waiting'
  await inTransaction(service.store.pool, async (client) => {
    const move = { ...answer, from: answer.state, state, attempts, failure: why, nextTryAt: next } as const
    await moveAnswer(client, scope, move)
    await announce(client, scope, { kind: 'desk' })
  })
}

async function findConnectorOf(
  service: Service,
  scope: Scope,
  { connectorId }: StoredAnswer,
): Promise<KnownConnector | Failure> {
  return findKnownConnector(service, scope, connectorId).catch((error: unknown) => {
    if (error instanceof Failure) return error
    throw error
  })
}

/** Why there is no connector to send by: it was removed, or its secrets can't be opened just now. */
function toDelivery({ code, message, hint }: Failure): Exclude<Delivery, { kind: 'sent' | 'takenBack' }> {
  return code === 'notFound'
    ? { kind: 'refused', why: removed }
    : { kind: 'later', why: `${message} ${hint}` }
}

const removed = 'What it was to go out by was removed. Connect it again and write another answer.'
const stopped =
  'We were stopped while the mail server took it, so it may have gone out. Send it again if you would rather have it arrive twice than not at all.'

const payloadSchema = z.object({ id: z.string() })

/** The same, from the queue. */
export async function sendAnswerTask(service: Service, scope: Scope, payload: unknown): Promise<void> {
  await sendAnswer(service, scope, payloadSchema.parse(payload).id)
}
