import { sql } from 'kysely'
import { type CustomerId, type Identity, type InteractionId, interactionId } from '../core/base/ids.ts'
import { compareText } from '../core/base/order.ts'
import type { Instant } from '../core/base/time.ts'
import type { Interaction } from '../core/interactions/interaction.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import { systemCode } from './postgres/problem.ts'
import { supersedeLateFacts } from './revisions.ts'
import {
  counted,
  fromRow,
  type InteractionRow,
  interactionColumns,
  interactionsUnder,
  type StoredInteraction,
  toRow,
} from './rows/interaction-row.ts'
import { saveFew } from './save-few.ts'
import type { Scope } from './scope.ts'
import { addDueTexts } from './search/due.ts'

export type { StoredInteraction }

export type Fact = {
  readonly interaction: Interaction
  /** The strongest identity, else `case:<source>/<case id>`, else `row:<id>`: where the fact lives for good. */
  readonly identity: Identity
  /** 32 hexadecimal digits over the whole content: tells a repetition from a contradiction. */
  readonly digest: string
}

export type Saved = {
  /** Facts that nobody had told before. */
  readonly saved: ReadonlySet<InteractionId>
  /** Facts that were known already, or came twice. */
  readonly duplicates: number
  /** Positions of facts whose id is known with other content: they were not saved. */
  readonly conflicting: readonly number[]
}

type Key = { readonly id: string; readonly digest: string; readonly identity: string }

/** From here on a COPY pays for the round trips that it takes. */
const manyFacts = 500
const uniqueViolation = '23505'

const copied: Columns<ReturnType<typeof toRow>> = {
  identity: 'text',
  id: 'text',
  source: 'text',
  externalId: 'text',
  sequence: 'number',
  at: 'time',
  identities: 'texts',
  caseId: 'text',
  caseOpenedAt: 'time',
  kind: 'text',
  side: 'text',
  channel: 'text',
  team: 'text',
  agent: 'text',
  text: 'text',
  category: 'text',
  rating: 'number',
  durationSeconds: 'number',
  attributes: 'json',
}

/**
 * Saves what is new, once. The keys decide, in one statement, so that two imports of one file at the same time
 * cannot both win. Call it in a transaction, together with the note of how far the import is.
 */
export async function saveInteractions(
  client: Connection,
  scope: Scope,
  facts: readonly Fact[],
): Promise<Saved> {
  const first = firstOfEach(facts)
  const fresh =
    first.size < manyFacts
      ? await saveFew(client, scope, { facts: [...first.values()], areNews: false })
      : await saveMany(client, scope, first)
  return toSaved(client, scope, { facts, first, fresh })
}

/** The same for what has just happened: it comes few at a time, and is left for readings to read. Its statement is sent at once. */
export async function saveNews(client: Connection, scope: Scope, facts: readonly Fact[]): Promise<Saved> {
  const first = firstOfEach(facts)
  const fresh = await saveFew(client, scope, { facts: [...first.values()], areNews: true })
  return toSaved(client, scope, { facts, first, fresh })
}

function firstOfEach(facts: readonly Fact[]): ReadonlyMap<InteractionId, Fact> {
  const first = new Map<InteractionId, Fact>()
  for (const fact of facts) if (!first.has(fact.interaction.id)) first.set(fact.interaction.id, fact)
  return first
}

type Tried = {
  readonly facts: readonly Fact[]
  readonly first: ReadonlyMap<InteractionId, Fact>
  readonly fresh: ReadonlySet<InteractionId>
}

/** What was known before is a repetition, or contradicts what is kept. */
async function toSaved(client: Client, scope: Scope, { facts, first, fresh }: Tried): Promise<Saved> {
  const known = await listDigests(
    client,
    scope,
    [...first.keys()].filter((id) => !fresh.has(id)),
  )
  const conflicting: number[] = []
  for (const [index, { interaction, digest }] of facts.entries()) {
    const held = known.get(interaction.id) ?? first.get(interaction.id)?.digest
    if (held !== digest) conflicting.push(index)
  }
  return { saved: fresh, duplicates: facts.length - fresh.size - conflicting.length, conflicting }
}

export async function findInteraction(
  client: Client,
  scope: Scope,
  id: InteractionId,
): Promise<StoredInteraction | null> {
  const row = await findOne(
    client,
    sql<InteractionRow>`
    select ${interactionColumns} from interaction_keys k
    join interactions i on i.workspace_id = k.workspace_id and i.identity = k.identity and i.id = k.id
    left join identities d on d.workspace_id = i.workspace_id and d.identity = i.identity
    where k.workspace_id = ${scope} and k.id = ${id} and ${counted}`,
  )
  return row && fromRow(row)
}

