import { sql } from 'kysely'
import { type InteractionId, interactionId } from '../core/base/ids.ts'
import type { Fact } from './interactions.ts'
import { type Connection, listOften } from './postgres/client.ts'
import { jsonLiteral } from './postgres/copy.ts'
import { writeTimestamp } from './postgres/timestamps.ts'
import { toRow } from './rows/interaction-row.ts'
import type { Scope } from './scope.ts'
import { shareOf } from './unread.ts'

/**
 * Saves what is new of a few facts with distinct ids, in one round trip where a COPY takes several: the keys decide, what
 * came after its own revision never counts, and what has words waits for search. As news, what is new is left for readings,
 * too. Returns the ids that nobody had before.
 */
export async function saveFew(
  client: Connection,
  scope: Scope,
  { facts, areNews }: { facts: readonly Fact[]; areNews: boolean },
): Promise<ReadonlySet<InteractionId>> {
  const told = facts.map((fact) => {
    const row = toRow(fact)
    return { ...row, digest: fact.digest, at: toTime(row.at), caseOpenedAt: toTime(row.caseOpenedAt) }
  })
  const rows = await listOften(
    client,
    sql<{ id: string }>`
    with told as (
      select * from jsonb_to_recordset(${jsonLiteral(told)}::jsonb) as t (
        id uuid, digest uuid, identity text, source text, "externalId" text, sequence bigint, at timestamptz,
        identities text[], "caseId" text, "caseOpenedAt" timestamptz, kind interaction_kind, side side, channel text,
        team text, agent text, text text, category text, rating float8, "durationSeconds" float8, attributes jsonb)),
    claimed as (
      insert into interaction_keys (workspace_id, id, digest, identity)
      select ${scope}, id, digest, identity from told order by id
      on conflict do nothing returning id),
    kept as (
      insert into interactions (workspace_id, identity, id, source, external_id, sequence, at, identities, case_id,
        case_opened_at, kind, side, channel, team, agent, text, category, rating, duration_seconds, attributes)
      select ${scope}, identity, id, source, "externalId", sequence, at, identities, "caseId",
        "caseOpenedAt", kind, side, channel, team, agent, text, category, rating, "durationSeconds", attributes
      from told join claimed using (id)),
    late as (
      insert into superseded (workspace_id, id)
      select ${scope}::int, r.root_id from claimed cross join lateral (
        select * from revisions x where x.workspace_id = ${scope} and x.root_id = claimed.id limit 1) r
      on conflict do nothing),
    news as (
      insert into unread (workspace_id, reading_id, interaction_id, identity, was_read, share)
      select ${scope}, r.id, t.id, t.identity, false, ${shareOf(sql`t.identity`)}
      from told t join claimed using (id) join readings r on r.workspace_id = ${scope} and not r.is_behind
      where ${areNews}
      on conflict do nothing),
    due as (
      insert into search_due (workspace_id, interactions, texts)
      select ${scope}, array_agg(id), count(*) from told join claimed using (id) where text is not null
      having count(*) > 0)
    select id from claimed`,
  )
  return new Set(rows.map(({ id }) => interactionId(id)))
}

function toTime(at: number | null): string | null {
  return at === null ? null : writeTimestamp(at)
}
