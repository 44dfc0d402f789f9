import { type RawBuilder, sql } from 'kysely'
import { type CaseId, type CustomerId, type Identity, type IssueId, identityOf } from '../core/base/ids.ts'
import { type Client, type Connection, listOften } from './postgres/client.ts'
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

type OwnerRow = { source: string; caseId: string; identity: string | null; isLate: boolean }

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
  const rows = await settleOwners(client, scope, [...cases.values()])
  const owners = new Map(
    rows.map((row) => [keyOf(row), row.identity === null ? null : identityOf(row.identity)]),
  )
  return {
    owners: wanted.map((one) => owners.get(keyOf(one)) ?? null),
    late: rows.flatMap((row) => {
      const [key, one] = [keyOf(row), cases.get(keyOf(row))]
      const identity = owners.get(key)
      return row.isLate && one && identity ? [{ ...one, identity }] : []
    }),
  }
}

function keyOf({ source, caseId }: { source: string; caseId: string }): string {
  return `${source}\u0000${caseId}`
}

/**
 * Looks up whose the cases are and adds what is new, in one statement; a case that is known and needs nothing is only read.
 * In the order of keys, so that two imports cannot wait for one another.
 */
async function settleOwners(
  client: Connection,
  scope: Scope,
  cases: readonly WantedCase[],
): Promise<OwnerRow[]> {
  if (cases.length === 0) return []
  return listOften(
    client,
    sql<OwnerRow>`
    with wanted (source, case_id, identity) as (
      select * from unnest(${cases.map(({ source }) => source)}::text[], ${cases.map(({ caseId }) => caseId)}::text[],
        ${cases.map(({ identity }) => identity)}::text[])),
    known as (
      select c.source, c.case_id, c.identity from wanted w cross join lateral (
        select * from cases x
        where x.workspace_id = ${scope} and x.source = w.source and x.case_id = w.case_id limit 1) c),
    settled as (
      insert into cases as c (workspace_id, source, case_id, identity)
      select ${scope}, w.source, w.case_id, w.identity from wanted w left join known k using (source, case_id)
      where k.source is null or (k.identity is null and w.identity is not null) order by 2, 3
      on conflict (workspace_id, source, case_id) do update set identity = coalesce(c.identity, excluded.identity)
      returning source, case_id, identity)
    select w.source, w.case_id as "caseId", coalesce(s.identity, k.identity) as identity,
      k.source is not null and s.identity is not null as "isLate"
    from wanted w left join known k using (source, case_id) left join settled s using (source, case_id)`,
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
