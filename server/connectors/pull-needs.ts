import { type ConnectorKind, pulls, receives } from '../../core/interactions/connector.ts'
import type { KnownConnector } from './known-connector.ts'

type Judged = Pick<KnownConnector, 'kind' | 'settings' | 'secrets'>

const asked: Readonly<Record<ConnectorKind, readonly ('address' | 'user' | 'account' | 'host')[]>> = {
  zendesk: ['address', 'user'],
  freshdesk: ['address'],
  intercom: [],
  chatwoot: ['address', 'account'],
  mailbox: ['host', 'user'],
  twilio: [],
  webhook: [],
}

/** Whether all is there that fetching needs. */
export function canPull({ kind, settings, secrets }: Judged): boolean {
  return pulls(kind) && secrets.key !== undefined && asked[kind].every((name) => settings[name] !== undefined)
}

/** What keeps it from working, in words; nothing when it can receive or fetch. */
export function whatIsMissing(connector: Judged): string[] {
  const { kind, settings, secrets } = connector
  const missing: string[] = []
  if (kind === 'mailbox' && !canPull(connector))
    missing.push('The computer, the user and the password of the mailbox.')
  if (kind === 'mailbox' && (settings.own ?? []).length === 0)
    missing.push('The addresses under which the company writes.')
  if (receives(kind) && secrets.signing === undefined && !canPull(connector)) {
    missing.push('The secret that the other system signs with.')
  }
  if (kind === 'webhook' && !settings.mapped) missing.push('Which field of what comes tells what.')
  return missing
}
