import { sql } from 'kysely'
import { contactId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import type { Ruling } from '../core/causes/decisions/ruling.ts'
import { build, type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

type RulingRow = Omit<Ruling, 'contacts'> & {
  readonly contacts: readonly { readonly contact: string; readonly reason: string | null }[]
}

/** Call it in a transaction. */
export async function saveRuling(client: Connection, scope: Scope, ruling: Ruling): Promise<void> {
  const { id, content, contacts, reviewer, at } = ruling
  await list(
    client,
    build.insertInto('rulings').values({
      workspace_id: scope,
      id,
      content: JSON.stringify(content),
      reviewer,
      at: new Date(at),
    }),
  )
  await list(
    client,
    sql`
    insert into ruling_contacts (workspace_id, ruling_id, position, contact_id, reason)
    select ${scope}, ${id}, position, contact_id, reason
    from unnest(${contacts.map(({ contact }) => contact)}::uuid[], ${contacts.map(({ reason }) => reason)}::text[])
      with ordinality as c (contact_id, reason, position)`,
  )
}

/** True when there was such a ruling and it stood until now. */
export async function withdrawRuling(
  client: Client,
  scope: Scope,
  { id, by, at }: { id: string; by: string; at: Instant },
): Promise<boolean> {
  const rows = await list(
    client,
    sql`
    update rulings set withdrawn_by = ${by}, withdrawn_at = ${new Date(at)}
    where workspace_id = ${scope} and id = ${id} and withdrawn_at is null returning id`,
  )
  return rows.length > 0
}

/** All rulings that stand, oldest first. */
export async function listRulings(client: Client, scope: Scope): Promise<Ruling[]> {
  const rows = await list(
    client,
    sql<RulingRow>`
    select id, content, reviewer, at, (
      select coalesce(jsonb_agg(jsonb_build_object('contact', replace(c.contact_id::text, '-', ''), 'reason', c.reason)
        order by c.position), '[]')
      from ruling_contacts c where c.workspace_id = r.workspace_id and c.ruling_id = r.id) as contacts
    from rulings r where workspace_id = ${scope} and withdrawn_at is null order by sequence`,
  )
  return rows.map((row) => ({
    ...row,
    contacts: row.contacts.map(({ contact, reason }) => ({ contact: contactId(contact), reason })),
  }))
}

/** Changes with every ruling and every withdrawal. */
export async function countRulingsEver(client: Client, scope: Scope): Promise<number> {
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(*) + count(withdrawn_at) as count from rulings where workspace_id = ${scope}`,
  )
  return row?.count ?? 0
}
