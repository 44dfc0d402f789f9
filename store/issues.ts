import type { CaseId, CauseId, CustomerId, IssueId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import type { SignalKind } from '../core/signals/signal.ts'
import type { Connection } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import type { Scope } from './scope.ts'

export type StoredIssue = {
  readonly customer: CustomerId
  readonly hasCustomer: boolean
  readonly id: IssueId
  readonly causeId: CauseId | null
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  readonly contacts: number
  readonly interactions: number
  readonly cases: readonly CaseId[]
  readonly channels: readonly string[]
  /** In the order of their first appearance. */
  readonly teams: readonly string[]
  readonly handOffs: number
  readonly isPingPong: boolean
  readonly spokenHandOffs: number
  readonly emotion: SignalKind | null
}

const columns: Columns<StoredIssue> = {
  customer: 'text',
  hasCustomer: 'boolean',
  id: 'text',
  causeId: 'text',
  firstAt: 'time',
  lastAt: 'time',
  contacts: 'number',
  interactions: 'number',
  cases: 'texts',
  channels: 'texts',
  teams: 'texts',
  handOffs: 'number',
  isPingPong: 'boolean',
  spokenHandOffs: 'number',
  emotion: 'text',
}

export async function saveIssues(
  client: Connection,
  scope: Scope,
  { readingId, issues }: { readingId: number; issues: Iterable<StoredIssue> },
) {
  await copyInto(client, { table: 'issues', columns, fixed: { workspaceId: scope, readingId } }, issues)
}
