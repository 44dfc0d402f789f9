import { sql } from 'kysely'
import type { CauseId } from '../core/base/ids.ts'
import { type Connection, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** Contacts of a cause in a week, with one of the wanted values; null for any other. */
export type WeekOfValue = {
  readonly attribute: string
  readonly value: string | null
  readonly week: string
  readonly cause: CauseId | null
  readonly contacts: number
}

/** Contacts of a cause in a week that bear a mark. */
export type WeekOfMark = Omit<WeekOfValue, 'attribute' | 'value'> & { readonly mark: string }

type Wanted = { readonly attribute: string; readonly value: string }

const week = sql`to_char(date_trunc('week', c.at at time zone 'UTC'), 'YYYY-MM-DD')`

/** Of all contacts with a time that have one of the attributes, in one pass; `channel` and `team` are attributes too. */
export async function listValueWeeks(
  client: Connection,
  scope: Scope,
  { readingId, wanted }: { readonly readingId: number; readonly wanted: readonly Wanted[] },
): Promise<WeekOfValue[]> {
  const attributes = wanted.map(({ attribute }) => attribute)
  const values = wanted.map(({ value }) => value)
  return list(
    client,
    sql<WeekOfValue>`
    with wanted as (select * from unnest(${attributes}::text[], ${values}::text[]) w (attribute, value))
    select a.attribute, w.value, ${week} as week, c.cause_id as cause, count(*) as contacts
    from contacts c
    join interactions i on i.workspace_id = c.workspace_id and i.identity = c.identity and i.id = c.id
    cross join (select distinct attribute from wanted) n
    cross join lateral (select n.attribute, coalesce(i.attributes ->> n.attribute,
      case n.attribute when 'channel' then c.channel when 'team' then c.first_team end) as value) a
    left join wanted w on w.attribute = a.attribute and w.value = a.value
    where c.workspace_id = ${scope} and c.reading_id = ${readingId} and c.at is not null and a.value is not null
    group by 1, 2, 3, 4`,
  )
}

export async function listMarkWeeks(
  client: Connection,
  scope: Scope,
  { readingId, marks }: { readonly readingId: number; readonly marks: readonly string[] },
): Promise<WeekOfMark[]> {
  return list(
    client,
    sql<WeekOfMark>`
    select m.mark, ${week} as week, c.cause_id as cause, count(*) as contacts
    from contacts c cross join lateral unnest(c.marks) m (mark)
    where c.workspace_id = ${scope} and c.reading_id = ${readingId} and c.at is not null
      and m.mark = any(${[...marks]}::text[])
    group by 1, 2, 3`,
  )
}
