import { sign } from '../../sources/receivers/signatures.ts'
import { isOfPrivateAddress, privateRefusal } from '../outbound/private-address.ts'
import { send } from '../outbound/send.ts'
import type { Delivering, Delivery } from './delivery.ts'

const patienceMs = 30_000

/**
 * Delivers an answer to the address of a connector, signed as what it sends is. The answer's id stays the same however
 * often it is delivered, so that the other side can take it once: after a broken connection it is delivered again.
 */
export async function sendCallback(delivering: Delivering): Promise<Delivery> {
  const { connector, letter, now, signal, isGuarded } = delivering
  const { callback } = connector.settings
  const { signing } = connector.secrets
  if (callback === undefined || signing === undefined) {
    return { kind: 'refused', why: 'The connector has no address or secret for answers any more.' }
  }
  const body = JSON.stringify(toCallback(delivering))
  if (!(await delivering.beforeHandingOver())) return { kind: 'takenBack' }
  const response = await send({
    url: callback,
    body,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': letter.externalId,
      ...sign(signing, body, now),
    },
    signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    isGuarded,
  }).catch((error: unknown) => (isOfPrivateAddress(error) ? 'closed' : null))
  if (response === 'closed') return { kind: 'later', why: sayPrivate(connector.name) }
  // The status alone says whether it was taken.
  response?.close()
  return toDelivery(connector.name, response?.status ?? null)
}

function sayPrivate(name: string): string {
  const { message, hint } = privateRefusal(`“${name}”`)
  return `${message} ${hint}`
}

function toCallback({ letter, by, now }: Delivering) {
  const { externalId, inReplyTo, case: number, identities, text } = letter
  const customer = Object.fromEntries(
    identities.map((identity) => {
      const at = identity.indexOf(':')
      return [identity.slice(0, at), identity.slice(at + 1)]
    }),
  )
  const at = new Date(now).toISOString()
  return { kind: 'answer', id: externalId, inReplyTo, case: number, customer, text, agent: by.name, at }
}

function toDelivery(name: string, status: number | null): Delivery {
  if (status === null) {
    return { kind: 'later', why: `“${name}” can’t be reached. Nothing is lost: it is tried again by itself.` }
  }
  if (status < 300) return { kind: 'sent' }
  if (status < 400 || status === 408 || status === 429 || status >= 500) {
    return { kind: 'later', why: `“${name}” answered with ${status}; it is tried again by itself.` }
  }
  return { kind: 'refused', why: `“${name}” refuses the answer (${status}).` }
}
