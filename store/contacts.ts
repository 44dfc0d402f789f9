import { type RawBuilder, sql } from 'kysely'
import {
  type CaseId,
  type CauseId,
  type ContactId,
  type CustomerId,
  causeId,
  type Identity,
  type IssueId,
} from '../core/base/ids.ts'
import { dayMs, type Instant, minuteMs } from '../core/base/time.ts'
import { type MarkKind, writeMark } from '../core/causes/drivers/find-marks.ts'
import type { SignalKind } from '../core/signals/signal.ts'
import { hasAttribute } from './has-attribute.ts'
import { type Client, type Connection, list } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import { type Counted, countFrom, listPage, type Order, type Page } from './postgres/page.ts'
import { inReading } from './readings.ts'
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
  /** The last one given within it, on its source's own scale. */
  readonly rating: number | null
  /** The team that first took it on. */
  readonly firstTeam: string | null
  /** What happened in it, as core/causes/drivers/find-marks.ts writes it. */
  readonly marks: readonly string[]
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
  rating: 'number',
  firstTeam: 'text',
  marks: 'texts',
}

export async function saveContacts(
  client: Connection,
  scope: Scope,
  { readingId, contacts }: { readingId: number; contacts: Iterable<StoredContact> },
) {
  await copyInto(client, { table: 'contacts', columns, fixed: { workspaceId: scope, readingId } }, contacts)
}

export type ContactFilter = {
  /** Days within which the same customer contacted the company again. */
  readonly followedWithin?: number | undefined
  /** With followedWithin: `same` counts only a contact about the same cause or case. */
  readonly about?: 'anything' | 'same' | undefined
  readonly cause?: string | undefined
  readonly withoutCustomer?: 'yes' | undefined
  readonly unassigned?: 'yes' | undefined
  /** The Monday on which the week starts. */
  readonly week?: Instant | undefined
  readonly channel?: string | undefined
  /** That the customer's words show most. */
  readonly emotion?: SignalKind | undefined
  /** From the one to the other, both among them. */
  readonly rating?: Range | undefined
  readonly source?: string | undefined
  /** With `value`: contacts whose attribute has that value; `channel` and `team` are attributes too. */
  readonly attribute?: string | undefined
  readonly value?: string | undefined
  /** With both: it is no attribute but something that happened in the contact. */
  readonly mark?: MarkKind | undefined
}

export type Range = { readonly from: number; readonly to: number }

/** A contact with the text of the interaction that opened it. */
export type ListedContact = StoredContact & { readonly text: string | null }

const selected = sql`select customer, has_customer as "hasCustomer", id, identity, issue_id as "issueId",
  cause_id as "causeId", cause_strength as "causeStrength", at, channel, source, case_id as "caseId",
  position_in_issue as "positionInIssue", minutes_to_next as "minutesToNext", minutes_to_same as "minutesToSame",
  emotion, effort, spoken_hand_offs as "spokenHandOffs", rating, first_team as "firstTeam", coalesce(marks, '{}') as marks,
  (select i.text from interactions i
    where i.workspace_id = c.workspace_id and i.identity = c.identity and i.id = c.id) as text
  from contacts c`

const newest: Order<ListedContact> = {
  by: 'time',
  column: 'at',
  id: sql.ref('id'),
  idType: 'uuid',
  key: ({ at, id }) => ({ value: at, id }),
}

/** Contacts of the current reading, newest first. */
export async function listContacts(
  client: Client,
  scope: Scope,
  { after, ...filter }: ContactFilter & { after?: string | undefined },
): Promise<Page<ListedContact>> {
  return listPage(client, { select: selected, where: conditions(scope, filter), order: newest, after })
}

export async function countContacts(client: Client, scope: Scope, filter: ContactFilter): Promise<Counted> {
  const { cause, rating, ...rest } = filter
  return countFrom(client, {
    table: 'contacts',
    within: [inReading(scope), ...narrowedBy({ cause, rating })],
    where: narrowedBy(rest),
    order: newest,
  })
}

function conditions(scope: Scope, filter: ContactFilter): RawBuilder<unknown>[] {
  return [inReading(scope), ...narrowedBy(filter)]
}

function narrowedBy(filter: ContactFilter): RawBuilder<unknown>[] {
  const { followedWithin, about, cause, week, channel, emotion, rating, source } = filter
  const { attribute, value, mark } = filter
  const all: RawBuilder<unknown>[] = []
  if (followedWithin !== undefined) {
    const until = sql.ref(about === 'same' ? 'minutes_to_same' : 'minutes_to_next')
    all.push(sql`${until} < ${(followedWithin * dayMs) / minuteMs}`)
  }
  if (cause !== undefined) all.push(sql`cause_id = ${cause}`)
  if (filter.withoutCustomer) all.push(sql`not has_customer`)
  if (filter.unassigned) all.push(sql`cause_id is null`)
  if (week !== undefined) {
    all.push(
      sql`coalesce(at, '-infinity') >= ${new Date(week)} and coalesce(at, '-infinity') < ${new Date(week + 7 * dayMs)}`,
    )
  }
  if (channel !== undefined) all.push(sql`channel = ${channel}`)
  if (emotion !== undefined) all.push(sql`emotion = ${emotion}`)
  if (rating !== undefined) all.push(isWithin(rating))
  if (source !== undefined) all.push(sql`source = ${source}`)
  if (attribute !== undefined && value !== undefined) {
    const marked = mark && writeMark({ kind: mark, attribute, value })
    all.push(marked === undefined ? hasAttribute(attribute, [value]) : sql`${marked} = any(marks)`)
  }
  return all
}

/** Of one rating the index gives the contacts in their order. */
export function isWithin({ from, to }: Range): RawBuilder<unknown> {
  return from === to ? sql`rating = ${from}` : sql`rating between ${from} and ${to}`
}

/** What each of these contacts was read to be about, where anything; a look at the whole current reading. */
export async function listReadCauses(
  client: Client,
  scope: Scope,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, CauseId>> {
  const rows = await list(
    client,
    sql<{ id: string; cause: string }>`
    select id, cause_id as cause from contacts
    where ${inReading(scope)} and cause_id is not null and id = any(${contacts}::uuid[])`,
  )
  return new Map(rows.map(({ id, cause }) => [id, causeId(cause)]))
}
