import type { TakenJson } from '../../contract/connectors.ts'
import { Failure } from '../../contract/failures.ts'
import { receives } from '../../core/interactions/connector.ts'
import { hear } from '../../sources/receivers/hear.ts'
import { type Signed, whyNotSigned } from '../../sources/receivers/signatures.ts'
import { findWorkspaceOfConnector, pullSoon, saveExample, saveRefused } from '../../store/connectors.ts'
import type { Scope } from '../../store/scope.ts'
import { enterById, nothingHere } from '../gate.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { keepHeard } from './keep-heard.ts'
import { findKnownConnector, type KnownConnector, receivingOf } from './known-connector.ts'

/** Takes in what another system sent: known by its address, let in by its signature, kept before it is answered. */
export async function receive(
  service: Service,
  id: string,
  signed: Signed,
): Promise<TakenJson & Pick<KnownConnector, 'kind'>> {
  const workspaceId = isId(id) ? await findWorkspaceOfConnector(service.store.pool, id) : null
  if (workspaceId === null) throw nothingHere()
  const scope = enterById(workspaceId)
  const connector = await findKnownConnector(service, scope, id)
  if (!receives(connector.kind)) throw nothingHere()
  await refuseUnsigned(service, scope, connector, signed)
  if (connector.isPaused) {
    throw new Failure('busy', 'This connector is paused.', 'Send it again once it was taken up again.')
  }
  if (connector.kind === 'webhook') {
    await saveExample(service.store.pool, scope, { id, example: signed.raw.subarray(0, longestExample) })
  }
  const heard = await hear(receivingOf(connector, service.now()), signed.raw)
  const taken = await keepHeard(service, scope, { connector, heard })
  // A rule of Freshdesk can't name the message that set it off; fetching can.
  if (connector.kind === 'freshdesk') await pullSoon(service.store.pool, scope, { id, at: service.now() })
  return { ...taken, kind: connector.kind }
}

const longestExample = 100_000

/** A bad signature is refused and counted, and logged without anything of what was sent. */
async function refuseUnsigned(service: Service, scope: Scope, connector: KnownConnector, signed: Signed) {
  const { id, kind, secrets } = connector
  const now = service.now()
  const reason =
    secrets.signing === undefined
      ? 'no secret was entered here yet'
      : whyNotSigned(kind, secrets.signing, signed, now)
  if (reason === null) return
  service.log.warn({ connector: id, kind, refused: reason })
  const message = `A request was refused: ${reason}.`
  const hint = 'Enter here the secret that the other system signs with, or there the one of here.'
  const failure = { at: new Date(now).toISOString(), message, hint }
  await saveRefused(service.store.pool, scope, { id, failure })
  throw new Failure('notAllowed', message, hint)
}
