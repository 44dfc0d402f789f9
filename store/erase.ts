import { type RawBuilder, sql } from 'kysely'
import type { CustomerId } from '../core/base/ids.ts'
import { eraseEndpointAnswers } from './endpoint-answers.ts'
import { eraseDesk } from './erase-desk.ts'
import { build, type Connection, list } from './postgres/client.ts'
import { removeReadings } from './readings.ts'
import type { Scope } from './scope.ts'

/** Tables without a foreign key to their workspace, because a check per row would double the cost of a load. */
const unguarded = [
  'interactions',
  'interaction_keys',
  'cases',
  'identity_links',
  'identities',
  'contacts',
  'issues',
  'signals',
  'case_hand_offs',
  'revisions',
  'superseded',
  'unread',
  'unread_owners',
  'tally_parts',
  'kept_items',
  'pool_floors',
  'search_texts',
] as const

/** Erases a workspace with all that it holds. Call it in a transaction; the files of its uploads are the caller's. */
export async function eraseWorkspace(client: Connection, scope: Scope) {
  for (const table of unguarded) {
    await list(client, sql`delete from ${sql.table(table)} where workspace_id = ${scope}`)
  }
  await list(client, build.deleteFrom('workspaces').where('id', '=', scope))
}

export type Erased = {
  readonly interactions: number
  /** A reading quoted the person in its documents and was removed with them: start a new one. */
  readonly mustReadAgain: boolean
}

/**
 * Erases a person: all identities, interactions, what was read in them, and set-aside rows that name them. Readings
 * whose documents quote the person go as a whole, because a quote cannot be taken out of a figure.
 * A set-aside row names a person when it holds one of their identities as it is written there; a telephone number
 * written with other spaces is not recognised. Call it in a transaction; uploaded files are the caller's.
 */
export async function erasePerson(client: Connection, scope: Scope, customer: CustomerId): Promise<Erased> {
  const known = await listIdentities(client, scope, customer)
  const ids = await eraseFacts(client, scope, known)
  const reasons = await eraseRulings(client, scope, ids)
  const quoting = await list(
    client,
    sql<{ id: number }>`
    select r.id from readings r where r.workspace_id = ${scope} and exists (
      select from unnest(${ids}::text[]) as erased (id)
      where strpos(concat(r.report, r.overview, r.cause_model), erased.id) > 0 or exists (
        select from causes c where c.reading_id = r.id and strpos(c.document::text, erased.id) > 0))
      or exists (select from unnest(${reasons}::text[]) as erased (reason)
        where strpos(r.cause_model::text, to_jsonb(erased.reason)::text) > 0)`,
  )
  await removeReadings(
    client,
    scope,
    quoting.map(({ id }) => id),
  )
  await eraseWords(client, scope, ids)
  await eraseDesk(client, scope, ids)
  await eraseSearchTexts(client, scope, known)
  await eraseEndpointAnswers(client, scope, ids)
  await eraseSubjects(client, scope, ids, known)
  for (const table of ['contacts', 'issues', 'signals', 'case_hand_offs', 'kept_items']) {
    await list(
      client,
      sql`
      delete from ${sql.table(table)} where workspace_id = ${scope} and customer = any(${known}::text[])`,
    )
  }
  await eraseSetAside(client, scope, known)
  return { interactions: ids.length, mustReadAgain: quoting.length > 0 }
}

async function listIdentities(client: Connection, scope: Scope, customer: CustomerId): Promise<string[]> {
  const rows = await list(
    client,
    sql<{ identity: string }>`
    select ${customer}::text as identity
    union select identity from identities where workspace_id = ${scope} and customer = ${customer}`,
  )
  return rows.map(({ identity }) => identity)
}

