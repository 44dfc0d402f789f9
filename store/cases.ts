import { sql } from 'kysely'
import { type CaseId, type Identity, identityOf } from '../core/base/ids.ts'
import { type Connection, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type WantedCase = {
  readonly source: string
  readonly caseId: CaseId
  /** Whom a row of the case names; null when it names nobody. */
  readonly identity: Identity | null
}

type OwnerRow = { source: string; caseId: string; identity: string | null }

/**
 * Whose each case is: the first customer seen in it, for good. Answers in the order asked.
 * A case that had no customer gets the first one that comes.
 */
export async function resolveCases(
  client: Connection,
  scope: Scope,
  wanted: readonly WantedCase[],
): Promise<(Identity | null)[]> {
  const cases = new Map<string, WantedCase>()
  for (const one of wanted) {
    const key = keyOf(one)
    if (!cases.get(key)?.identity) cases.set(key, one)
  }
  const owners = await listOwners(client, scope, [...cases.values()])
  const news = [...cases].filter(([key, { identity }]) => {
    const owner = owners.get(key)
    return owner === undefined || (owner === null && identity !== null)
  })
  const settled = await saveOwners(
    client,
    scope,
    news.map(([, one]) => one),
  )
  return wanted.map((one) => settled.get(keyOf(one)) ?? owners.get(keyOf(one)) ?? null)
}

function keyOf({ source, caseId }: { source: string; caseId: string }): string {
  return `${source}\u0000${caseId}`
}

function toMap(rows: readonly OwnerRow[]): Map<string, Identity | null> {
  return new Map(rows.map((row) => [keyOf(row), row.identity === null ? null : identityOf(row.identity)]))
}

function unnested(cases: readonly WantedCase[]) {
  const sources = cases.map(({ source }) => source)
  const ids = cases.map(({ caseId }) => caseId)
  const identities = cases.map(({ identity }) => identity)
  return sql`unnest(${sources}::text[], ${ids}::text[], ${identities}::text[]) as w (source, case_id, identity)`
}

async function listOwners(client: Connection, scope: Scope, cases: readonly WantedCase[]) {
  if (cases.length === 0) return toMap([])
  return toMap(
    await list(
      client,
      sql<OwnerRow>`
      select c.source, c.case_id as "caseId", c.identity from ${unnested(cases)}
      join cases c on c.workspace_id = ${scope} and c.source = w.source and c.case_id = w.case_id`,
    ),
  )
}

/** In the order of keys, so that two imports cannot wait for one another. */
async function saveOwners(client: Connection, scope: Scope, cases: readonly WantedCase[]) {
  if (cases.length === 0) return toMap([])
  return toMap(
    await list(
      client,
      sql<OwnerRow>`
      insert into cases as c (workspace_id, source, case_id, identity)
      select ${scope}, w.source, w.case_id, w.identity from ${unnested(cases)} order by 2, 3
      on conflict (workspace_id, source, case_id) do update set identity = coalesce(c.identity, excluded.identity)
      returning source, case_id as "caseId", identity`,
    ),
  )
}
