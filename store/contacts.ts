import type { CaseId, CauseId, ContactId, CustomerId, Identity, IssueId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import type { SignalKind } from '../core/signals/signal.ts'
import type { Connection } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import type { Scope } from './scope.ts'

export type StoredContact = {
  readonly customer: CustomerId
  readonly hasCustomer: boolean
  readonly id: ContactId
  readonly identity: Identity
  readonly issueId: IssueId | null
  readonly causeId: CauseId | null
  /** How well the cause fits, 0 to 1. */
  readonly causeStrength: number | null
  readonly at: Instant | null
  readonly channel: string | null
  readonly source: string
  readonly caseId: CaseId | null
  /** 0 for the first contact of its issue. */
  readonly positionInIssue: number
  /** Until the same customer's next contact, about anything and about the same. */
  readonly minutesToNext: number | null
  readonly minutesToSame: number | null
  readonly emotion: SignalKind | null
  readonly effort: number
  readonly spokenHandOffs: number
}

const columns: Columns<StoredContact> = {
  customer: 'text',
  hasCustomer: 'boolean',
  id: 'text',
  identity: 'text',
  issueId: 'text',
  causeId: 'text',
  causeStrength: 'number',
  at: 'time',
  channel: 'text',
  source: 'text',
  caseId: 'text',
  positionInIssue: 'number',
  minutesToNext: 'number',
  minutesToSame: 'number',
  emotion: 'text',
  effort: 'number',
  spokenHandOffs: 'number',
}

export async function saveContacts(
  client: Connection,
  scope: Scope,
  { readingId, contacts }: { readingId: number; contacts: Iterable<StoredContact> },
) {
  await copyInto(client, { table: 'contacts', columns, fixed: { workspaceId: scope, readingId } }, contacts)
}