/** Those of the ids that there are, in the order given. */
export async function listInteractions(
  client: Client,
  scope: Scope,
  ids: readonly InteractionId[],
): Promise<StoredInteraction[]> {
  const rows = await list(
    client,
    sql<InteractionRow>`
    select ${interactionColumns} from unnest(${ids}::uuid[]) with ordinality as w (id, position)
    join interaction_keys k on k.workspace_id = ${scope} and k.id = w.id
    join interactions i on i.workspace_id = k.workspace_id and i.identity = k.identity and i.id = k.id
    left join identities d on d.workspace_id = i.workspace_id and d.identity = i.identity
    where ${counted}
    order by w.position`,
  )
  return rows.map(fromRow)
}

/** Everything the company knows of these customers, under any of their identities, oldest first. */
export async function listInteractionsOfCustomers(
  client: Client,
  scope: Scope,
  customers: readonly CustomerId[],
): Promise<StoredInteraction[]> {
  const joined = await list(
    client,
    sql<{ identity: string }>`
    select identity from identities where workspace_id = ${scope} and customer = any(${customers}::text[])`,
  )
  const identities = new Set([...customers, ...joined.map(({ identity }) => identity)])
  const rows = await list(
    client,
    sql<InteractionRow>`
    select ${interactionColumns} from ${interactionsUnder(scope, [...identities])}
    left join identities d on d.workspace_id = i.workspace_id and d.identity = i.identity
    where coalesce(d.customer, i.identity) = any(${customers}::text[]) and ${counted}
    order by i.at nulls last, i.sequence, i.id`,
  )
  return rows.map(fromRow)
}

export async function countInteractions(client: Client, scope: Scope): Promise<number> {
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(*) from interaction_keys where workspace_id = ${scope}`,
  )
  return row?.count ?? 0
}

export async function countInteractionsBefore(
  client: Client,
  scope: Scope,
  before: Instant,
): Promise<number> {
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(*) from interactions where workspace_id = ${scope} and at < ${new Date(before)}`,
  )
  return row?.count ?? 0
}

export async function countInteractionsUnder(
  client: Client,
  scope: Scope,
  identities: readonly Identity[],
): Promise<number> {
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(*) from interactions where workspace_id = ${scope} and identity = any(${identities}::text[])`,
  )
  return row?.count ?? 0
}

async function saveMany(client: Connection, scope: Scope, facts: ReadonlyMap<InteractionId, Fact>) {
  const fresh = await claim(client, scope, facts)
  await copyInto(
    client,
    { table: 'interactions', columns: copied, fixed: { workspaceId: scope } },
    rowsOf(facts, fresh),
  )
  await addDueTexts(
    client,
    scope,
    [...facts].flatMap(([id, { interaction }]) => (fresh.has(id) && interaction.text !== null ? id : [])),
  )
  await supersedeLateFacts(client, scope, [...fresh])
  return fresh
}

/** The ids that nobody had before; in the order of ids, so that two imports cannot wait for one another. */
async function claim(client: Connection, scope: Scope, facts: ReadonlyMap<InteractionId, Fact>) {
  const keys = [...facts.values()].map(({ interaction, digest, identity }) => ({
    id: interaction.id,
    digest,
    identity,
  }))
  keys.sort((left, right) => compareText(left.id, right.id))
  return (await claimAll(client, scope, keys)) ? new Set(facts.keys()) : claimSome(client, scope, keys)
}

/** Mostly, all facts of a batch are new, and a COPY of their keys takes half the time. False when one is known. */
async function claimAll(client: Connection, scope: Scope, keys: readonly Key[]): Promise<boolean> {
  const columns = { id: 'text', digest: 'text', identity: 'text' } as const
  await client.query('savepoint claim')
  try {
    await copyInto(client, { table: 'interaction_keys', columns, fixed: { workspaceId: scope } }, keys)
    return true
  } catch (error) {
    if (systemCode(error) !== uniqueViolation) throw error
    await client.query('rollback to savepoint claim')
    return false
  }
}

async function claimSome(
  client: Connection,
  scope: Scope,
  keys: readonly Key[],
): Promise<ReadonlySet<InteractionId>> {
  const rows = await list(
    client,
    sql<{ id: string }>`
    insert into interaction_keys (workspace_id, id, digest, identity)
    select ${scope}, * from unnest(${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ digest }) => digest)}::uuid[],
      ${keys.map(({ identity }) => identity)}::text[])
    on conflict do nothing returning id`,
  )
  return new Set(rows.map(({ id }) => interactionId(id)))
}

async function listDigests(
  client: Client,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await list(
    client,
    sql<{ id: string; digest: string }>`
    select id, digest from interaction_keys where workspace_id = ${scope} and id = any(${ids}::uuid[])`,
  )
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

/** In the order of the source: facts of one time then lie together on disk. */
function* rowsOf(facts: ReadonlyMap<InteractionId, Fact>, fresh: ReadonlySet<InteractionId>) {
  for (const [id, fact] of facts) if (fresh.has(id)) yield toRow(fact)
}
