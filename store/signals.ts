import { type RawBuilder, sql } from 'kysely'
import type { CauseId, CustomerId, Identity, InteractionId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import {
  insideOutKinds,
  isPosture,
  leastStrength,
  outsideInKinds,
  signsOf,
  waysOut,
} from '../core/signals/posture.ts'
import type { SignalKind } from '../core/signals/signal.ts'
import { type Client, type Connection, findOne } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import { type Counted, countFrom, listPage, type Order, type Page } from './postgres/page.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

export type StoredSignal = {
  readonly customer: CustomerId
  readonly identity: Identity
  readonly interactionId: InteractionId
  readonly at: Instant | null
  /** What the contact was about that the interaction belongs to. */
  readonly causeId: CauseId | null
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
  causeId: 'text',
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
  /** A signal, or all signs of a posture: then of messages that treat the customer so, as `postureOf` has it. */
  readonly kind: SignalKind | keyof typeof signsOf
  readonly team?: string | undefined
  /** Within contacts about any of these. */
  readonly causes?: readonly string[] | undefined
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
  return countFrom(client, {
    table: 'signals',
    within: [inReading(scope), ofKind(wanted)],
    where: narrowedBy(scope, wanted),
    order: newest,
    distinct: 'interaction_id',
  })
}

/** Whether the current reading tells what signals' contacts were about; those of earlier versions do not. */
export async function areSignalsKeptByCause(client: Client, scope: Scope): Promise<boolean> {
  const found = await findOne(
    client,
    sql<{ has: boolean }>`
    select exists (select from signals where ${inReading(scope)} and cause_id is not null) as has`,
  )
  return found?.has ?? false
}

function fitting(scope: Scope, wanted: SignalFilter) {
  return [inReading(scope), ofKind(wanted), ...narrowedBy(scope, wanted)]
}

function ofKind({ kind }: SignalFilter) {
  return sql<boolean>`kind in (${sql.join(isPosture(kind) ? signsOf[kind] : [kind])})`
}

function narrowedBy(scope: Scope, { kind, team, causes }: SignalFilter) {
  const where: RawBuilder<boolean>[] = isPosture(kind) ? ofPosture(kind) : []
  if (causes !== undefined) where.push(sql<boolean>`cause_id = any(${[...causes]}::text[])`)
  if (team !== undefined) {
    where.push(sql<boolean>`exists (
      select from interactions said where said.workspace_id = ${scope} and said.identity = c.identity
        and said.id = c.interaction_id and said.team = ${team})`)
  }
  return where
}

/** What `postureOf` says of a message, of the message that this sign stands in. */
function ofPosture(posture: keyof typeof signsOf): RawBuilder<boolean>[] {
  const kept = insideOutKinds.filter((kind) => kind !== 'refusal')
  const insideOut = shows(
    [...insideOutKinds, ...waysOut],
    sql`bool_or(kind in (${sql.join(kept)})) or bool_or(kind = 'refusal') and not bool_or(kind in (${sql.join(waysOut)}))`,
  )
  const strong = sql<boolean>`strength >= ${leastStrength}`
  if (posture === 'both') return [strong, insideOut]
  if (posture === 'outsideIn') return [strong, sql`not ${insideOut}`]
  return [strong, insideOut, sql`not ${shows(outsideInKinds, sql`count(*) > 0`)}`]
}

/** One look at the message's signs: by its customer and time, so that one partition and the index of the list serve it. */
function shows(kinds: readonly SignalKind[], is: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(
    select coalesce(${is}, false) from signals sign
    where sign.workspace_id = c.workspace_id and sign.reading_id = c.reading_id and sign.customer = c.customer
      and sign.kind in (${sql.join(kinds)})
      and coalesce(sign.at, '-infinity') = coalesce(c.at, '-infinity')
      and sign.interaction_id = c.interaction_id and sign.strength >= ${leastStrength})`
}
