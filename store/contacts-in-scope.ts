import { type RawBuilder, sql } from 'kysely'
import { type Client, findOne, list } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

/** Contacts that a change touches: any of the causes, any of the channels, and for each attribute any of its values. */
export type TouchedContacts = {
  readonly causes: readonly string[]
  readonly channels: readonly string[]
  readonly segments: readonly { readonly attribute: string; readonly value: string }[]
}

export type DayCount = { readonly day: string; readonly cause: string; readonly contacts: number }

/** Contacts of the current reading a UTC day and cause; days without any are left out. */
export async function listDayCounts(
  client: Client,
  scope: Scope,
  touched: TouchedContacts,
): Promise<DayCount[]> {
  return list(
    client,
    sql<DayCount>`
    select to_char(at, 'YYYY-MM-DD') as day, cause_id as cause, count(*) as contacts
    from contacts c where ${sql.join([...conditions(scope, touched), sql`at is not null`], sql` and `)}
    group by 1, 2 order by 1, 2`,
  )
}

export async function countTouched(client: Client, scope: Scope, touched: TouchedContacts): Promise<number> {
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(*) from contacts c where ${sql.join(conditions(scope, touched), sql` and `)}`,
  )
  return row?.count ?? 0
}

function conditions(scope: Scope, { causes, channels, segments }: TouchedContacts): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [inReading(scope), sql`cause_id = any(${[...causes]}::text[])`]
  if (channels.length > 0) all.push(sql`channel = any(${[...channels]}::text[])`)
  for (const [attribute, values] of Map.groupBy(segments, (segment) => segment.attribute)) {
    all.push(
      hasAttribute(
        attribute,
        values.map(({ value }) => value),
      ),
    )
  }
  return all
}

/** Of a contact `c`: whether the interaction that opened it has one of these values. */
export function hasAttribute(attribute: string, values: readonly string[]): RawBuilder<unknown> {
  return sql`exists (select from interactions i
    where i.workspace_id = c.workspace_id and i.identity = c.identity and i.id = c.id
      and i.attributes ->> ${attribute} = any(${[...values]}::text[]))`
}
