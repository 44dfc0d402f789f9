import { sql } from 'kysely'
import type { CustomerId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import { eraseEndpointAnswers } from './endpoint-answers.ts'
import { eraseDesk } from './erase-desk.ts'
import { findKnown, isAsideOf, type Known, namesThem, removeRowsOf } from './person.ts'
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
 * A set-aside row is about a person when it contradicts one of their interactions, or holds one of their identities as it
 * is written there; a telephone number written with other spaces is not recognised. Call it in a transaction; uploaded files
 * are the caller's.
 */
export async function erasePerson(client: Connection, scope: Scope, customer: CustomerId): Promise<Erased> {
  const person = await findKnown(client, scope, customer)
  const known = person.identities
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
  await eraseDesk(client, scope, ids)
  await eraseSearchTexts(client, scope, person)
  await eraseEndpointAnswers(client, scope, ids)
  await eraseSubjects(client, scope, person)
  await removeRowsOf(client, scope, person)
  await list(client, sql`delete from set_aside where workspace_id = ${scope} and ${isAsideOf(person)}`)
  await list(
    client,
    sql`update connectors set example = null where workspace_id = ${scope} and ${namesThem('example', person)}`,
  )
  return { interactions: ids.length, mustReadAgain: quoting.length > 0 }
}

/**
 * Erases the interactions before a time, whoever's they are, with what people said of them. The current reading counts them
 * still: it is marked, so that it is made anew and not brought up to date. Call it in a transaction.
 */
export async function eraseOlder(client: Connection, scope: Scope, before: Instant): Promise<number> {
  const erased = await list(
    client,
    sql<{ id: string }>`
    delete from interactions where workspace_id = ${scope} and at < ${new Date(before)} returning id`,
  )
  if (erased.length === 0) return 0
  const ids = erased.map(({ id }) => id)
  await eraseRulings(client, scope, ids)
  await eraseDesk(client, scope, ids)
  await eraseEndpointAnswers(client, scope, ids)
  await eraseSearchTexts(client, scope, { identities: [], ids })
  await removeRowsOf(client, scope, { identities: [], ids })
  await eraseRulingsOfNobody(client, scope)
  await list(client, sql`update readings set is_behind = true where workspace_id = ${scope}`)
  return ids.length
}

/** What was ruled of identities that no fact names any more. */
async function eraseRulingsOfNobody(client: Connection, scope: Scope): Promise<void> {
  await list(
    client,
    sql`
    delete from identity_rulings r where workspace_id = ${scope} and exists (
      select from unnest(array[r.one, r.other]) as named (identity)
      where not exists (select from interactions i where i.workspace_id = ${scope} and i.identity = named.identity)
        and not exists (
          select from identity_links l where l.workspace_id = ${scope} and named.identity in (l.one, l.other)))`,
  )
}

/** Returns the ids of the interactions that were erased. */
async function eraseFacts(client: Connection, scope: Scope, known: readonly string[]): Promise<string[]> {
  const erased = await list(
    client,
    sql<{ id: string }>`
    delete from interactions where workspace_id = ${scope} and identity = any(${known}::text[]) returning id`,
  )
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

/** In the log of who did what, their issues and interactions lose their ids; that somebody looked stays. */
async function eraseSubjects(client: Connection, scope: Scope, { ids }: Known) {
  await list(
    client,
    sql`
    update audit_log set subject = null
    where workspace_id = ${scope} and replace(subject, '-', '') = any(${ids}::text[])`,
  )
}

/** Search counts its texts, and has a list of those that it has not read yet. */
async function eraseSearchTexts(client: Connection, scope: Scope, { identities, ids }: Known) {
  await list(
    client,
    sql`
    with erased as (
      delete from search_texts where workspace_id = ${scope}
        and (identity = any(${identities}::text[]) or interaction_id = any(${ids}::uuid[])) returning 1)
    update search_states set texts = texts - (select count(*) from erased) where workspace_id = ${scope}`,
  )
  await list(
    client,
    sql`
    update search_due d set interactions = left_over.ids, texts = cardinality(left_over.ids)
    from (select id, array(select i from unnest(interactions) i where i <> all(${ids}::uuid[])) as ids
      from search_due where workspace_id = ${scope} and interactions && ${ids}::uuid[]) left_over
    where d.workspace_id = ${scope} and d.id = left_over.id`,
  )
}
