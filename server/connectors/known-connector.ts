import {
  type ConnectorSecrets,
  type ConnectorSettings,
  connectorSettingsSchema,
} from '../../contract/connectors.ts'
import { Failure } from '../../contract/failures.ts'
import type { Receiving } from '../../sources/receivers/hear.ts'
import { type Connector, findConnector, findSecrets } from '../../store/connectors.ts'
import type { Scope } from '../../store/scope.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { openSecrets } from './secrets.ts'

/** A connector as the code works with it: its settings read, its secrets opened. */
export type KnownConnector = Connector & {
  readonly settings: ConnectorSettings
  readonly secrets: ConnectorSecrets
}

export async function findKnownConnector(
  service: Service,
  scope: Scope,
  id: string,
): Promise<KnownConnector> {
  const { pool } = service.store
  const found = isId(id) ? await findConnector(pool, scope, id) : null
  if (found === null) {
    throw new Failure('notFound', 'There is no such connector.', 'Choose one from the list of sources.')
  }
  const secrets = openSecrets(service, found.id, await findSecrets(pool, scope, id))
  return { ...found, settings: connectorSettingsSchema.parse(found.settings), secrets }
}

/** What its receiver must know to understand what came. */
export function receivingOf({ kind, source, names, settings }: KnownConnector, now: number): Receiving {
  return { kind, source, names, now, mapped: settings.mapped ?? null, own: settings.own ?? [] }
}
