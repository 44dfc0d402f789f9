import type { CustomerId, Identity, InteractionId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import type { SignalKind } from '../core/signals/signal.ts'
import type { Connection } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import type { Scope } from './scope.ts'

export type StoredSignal = {
  readonly customer: CustomerId
  readonly identity: Identity
  readonly interactionId: InteractionId
  readonly at: Instant | null
  readonly kind: SignalKind
  /** The evidence in the text, in UTF-16 code units, end exclusive. */
  readonly firstChar: number
  readonly lastChar: number
  readonly strength: number
  readonly method: string
}

const columns: Columns<StoredSignal> = {
  customer: 'text',
  identity: 'text',
  interactionId: 'text',
  at: 'time',
  kind: 'text',
  firstChar: 'number',
  lastChar: 'number',
  strength: 'number',
  method: 'text',
}

export async function saveSignals(
  client: Connection,
  scope: Scope,
  { readingId, signals }: { readingId: number; signals: Iterable<StoredSignal> },
) {
  await copyInto(client, { table: 'signals', columns, fixed: { workspaceId: scope, readingId } }, signals)
}
