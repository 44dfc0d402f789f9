import { type RawBuilder, sql } from 'kysely'

/**
 * Of a contact `c`: whether it has one of these values of an attribute, counted as core/causes/tally-customer.ts does: an
 * attribute of the interaction that opened it, its channel, or the team that first took its case on.
 */
export function hasAttribute(attribute: string, values: readonly string[]): RawBuilder<boolean> {
  const wanted = sql`any(${[...values]}::text[])`
  const named = sql<boolean>`exists (select from interactions i
    where i.workspace_id = c.workspace_id and i.identity = c.identity and i.id = c.id
      and i.attributes ->> ${attribute} = ${wanted})`
  if (attribute === 'channel') return sql<boolean>`(c.channel = ${wanted} or ${named})`
  return attribute === 'team'
    ? sql<boolean>`(coalesce(c.first_team, ${firstTeam}) = ${wanted} or ${named})`
    : named
}

/** For readings that did not keep it: of the opener's own case from then on, in the order of the records. */
const firstTeam = sql`(select i.team from interactions i
  where i.workspace_id = c.workspace_id and i.identity = c.identity and i.team is not null
    and (i.id = c.id or (i.source = c.source and i.case_id = c.case_id and i.at >= c.at))
  order by i.at nulls last, i.sequence, i.id limit 1)`
