import { sql } from 'kysely'
import { type Connection, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'
import { cameByApi, type SetAside } from './set-aside.ts'

/** What was told by the API and could not be kept as a fact. */
export type SetAsideByApi = Omit<SetAside, 'file' | 'line'> & {
  /** The id of the fact that it contradicts; null where it could not be read. */
  readonly contradicts: string | null
}

/** Where it came from, as lists and exports say it in the place of a file's name. */
const toldByApi = 'told by the API'

/**
 * Sets aside what was told, each bytes once however often they are told, and of a workspace no more than `most` that are
 * still open. Returns the positions of those that are kept, now or from before. One statement: alone, or part of a
 * transaction. What is kept at the same time elsewhere is not counted yet, so that `most` is a bound on growth, not a number.
 */
export async function saveSetAsideByApi(
  client: Connection,
  scope: Scope,
  { rows, most }: { readonly rows: readonly SetAsideByApi[]; readonly most: number },
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set()
  // In the order of the digests, two at once cannot wait for one another.
  const kept = await list(
    client,
    sql<{ position: number }>`
    with given as (
      select r.*, sha256(raw) as digest from unnest(${rows.map(({ reason }) => reason)}::text[],
        ${rows.map(({ detail }) => detail)}::text[], ${rows.map(({ raw }) => Buffer.from(raw))}::bytea[],
        ${rows.map(({ contradicts }) => contradicts)}::uuid[]) with ordinality as r (reason, detail, raw, contradicts, position)),
    known as (
      select digest from given g where exists (
        select from set_aside where workspace_id = ${scope} and ${cameByApi} and sha256(raw) = g.digest)),
    new as (
      select * from (select distinct on (digest) * from given order by digest, position) g
      where digest not in (select digest from known) order by position
      limit (select greatest(0, ${most} - count(*)) from set_aside
        where workspace_id = ${scope} and ${cameByApi} and state = 'open')),
    saved as (
      insert into set_aside (workspace_id, file, reason, detail, raw, contradicts, state)
      select ${scope}, ${toldByApi}, reason, detail, raw, contradicts, 'open' from new order by digest
      on conflict do nothing)
    select position - 1 as position from given
    where digest in (select digest from known union all select digest from new)`,
  )
  return new Set(kept.map(({ position }) => position))
}
