import { type RawBuilder, sql } from 'kysely'
import { type CaseId, type CustomerId, type Identity, type IssueId, identityOf } from '../core/base/ids.ts'
import { type Client, type Connection, list } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import { type Counted, countFrom, listPage, type Order, type Page } from './postgres/page.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

export type WantedCase = {
  readonly source: string
  readonly caseId: CaseId
  /** Whom a row of the case names; null when it names nobody. */
  readonly identity: Identity | null
}

type OwnerRow = { source: string; caseId: string; identity: string | null }

export type ResolvedCases<Wanted extends WantedCase> = {
  /** In the order asked. */
  readonly owners: readonly (Identity | null)[]
  /** Cases whose customer came after some of their facts. */
  readonly late: readonly (Wanted & { readonly identity: Identity })[]
}

/**
 * Whose each case is: the first customer seen in it, for good.
 * A case that had no customer gets the first one that comes.
 */
export async function resolveCases<Wanted extends WantedCase>(
  client: Connection,
  scope: Scope,
  wanted: readonly Wanted[],
): Promise<ResolvedCases<Wanted>> {
  const cases = new Map<string, Wanted>()
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
  return {
    owners: wanted.map((one) => settled.get(keyOf(one)) ?? owners.get(keyOf(one)) ?? null),
    late: news.flatMap(([key, one]) => {
      const identity = owners.get(key) === null ? settled.get(key) : null
      return identity ? [{ ...one, identity }] : []
    }),
  }
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

/** A case that changed teams. */
export type CaseHandOffs = {
  readonly customer: CustomerId
  readonly source: string
  readonly caseId: CaseId
  readonly issueId: IssueId | null
  readonly interactions: number
  /** In the order of their first appearance. */
  readonly teams: readonly string[]
  readonly handOffs: number
  readonly isPingPong: boolean
}

const columns: Columns<CaseHandOffs> = {
  customer: 'text',
  source: 'text',
  caseId: 'text',
  issueId: 'text',
  interactions: 'number',
  teams: 'texts',
  handOffs: 'number',
  isPingPong: 'boolean',
}

/** Only cases with at least one hand-off. */
export async function saveCaseHandOffs(
  client: Connection,
  scope: Scope,
  { readingId, cases }: { readingId: number; cases: Iterable<CaseHandOffs> },
) {
  await copyInto(
    client,
    { table: 'case_hand_offs', columns, fixed: { workspaceId: scope, readingId } },
    cases,
  )
}

export type CaseFilter = { readonly pingPong?: 'yes' | undefined }

const selected = sql`select customer, source, case_id as "caseId", issue_id as "issueId", interactions, teams,
  hand_offs as "handOffs", is_ping_pong as "isPingPong" from case_hand_offs`

const separator = '\u001f'

const mostFirst: Order<CaseHandOffs> = {
  by: 'number',
  column: 'hand_offs',
  id: sql`(source || E'\\x1f' || case_id)`,
  idType: 'text',
  key: ({ handOffs, source, caseId }) => ({ value: handOffs, id: `${source}${separator}${caseId}` }),
}

/** Cases of the current reading that changed teams, most hand-offs first. */
export async function listHandedOffCases(
  client: Client,
  scope: Scope,
  { after, ...filter }: CaseFilter & { after?: string | undefined },
): Promise<Page<CaseHandOffs>> {
  return listPage(client, { select: selected, where: conditions(scope, filter), order: mostFirst, after })
}

export async function countHandedOffCases(
  client: Client,
  scope: Scope,
  filter: CaseFilter,
): Promise<Counted> {
  return countFrom(client, {
    table: 'case_hand_offs',
    within: [inReading(scope)],
    where: filter.pingPong ? [sql`is_ping_pong`] : [],
    order: mostFirst,
  })
}

function conditions(scope: Scope, { pingPong }: CaseFilter): RawBuilder<unknown>[] {
  return pingPong ? [inReading(scope), sql`is_ping_pong`] : [inReading(scope)]
}
