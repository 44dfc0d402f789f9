import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type {
  ConnectorSecrets,
  connectorChangeSchema,
  connectorInputSchema,
} from '../../contract/connectors.ts'
import { Failure } from '../../contract/failures.ts'
import { addConnector, listConnectors, saveConnector, saveSecrets } from '../../store/connectors.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { makeToken } from '../access/secret.ts'
import type { Service } from '../service.ts'
import { checkReach } from './check-reach.ts'
import { findKnownConnector, type KnownConnector } from './known-connector.ts'
import { canPull } from './pull-needs.ts'
import { sealSecrets } from './secrets.ts'

export type Added = { readonly connector: KnownConnector; readonly secret: string | null }

/** These sign with what we make; the others with a secret that they give. */
const withOwnSecret = ['freshdesk', 'webhook']

export async function setUpConnector(
  service: Service,
  scope: Scope,
  input: z.infer<typeof connectorInputSchema>,
): Promise<Added> {
  const { pool } = service.store
  const { kind, name, settings } = input
  const id = randomUUID().replaceAll('-', '')
  const secret = withOwnSecret.includes(kind) && input.secrets.signing === undefined ? makeToken() : null
  const secrets = { ...input.secrets, ...(secret === null ? {} : { signing: secret }) }
  await checkReach(service.config, { settings: {}, secrets: {} }, input)
  const known = await listConnectors(pool, scope)
  if (known.length >= mostConnectors) throw tooMany()
  const source = freeSource(
    kind === 'webhook' ? name : kind,
    known.map((one) => one.source),
  )
  const sealed = sealSecrets(service, id, secrets)
  await addConnector(pool, scope, {
    id,
    kind,
    name,
    source,
    settings,
    secrets: sealed,
    createdAt: service.now(),
  })
  if (canPull({ kind, settings, secrets })) await startPulling(service, scope, id)
  return { connector: await findKnownConnector(service, scope, id), secret }
}

export async function changeConnector(
  service: Service,
  scope: Scope,
  { id, ...change }: z.infer<typeof connectorChangeSchema> & { id: string },
): Promise<KnownConnector> {
  const before = await findKnownConnector(service, scope, id)
  await checkReach(service.config, before, change)
  const settings = { ...before.settings, ...change.settings }
  const secrets: ConnectorSecrets = { ...before.secrets, ...change.secrets }
  const isPaused = change.isPaused ?? before.isPaused
  const mayPull = !isPaused && canPull({ kind: before.kind, settings, secrets })
  const sealed = sealSecrets(service, id, secrets)
  await inTransaction(service.store.pool, async (client) => {
    await saveSecrets(client, scope, { id, secrets: sealed })
    const nextPullAt = mayPull ? service.now() : null
    await saveConnector(client, scope, {
      id,
      name: change.name ?? before.name,
      settings,
      isPaused,
      nextPullAt,
    })
  })
  return findKnownConnector(service, scope, id)
}

/** The former secret no longer holds from here on. */
export async function renewSecret(service: Service, scope: Scope, id: string): Promise<Added> {
  const { kind } = await findKnownConnector(service, scope, id)
  if (!withOwnSecret.includes(kind)) {
    throw new Failure(
      'badInput',
      'This system makes its secret itself.',
      'Copy the secret there and enter it here.',
    )
  }
  const secret = makeToken()
  return { connector: await changeConnector(service, scope, { id, secrets: { signing: secret } }), secret }
}

/** Fetches at once rather than when it is due. */
export async function startPulling(service: Service, scope: Scope, id: string): Promise<KnownConnector> {
  const found = await findKnownConnector(service, scope, id)
  if (found.isPaused || !canPull(found)) {
    throw new Failure(
      'conflict',
      found.isPaused ? 'This connector is paused.' : 'This connector can’t be fetched from as it is set up.',
      found.isPaused ? 'Take it up again first.' : 'Enter where to fetch and with which key.',
    )
  }
  return changeConnector(service, scope, { id })
}

const mostConnectors = 200

function tooMany(): Failure {
  return new Failure(
    'conflict',
    `There are ${mostConnectors} connectors already.`,
    'Remove one that is not used.',
  )
}

/** Two systems of one kind are two sources: their numbers must not meet. */
function freeSource(wanted: string, taken: readonly string[]): string {
  const names = [wanted, ...Array.from({ length: mostConnectors }, (_, index) => `${wanted} ${index + 2}`)]
  return names.find((name) => !taken.includes(name)) ?? wanted
}
