import { ZodError, z } from 'zod'
import { Failure } from '../../../contract/failures.ts'
import { idOf } from '../../../sources/fact.ts'
import { findAnswer } from '../../../store/answers.ts'
import { type ConnectorFailure, findConnector, saveCursor, savePullEnd } from '../../../store/connectors.ts'
import { findInteraction } from '../../../store/interactions.ts'
import { whileAlone } from '../../../store/locks.ts'
import type { Scope } from '../../../store/scope.ts'
import { noteCameBack } from '../../answers/note-came-back.ts'
import type { Service } from '../../service.ts'
import { toFailure } from '../../to-failure.ts'
import { keepHeard } from '../keep-heard.ts'
import { findKnownConnector, type KnownConnector } from '../known-connector.ts'
import { canPull } from '../pull-needs.ts'
import { isLater } from './ask.ts'
import { listen } from './listen.ts'

const everyMs = 60_000
const longestPauseMs = 3_600_000

/**
 * Fetches from a system from where it stopped, and notes how it went. Each piece is kept before the note of how far it
 * is, so that a killed process asks for one piece again and doubles nothing.
 */
export async function pullConnector(
  service: Service,
  scope: Scope,
  { id, isWanted = () => true }: { id: string; isWanted?: (connector: KnownConnector) => boolean },
): Promise<void> {
  await whileAlone(service.store.pool, id, async () => {
    const connector = await findKnownConnector(service, scope, id)
    if (connector.isPaused || !canPull(connector) || !isWanted(connector)) return
    const failure = await pullAll(service, scope, connector).then(
      () => null,
      (error: unknown) => whyStopped(error, connector),
    )
    if (service.life.stopping.aborted) return
    const at = service.now()
    const waitMs = failure === null ? everyMs : pauseMs(failure, connector)
    if (failure?.code === 'ourFault') service.log.error({ connector: id, error: failure.message })
    const told = failure === null ? null : toKept(failure, at)
    await savePullEnd(service.store.pool, scope, { id, at, failure: told, nextPullAt: at + waitMs })
  })
}

async function pullAll(service: Service, scope: Scope, connector: KnownConnector): Promise<void> {
  const { pool } = service.store
  const { id, source } = connector
  const findCase = async (externalId: string) =>
    (await findInteraction(pool, scope, idOf(source, externalId)))?.caseId ?? null
  const isOwnAnswer = async (answer: string) => (await findAnswer(pool, scope, answer))?.state === 'sent'
  const isGuarded = !service.config.connectors.mayBePrivate
  const known = { connector, now: service.now(), signal: service.life.stopping, isGuarded }
  for await (const { heard, cursor, names, cameBack } of listen({ ...known, findCase, isOwnAnswer })) {
    const hasAny = heard.facts.length + heard.setAside.length + heard.passedOver > 0
    if (hasAny) await keepHeard(service, scope, { connector, heard })
    for (const one of cameBack) await noteCameBack(service, scope, one)
    await saveCursor(pool, scope, { id, cursor, names })
    const now = await findConnector(pool, scope, id)
    if (now === null || now.isPaused) return
  }
}

function whyStopped(error: unknown, { kind }: KnownConnector): Failure {
  if (error instanceof ZodError) {
    return new Failure(
      'busy',
      `What ${kind} answered has a form that we don’t know.`,
      'Check the address; it is asked again by itself.',
    )
  }
  return toFailure(error)
}

/** As long as the other system asks for; else twice as long after each failure in a row, an hour at most. */
function pauseMs(failure: Failure, { failures }: KnownConnector): number {
  if (isLater(failure)) return failure.seconds * 1000
  return Math.min(everyMs * 2 ** Math.min(failures, 10), longestPauseMs)
}

function toKept({ message, hint }: Failure, at: number): ConnectorFailure {
  return { at: new Date(at).toISOString(), message, hint }
}

const payloadSchema = z.object({ id: z.string() })

/** The same, from the queue. A connector that was removed meanwhile is no failure. */
export async function pullConnectorTask(service: Service, scope: Scope, payload: unknown): Promise<void> {
  const { id } = payloadSchema.parse(payload)
  if ((await findConnector(service.store.pool, scope, id)) === null) return
  // Another worker may have been at it since it was queued.
  const isWanted = ({ nextPullAt }: KnownConnector) => nextPullAt !== null && nextPullAt <= service.now()
  await pullConnector(service, scope, { id, isWanted })
}
