import { type RawBuilder, sql } from 'kysely'
import type { CustomerId, Identity, InteractionId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import type { SignalKind } from '../core/signals/signal.ts'
import type { Client, Connection } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import { type Counted, countFrom, listPage, type Order, type Page } from './postgres/page.ts'
import { inReading } from './readings.ts'
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

/** An interaction in which a signal was read, however many times. */
export type Signalled = {
  readonly interactionId: InteractionId
  readonly customer: CustomerId
  readonly at: Instant | null
}

const newest: Order<Signalled> = {
  by: 'time',
  column: 'at',
  id: sql.ref('interaction_id'),
  idType: 'uuid',
  key: ({ at, interactionId }) => ({ value: at, id: interactionId }),
}

export type SignalFilter = {
  /** Any of these. */
  readonly kinds: readonly SignalKind[]
  readonly leastStrength?: number | undefined
  readonly team?: string | undefined
}

/** Interactions with a signal of a kind in the current reading, newest first. */
export async function listSignalled(
  client: Client,
  scope: Scope,
  { after, ...wanted }: SignalFilter & { after?: string | undefined },
): Promise<Page<Signalled>> {
  // One level, so that the index gives the order and the page ends the scan.
  const select = sql`select distinct on (coalesce(at, '-infinity'), interaction_id)
    interaction_id as "interactionId", customer, at from signals c`
  return listPage(client, { select, where: fitting(scope, wanted), order: newest, after })
}

export async function countSignalled(client: Client, scope: Scope, wanted: SignalFilter): Promise<Counted> {
  const { kinds, ...rest } = wanted
  return countFrom(client, {
    table: 'signals',
    within: [inReading(scope), ofKinds(kinds)],
    where: narrowedBy(scope, rest),
    order: newest,
    distinct: 'interaction_id',
  })
}

function fitting(scope: Scope, { kinds, ...rest }: SignalFilter) {
  return [inReading(scope), ofKinds(kinds), ...narrowedBy(scope, rest)]
}

function ofKinds(kinds: SignalFilter['kinds']) {
  return sql<boolean>`kind in (${sql.join(kinds)})`
}

function narrowedBy(scope: Scope, { leastStrength, team }: Omit<SignalFilter, 'kinds'>) {
  const where: RawBuilder<boolean>[] = []
  if (leastStrength !== undefined) where.push(sql<boolean>`strength >= ${leastStrength}`)
  if (team !== undefined) {
    where.push(sql<boolean>`exists (
      select from interactions said where said.workspace_id = ${scope} and said.identity = c.identity
        and said.id = c.interaction_id and said.team = ${team})`)
  }
  return where
}