/** Returns the ids of the interactions that were erased. */
async function eraseFacts(client: Connection, scope: Scope, known: readonly string[]): Promise<string[]> {
  const named = (column: string): RawBuilder<unknown> => sql`${sql.ref(column)} = any(${known}::text[])`
  const erased = await list(
    client,
    sql<{ id: string }>`
    delete from interactions where workspace_id = ${scope} and ${named('identity')} returning id`,
  )
  await list(
    client,
    sql`
    delete from interaction_keys where workspace_id = ${scope} and id = any(${erased.map(({ id }) => id)}::uuid[])`,
  )
  await list(
    client,
    sql`
    delete from why_interactions
    where workspace_id = ${scope} and interaction_id = any(${erased.map(({ id }) => id)}::uuid[])`,
  )
  await list(client, sql`delete from cases where workspace_id = ${scope} and ${named('identity')}`)
  await list(
    client,
    sql`
    delete from identity_links where workspace_id = ${scope} and (${named('one')} or ${named('other')})`,
  )
  await list(client, sql`delete from identities where workspace_id = ${scope} and ${named('identity')}`)
  await list(client, sql`delete from unread where workspace_id = ${scope} and ${named('identity')}`)
  await list(
    client,
    sql`
    delete from unread_owners where workspace_id = ${scope} and (${named('identity')} or ${named('was_customer')})`,
  )
  for (const table of ['revisions', 'superseded']) {
    await list(
      client,
      sql`
      delete from ${sql.table(table)}
      where workspace_id = ${scope} and id = any(${erased.map(({ id }) => id)}::uuid[])`,
    )
  }
  return erased.map(({ id }) => id)
}

/**
 * What people ruled of the person's contacts; a ruling that spoke of others too holds for these. Returns the reasons that
 * were kept with it.
 */
async function eraseRulings(client: Connection, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const erased = await list(
    client,
    sql<{ id: string; reason: string | null }>`
    delete from ruling_contacts where workspace_id = ${scope} and contact_id = any(${ids}::uuid[])
    returning ruling_id as id, reason`,
  )
  await list(
    client,
    sql`
    delete from rulings r where workspace_id = ${scope} and id = any(${erased.map(({ id }) => id)}::uuid[])
      and (content ->> 'kind' in ('same', 'notSame') or not exists (
        select from ruling_contacts c where c.workspace_id = r.workspace_id and c.ruling_id = r.id))`,
  )
  return erased.flatMap(({ reason }) => reason ?? [])
}

/** What people said of the person's texts. */
async function eraseWords(client: Connection, scope: Scope, ids: readonly string[]) {
  await list(
    client,
    sql`
    delete from corrections where workspace_id = ${scope} and interaction_id = any(${ids}::uuid[])`,
  )
}

/** In the log of who did what, their issues and interactions lose their ids; that somebody looked stays. */
async function eraseSubjects(
  client: Connection,
  scope: Scope,
  ids: readonly string[],
  known: readonly string[],
) {
  await list(
    client,
    sql`
    update audit_log set subject = null where workspace_id = ${scope}
      and (replace(subject, '-', '') = any(${ids}::text[]) or replace(subject, '-', '') in (
        select replace(id::text, '-', '') from issues where workspace_id = ${scope} and customer = any(${known}::text[])))`,
  )
}

async function eraseSearchTexts(client: Connection, scope: Scope, known: readonly string[]) {
  await list(
    client,
    sql`
    with erased as (
      delete from search_texts where workspace_id = ${scope} and identity = any(${known}::text[]) returning 1)
    update search_states set texts = texts - (select count(*) from erased) where workspace_id = ${scope}`,
  )
}

/** Shorter values would be found in rows of other people. */
const shortestTelling = 5

async function eraseSetAside(client: Connection, scope: Scope, known: readonly string[]) {
  const values = known.map((identity) => identity.slice(identity.indexOf(':') + 1))
  for (const value of values.filter(({ length }) => length >= shortestTelling)) {
    // Both sides are written out in ASCII, because a row that could not be read may be in any encoding.
    await list(
      client,
      sql`
      delete from set_aside where workspace_id = ${scope}
        and strpos(lower(encode(raw, 'escape')), lower(encode(convert_to(${value}, 'UTF8'), 'escape'))) > 0`,
    )
    await list(
      client,
      sql`
      update connectors set example = null where workspace_id = ${scope}
        and strpos(lower(encode(example, 'escape')), lower(encode(convert_to(${value}, 'UTF8'), 'escape'))) > 0`,
    )
  }
}
