import { type RawBuilder, sql } from 'kysely'
import type { CaseId, CauseId, CustomerId, IssueId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import type { SignalKind } from '../core/signals/signal.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import { type Counted, countFrom, listPage, type Order, type Page } from './postgres/page.ts'
import { inReading } from './readings.ts'
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

export type IssueFilter = {
  readonly cause?: string | undefined
  readonly team?: string | undefined
  readonly channel?: string | undefined
  readonly emotion?: SignalKind | undefined
  readonly customer?: string | undefined
  readonly minContacts?: number | undefined
  readonly handedOff?: 'yes' | undefined
  readonly pingPong?: 'yes' | undefined
  readonly spokenHandOff?: 'yes' | undefined
}

export type IssueSort = 'recent' | 'contacts' | 'handOffs'

const selected = sql`select customer, has_customer as "hasCustomer", id, cause_id as "causeId", first_at as "firstAt",
  last_at as "lastAt", contacts, interactions, cases, channels, teams, hand_offs as "handOffs",
  is_ping_pong as "isPingPong", spoken_hand_offs as "spokenHandOffs", emotion from issues`

const orders: Readonly<Record<IssueSort, Order<StoredIssue>>> = {
  recent: {
    by: 'time',
    column: 'last_at',
    id: sql.ref('id'),
    idType: 'uuid',
    key: ({ lastAt, id }) => ({ value: lastAt, id }),
  },
  contacts: {
    by: 'number',
    column: 'contacts',
    id: sql.ref('id'),
    idType: 'uuid',
    key: ({ contacts, id }) => ({ value: contacts, id }),
  },
  handOffs: {
    by: 'number',
    column: 'hand_offs',
    id: sql.ref('id'),
    idType: 'uuid',
    key: ({ handOffs, id }) => ({ value: handOffs, id }),
  },
}

/** Issues of the current reading. */
export async function listIssues(
  client: Client,
  scope: Scope,
  { sort, after, ...filter }: IssueFilter & { sort?: IssueSort | undefined; after?: string | undefined },
): Promise<Page<StoredIssue>> {
  return listPage(client, {
    select: selected,
    where: conditions(scope, filter),
    order: orders[sort ?? 'recent'],
    after,
  })
}

export async function countIssues(client: Client, scope: Scope, filter: IssueFilter): Promise<Counted> {
  const { cause, customer, ...rest } = filter
  return countFrom(client, {
    table: 'issues',
    within: [inReading(scope), ...narrowedBy({ cause, customer })],
    where: [countsAsIssue(scope), ...narrowedBy(rest)],
    order: orders.recent,
  })
}

/**
 * Looks where the customer of the interaction that began it lies, which takes a tenth of looking everywhere; and everywhere,
 * when they have turned out to be somebody else and that is not read yet.
 */
export async function findIssue(client: Client, scope: Scope, id: IssueId): Promise<StoredIssue | null> {
  const owner = await findOne(
    client,
    sql<{ customer: string }>`
    select coalesce(d.customer, k.identity) as customer from interaction_keys k
    left join identities d on d.workspace_id = k.workspace_id and d.identity = k.identity
    where k.workspace_id = ${scope} and k.id = ${id}`,
  )
  const found = (where: RawBuilder<unknown>) =>
    findOne(client, sql<StoredIssue>`${selected} where ${inReading(scope)} and ${where}`)
  const near = owner && (await found(sql`customer = ${owner.customer} and id = ${id}`))
  return near ?? found(sql`id = ${id}`)
}

export async function listIssuesOfCustomer(
  client: Client,
  scope: Scope,
  customer: CustomerId,
): Promise<StoredIssue[]> {
  return list(
    client,
    sql<StoredIssue>`
    ${selected} where ${inReading(scope)} and customer = ${customer} order by last_at desc nulls last, id desc`,
  )
}

function conditions(scope: Scope, filter: IssueFilter): RawBuilder<unknown>[] {
  return [inReading(scope), countsAsIssue(scope), ...narrowedBy(filter)]
}

function narrowedBy(filter: IssueFilter): RawBuilder<unknown>[] {
  const { cause, team, channel, emotion, customer, minContacts } = filter
  const all: RawBuilder<unknown>[] = []
  if (cause !== undefined) all.push(sql`cause_id = ${cause}`)
  if (team !== undefined) all.push(sql`teams @> array[${team}::text]`)
  if (channel !== undefined) all.push(sql`channels @> array[${channel}::text]`)
  if (emotion !== undefined) all.push(sql`emotion = ${emotion}`)
  if (customer !== undefined) all.push(sql`customer = ${customer}`)
  if (minContacts !== undefined) all.push(sql`contacts >= ${minContacts}`)
  if (filter.handedOff) all.push(sql`hand_offs > 0`)
  if (filter.pingPong) all.push(sql`is_ping_pong`)
  if (filter.spokenHandOff) all.push(sql`spoken_hand_offs > 0`)
  return all
}

/** Where customers are known, a case of nobody is no issue; where none is, each case stands in for one. */
function countsAsIssue(scope: Scope): RawBuilder<unknown> {
  return sql`(has_customer or not exists (select from issues where ${inReading(scope)} and has_customer))`
}
