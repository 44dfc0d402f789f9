import { sql } from 'kysely'
import { type Identity, type InteractionId, identityOf, interactionId } from '../../core/base/ids.ts'
import type { Instant } from '../../core/base/time.ts'
import type { Side } from '../../core/interactions/interaction.ts'
import { type Client, type Connection, findOne, list } from '../postgres/client.ts'
import type { Scope } from '../scope.ts'
import { marksOf } from './marks.ts'

/** A text that search has not read yet, as it was written. */
export type DueText = {
  readonly id: InteractionId
  readonly identity: Identity
  readonly at: Instant | null
  readonly from: Side
  readonly channel: string | null
  readonly text: string
}

/** How far search is. */
export type SearchState = {
  readonly texts: number
  readonly waiting: number
  readonly newestAt: Instant | null
}

/** Says that search must read these texts. Call it in the transaction that keeps them. */
export async function addDueTexts(client: Connection, scope: Scope, ids: readonly InteractionId[]) {
  if (ids.length === 0) return
  await list(
    client,
    sql`insert into search_due (workspace_id, interactions, texts) values (${scope}, ${ids}::uuid[], ${ids.length})`,
  )
}

/** More of one text is not searched, so that many long ones at once need little memory. */
const longestText = 20_000

/**
 * Takes about so many of the texts that search must read, oldest first. Call it in the transaction that saves
 * them: what two take at once is never the same.
 */
export async function takeDueTexts(client: Connection, scope: Scope, most: number): Promise<DueText[]> {
  const taken = await list(
    client,
    sql<{ interactions: string[] }>`
    with free as materialized (
      select id, texts from search_due where workspace_id = ${scope} order by id limit 200 for update skip locked)
    delete from search_due where id in (
      select id from (select id, sum(texts) over (order by id) - texts as before from free) f
      where before < ${most})
    returning interactions::text[] as interactions`,
  )
  if (taken.length === 0) return []
  const rows = await list(
    client,
    sql<{
      id: string
      identity: string
      at: number | null
      side: Side
      channel: string | null
      text: string
    }>`
    select i.id, i.identity, i.at, i.side, i.channel, left(i.text, ${longestText}) as text
    from interaction_keys k cross join lateral (
      select * from interactions f
      where f.workspace_id = k.workspace_id and f.identity = k.identity and f.id = k.id offset 0) i
    where k.workspace_id = ${scope} and k.id = any(${taken.flatMap((row) => row.interactions)}::uuid[])
      and i.text is not null
    order by i.at nulls last, i.sequence, i.id`,
  )
  return rows.map(({ id, identity, side, ...rest }) => ({
    ...rest,
    id: interactionId(id),
    identity: identityOf(identity),
    from: side,
  }))
}

/** Keeps the words of texts. Give them masked: what is hidden from a reader must not be found either. */
export async function saveSearchTexts(client: Connection, scope: Scope, texts: readonly DueText[]) {
  if (texts.length === 0) return
  const marks = texts.map((text) => marksOf(scope, text).join('\u001f'))
  await list(
    client,
    sql`
    insert into search_texts (workspace_id, identity, interaction_id, at, words)
    select ${scope}, t.identity, t.id, t.at,
      to_tsvector('english', t.text) || array_to_tsvector(string_to_array(t.marks, E'\\x1f'))
    from unnest(${texts.map(({ identity }) => identity)}::text[], ${texts.map(({ id }) => id)}::uuid[],
      ${texts.map(({ at }) => (at === null ? null : new Date(at)))}::timestamptz[],
      ${texts.map(({ text }) => text)}::text[], ${marks}::text[])
      as t (identity, id, at, text, marks)`,
  )
  const newest = texts.reduce<Instant | null>(
    (last, { at }) => (at !== null && at > (last ?? at - 1) ? at : last),
    null,
  )
  await list(
    client,
    sql`
    insert into search_states as s (workspace_id, texts, newest_at)
    values (${scope}, ${texts.length}, ${newest === null ? null : new Date(newest)})
    on conflict (workspace_id) do update
      set texts = s.texts + excluded.texts, newest_at = greatest(s.newest_at, excluded.newest_at)`,
  )
}

export async function findSearchState(client: Client, scope: Scope): Promise<SearchState> {
  const row = await findOne(
    client,
    sql<SearchState>`
    select coalesce(max(s.texts), 0) as texts, max(s.newest_at) as "newestAt",
      (select coalesce(sum(d.texts), 0) from search_due d where d.workspace_id = ${scope}) as waiting
    from search_states s where s.workspace_id = ${scope}`,
  )
  return row ?? { texts: 0, waiting: 0, newestAt: null }
}

/** Every workspace with texts that search has not read yet: for the worker, which serves them all. */
export async function listAllDueForSearch(client: Client): Promise<number[]> {
  const rows = await list(
    client,
    sql<{ id: number }>`
    select id from workspaces w where exists (select from search_due d where d.workspace_id = w.id) order by id`,
  )
  return rows.map(({ id }) => id)
}

/** Words of new texts wait in a list that every search would have to walk; this puts them in their places. */
export async function settleSearch(client: Client) {
  await list(
    client,
    sql`
    select gin_clean_pending_list(c.oid) from pg_class c join pg_am m on m.oid = c.relam
    where m.amname = 'gin' and c.relkind = 'i' and c.relnamespace = 'public'::regnamespace`,
  )
}
