import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { hasAttribute } from './has-attribute.ts'
import { type Client, findOne, list } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

/** Contacts that a change touches: any of the causes, any of the channels, and for each attribute any of its values. */
export type TouchedContacts = {
  readonly causes: readonly string[]
  readonly channels: readonly string[]
  readonly segments: readonly { readonly attribute: string; readonly value: string }[]
}

/** Contacts of the current reading a UTC day; days without any are left out. */
export async function listDailyContacts(
  client: Client,
  scope: Scope,
  touched: TouchedContacts,
): Promise<{ day: string; contacts: number }[]> {
  return list(
    client,
    sql<{ day: string; contacts: number }>`
    select to_char(at, 'YYYY-MM-DD') as day, count(*) as contacts
    from contacts c where ${sql.join([...conditions(scope, touched), sql`at is not null`], sql` and `)}
    group by 1 order by 1`,
  )
}

export type ChannelCount = { readonly channel: string; readonly before: number; readonly after: number }

/** Contacts in each channel before an instant and since. */
export async function countChannels(
  client: Client,
  scope: Scope,
  { causes, at }: { causes: readonly string[]; at: Instant },
): Promise<ChannelCount[]> {
  const touched = { causes, channels: [], segments: [] }
  return list(
    client,
    sql<ChannelCount>`
    select coalesce(channel, '') as channel, count(*) filter (where at < ${new Date(at)}) as before,
      count(*) filter (where at >= ${new Date(at)}) as after
    from contacts c where ${sql.join(conditions(scope, touched), sql` and `)}
    group by 1 order by 1`,
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
