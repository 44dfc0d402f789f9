import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import type { Outcome } from '../core/desk/rank-options.ts'
import { findBroken, type Limit } from '../core/guidelines/limits.ts'
import { type Client, type Connection, findOne, list } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

export type StoredGrant = {
  readonly id: string
  readonly key: string
  readonly issueId: string
  readonly guidelineId: number
  readonly version: number
  readonly optionId: string
  readonly cost: number
  readonly person: string
  readonly exceptionId: string | null
  readonly at: Instant
}

const selected = sql`select id, key, issue_id as "issueId", guideline_id as "guidelineId", version,
  option_id as "optionId", cost, person, exception_id as "exceptionId", at from grants`

/**
 * Draws on all limits of a grant, or on none: returns the first that it would break. The rows are held until the
 * transaction ends, in the order of the limits, so that no two grants can pass a limit together, on however many servers.
 */
export async function drawOnLimits(
  client: Connection,
  scope: Scope,
  limits: readonly Limit[],
): Promise<Limit | null> {
  const drawn = new Map<string, number>()
  for (const { key } of limits) {
    if (key === '') continue
    await list(
      client,
      sql`insert into grant_limits (workspace_id, key) values (${scope}, ${key}) on conflict do nothing`,
    )
    const row = await findOne(
      client,
      sql<{ drawn: number }>`
      select drawn from grant_limits where workspace_id = ${scope} and key = ${key} for update`,
    )
    drawn.set(key, row?.drawn ?? 0)
  }
  const broken = findBroken(limits, (key) => drawn.get(key) ?? 0)
  if (broken !== null) return broken
  for (const { key, takes } of limits) {
    if (key === '') continue
    await list(
      client,
      sql`update grant_limits set drawn = drawn + ${takes} where workspace_id = ${scope} and key = ${key}`,
    )
  }
  return null
}

export async function addGrant(client: Connection, scope: Scope, grant: StoredGrant): Promise<void> {
  const { id, key, issueId, guidelineId, version, optionId, cost, person, exceptionId, at } = grant
  await list(
    client,
    sql`
    insert into grants (workspace_id, id, key, issue_id, guideline_id, version, option_id, cost, person, exception_id, at)
    values (${scope}, ${id}, ${key}, ${issueId}, ${guidelineId}, ${version}, ${optionId}, ${cost}, ${person},
      ${exceptionId}, ${new Date(at)})`,
  )
}

/** What was given for a key; a request that comes twice is answered with it. */
export async function findGrantByKey(client: Client, scope: Scope, key: string): Promise<StoredGrant | null> {
  return findOne(client, sql<StoredGrant>`${selected} where workspace_id = ${scope} and key = ${key}`)
}

/** All that was granted on these issues, newest first. */
export async function listGrants(
  client: Client,
  scope: Scope,
  issues: readonly string[],
): Promise<StoredGrant[]> {
  return list(
    client,
    sql<StoredGrant>`${selected} where workspace_id = ${scope} and issue_id = any(${issues}::uuid[]) order by at desc, id`,
  )
}

/** Per customer who was granted anything since, how often. */
export async function countGrantsByCustomer(client: Client, scope: Scope, since: Instant): Promise<number[]> {
  const rows = await list(
    client,
    sql<{ count: number }>`
    select count(*) as count from grants g
    join interaction_keys k on k.workspace_id = g.workspace_id and k.id = g.issue_id
    left join identities d on d.workspace_id = k.workspace_id and d.identity = k.identity
    where g.workspace_id = ${scope} and g.at >= ${new Date(since)} group by coalesce(d.customer, k.identity)`,
  )
  return rows.map(({ count }) => count)
}

/**
 * What became of each option of a guideline, of grants whose 30 days are over: settled when the customer did not come
 * back about the same cause within them, confirmed when they said so at the desk. An issue that has become part of another
 * since is found by the contact that opened it.
 */
export async function listOutcomes(
  client: Client,
  scope: Scope,
  { guideline, before }: { guideline: number; before: Instant },
): Promise<ReadonlyMap<string, Outcome>> {
  const rows = await list(
    client,
    sql<Outcome & { option: string }>`
    with given as (
      select option_id, issue_id, at from grants
      where workspace_id = ${scope} and guideline_id = ${guideline} and at < ${new Date(before)}
    ), standing as (
      select id, customer, cause_id from issues where ${inReading(scope)} and id in (select issue_id from given)
    ), merged as (
      select k.id, coalesce(d.customer, k.identity) as customer from interaction_keys k
      left join identities d on d.workspace_id = k.workspace_id and d.identity = k.identity
      where k.workspace_id = ${scope} and k.id in (select issue_id from given except select id from standing)
    ), known as (
      select * from standing union all
      select merged.id, merged.customer, contact.cause_id from merged cross join lateral (
        select cause_id from contacts where ${inReading(scope)}
          and contacts.customer = merged.customer and contacts.id = merged.id) contact
    )
    select g.option_id as option, count(*) as given,
      count(*) filter (where not exists (
        select from contacts where ${inReading(scope)} and contacts.customer = known.customer
          and contacts.cause_id is not distinct from known.cause_id and contacts.at > g.at
          and contacts.at < g.at + interval '30 days')) as settled,
      count(*) filter (where exists (
        select from desk_steps s where s.workspace_id = ${scope} and s.issue_id = g.issue_id
          and s.step ->> 'kind' = 'solutionConfirmed' and s.at > g.at)) as confirmed
    from given g join known on known.id = g.issue_id
    group by g.option_id`,
  )
  return new Map(rows.map(({ option, ...outcome }) => [option, outcome]))
}
