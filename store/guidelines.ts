import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import type { PastIssue } from '../core/guidelines/replay.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

/** One version; its content is the caller's own document. */
export type StoredVersion = {
  readonly version: number
  readonly content: unknown
  readonly who: string
  readonly at: Instant
  /** Since when it holds; null while it is a draft. */
  readonly liveAt: Instant | null
}

export type StoredGuideline = {
  readonly id: number
  readonly retiredAt: Instant | null
  /** Oldest first. */
  readonly versions: readonly StoredVersion[]
}

const selected = sql`select g.id, g.retired_at as "retiredAt", coalesce((
    select jsonb_agg(jsonb_build_object('version', v.version, 'content', v.content, 'who', v.who,
      'at', round(extract(epoch from v.at) * 1000), 'liveAt', round(extract(epoch from v.live_at) * 1000))
      order by v.version)
    from guideline_versions v where v.guideline_id = g.id and v.workspace_id = g.workspace_id), '[]') as versions
  from guidelines g`

export async function listGuidelines(client: Client, scope: Scope): Promise<StoredGuideline[]> {
  return list(client, sql<StoredGuideline>`${selected} where g.workspace_id = ${scope} order by g.id`)
}

export async function findGuideline(
  client: Client,
  scope: Scope,
  id: number,
): Promise<StoredGuideline | null> {
  return findOne(client, sql<StoredGuideline>`${selected} where g.workspace_id = ${scope} and g.id = ${id}`)
}

type Draft = { readonly content: unknown; readonly who: string; readonly at: Instant }

/** Keeps the first version of a new guideline, as a draft. Call it in a transaction. */
export async function addGuideline(client: Connection, scope: Scope, draft: Draft): Promise<number> {
  const row = await findOne(
    client,
    sql<{ id: number }>`insert into guidelines (workspace_id) values (${scope}) returning id`,
  )
  if (row === null) throw new Error('Our fault: a guideline was not kept')
  await addVersion(client, scope, row.id, draft)
  return row.id
}

/** Adds a version behind those there are, as a draft. The guideline's row orders two who save at once. */
export async function addVersion(
  client: Connection,
  scope: Scope,
  id: number,
  draft: Draft,
): Promise<number> {
  await list(client, sql`select from guidelines where workspace_id = ${scope} and id = ${id} for update`)
  const row = await findOne(
    client,
    sql<{ version: number }>`
    insert into guideline_versions (workspace_id, guideline_id, version, content, who, at)
    select workspace_id, id, (select count(*) + 1 from guideline_versions v where v.guideline_id = guidelines.id),
      ${JSON.stringify(draft.content)}::jsonb, ${draft.who}, ${new Date(draft.at)}
    from guidelines where workspace_id = ${scope} and id = ${id} returning version`,
  )
  if (row === null) throw new Error('Our fault: a version was not kept')
  return row.version
}

/** From now on a version holds; false when there is none such, or it did already. */
export async function putLive(
  client: Client,
  scope: Scope,
  { id, version, at }: { id: number; version: number; at: Instant },
): Promise<boolean> {
  const rows = await list(
    client,
    sql`
    update guideline_versions set live_at = ${new Date(at)}
    where workspace_id = ${scope} and guideline_id = ${id} and version = ${version} and live_at is null returning 1`,
  )
  return rows.length > 0
}

export async function retireGuideline(client: Client, scope: Scope, { id, at }: { id: number; at: Instant }) {
  await list(
    client,
    sql`update guidelines set retired_at = ${new Date(at)} where workspace_id = ${scope} and id = ${id}`,
  )
}

/** Issues of these causes whose last contact lies in a span, as a replay asks for them. */
export async function listPastIssues(
  client: Client,
  scope: Scope,
  { causes, from, to }: { causes: readonly string[]; from: Instant; to: Instant },
): Promise<PastIssue[]> {
  return list(
    client,
    sql<PastIssue>`
    select id, customer, last_at as at, contacts, channels,
      (extract(epoch from last_at - first_at) / 86400)::float8 as "lastingDays"
    from issues where ${inReading(scope)} and cause_id = any(${causes}::text[]) and first_at is not null
      and coalesce(last_at, '-infinity') >= ${new Date(from)} and coalesce(last_at, '-infinity') < ${new Date(to)}`,
  )
}

/** How many issues of these causes had a contact within a span: what a share of issues is a share of. */
export async function countPastIssues(
  client: Client,
  scope: Scope,
  { causes, from, to }: { causes: readonly string[]; from: Instant; to: Instant },
): Promise<number> {
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(*) as count from issues where ${inReading(scope)} and cause_id = any(${causes}::text[])
      and coalesce(last_at, '-infinity') >= ${new Date(from)} and coalesce(last_at, '-infinity') < ${new Date(to)}`,
  )
  return row?.count ?? 0
}
