import type { ConnectorJson } from '../../contract/connectors.ts'
import { receives } from '../../core/interactions/connector.ts'
import { whatIsMissingToSend } from '../answers/can-send.ts'
import type { KnownConnector } from '../connectors/known-connector.ts'
import { whatIsMissing } from '../connectors/pull-needs.ts'

/** All of a connector but its secrets, of which it only says that they are there. */
export function toConnectorJson(connector: KnownConnector): ConnectorJson {
  const { id, kind, name, source, isPaused, settings, secrets, failure, lagSeconds } = connector
  const { requests, stored, duplicates, passedOver, refused, setAside } = connector
  return {
    ...{ id, kind, name, source, isPaused, settings, failure, lagSeconds },
    ...{ requests, stored, duplicates, passedOver, refused, setAside },
    receivesAt: receives(kind) ? `/api/receive/${id}` : null,
    secrets: {
      signing: secrets.signing !== undefined,
      key: secrets.key !== undefined,
      sending: secrets.sending !== undefined,
    },
    missing: whatIsMissing(connector),
    missingToSend: whatIsMissingToSend(connector),
    createdAt: toIso(connector.createdAt),
    lastReceivedAt: toIsoOrNull(connector.lastReceivedAt),
    lastSuccessAt: toIsoOrNull(connector.lastSuccessAt),
    nextPullAt: toIsoOrNull(connector.nextPullAt),
  }
}

function toIso(at: number): string {
  return new Date(at).toISOString()
}

function toIsoOrNull(at: number | null): string | null {
  return at === null ? null : toIso(at)
}
