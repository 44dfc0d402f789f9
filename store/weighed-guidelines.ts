import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import type { PastException } from '../core/guidelines/weigh-exceptions.ts'
import { type Client, list } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

/** What came about a cause in a span, by the last contact of its issues. */
export type CauseLoad = {
  readonly cause: string
  readonly issues: number
  readonly contacts: number
  readonly customers: number
}

export async function listCauseLoads(
  client: Client,
  scope: Scope,
  { causes, from, to }: { causes: readonly string[]; from: Instant; to: Instant },
): Promise<CauseLoad[]> {
  return list(
    client,
    sql<CauseLoad>`
    select cause_id as cause, count(*) as issues, sum(contacts)::bigint as contacts,
      count(distinct customer) filter (where has_customer) as customers
    from issues where ${inReading(scope)} and cause_id = any(${causes}::text[])
      and coalesce(last_at, '-infinity') >= ${new Date(from)} and coalesce(last_at, '-infinity') < ${new Date(to)}
    group by cause_id`,
  )
}

/** Which cause each of these issues is about; what the reading does not know, or knows no cause of, is left out. */
export async function listCausesOf(
  client: Client,
  scope: Scope,
  issues: readonly string[],
): Promise<{ issue: string; cause: string }[]> {
  return list(
    client,
    sql<{ issue: string; cause: string }>`
    select replace(id::text, '-', '') as issue, cause_id as cause from issues
    where ${inReading(scope)} and id = any(${issues}::uuid[]) and cause_id is not null`,
  )
}

/**
 * Exceptions to a guideline that were answered before `now`, and whether the customer came back about the same cause within
 * 30 days of the answer; null while those are not over, or where the reading knows the issue no more.
 */
export async function listPastExceptions(
  client: Client,
  scope: Scope,
  { guideline, now }: { guideline: number; now: Instant },
): Promise<PastException[]> {
  return list(
    client,
    sql<PastException>`
    with answered as (
      select e.answer, e.issue_id, s.at from exceptions e join desk_steps s
        on s.workspace_id = e.workspace_id and s.issue_id = e.issue_id
        and s.step ->> 'kind' = 'exceptionAnswered' and s.step ->> 'exception' = replace(e.id::text, '-', '')
      where e.workspace_id = ${scope} and e.answer is not null and (e.given ->> 'guideline')::int = ${guideline}
    ), known as (
      select id, customer, cause_id from issues
      where ${inReading(scope)} and id in (select issue_id from answered))
    select a.answer, case when known.id is null or a.at + interval '30 days' > ${new Date(now)} then null
      else exists (
        select from contacts where ${inReading(scope)} and contacts.customer = known.customer
          and contacts.cause_id is not distinct from known.cause_id and contacts.at > a.at
          and contacts.at < a.at + interval '30 days') end as "cameBack"
    from answered a left join known on known.id = a.issue_id`,
  )
}

/** Who worked on issues of these causes before an instant, since another, and on which of them last. */
export async function listWhoWorked(
  client: Client,
  scope: Scope,
  { causes, from, to }: { causes: readonly string[]; from: Instant; to: Instant },
): Promise<{ name: string; issue: string }[]> {
  return list(
    client,
    sql<{ name: string; issue: string }>`
    select distinct on (s.actor ->> 'name') s.actor ->> 'name' as name, replace(s.issue_id::text, '-', '') as issue
    from desk_steps s
    where s.workspace_id = ${scope} and s.at >= ${new Date(from)} and s.at < ${new Date(to)}
      and s.actor ->> 'kind' = 'person'
      and s.issue_id in (
        select id from issues where ${inReading(scope)} and cause_id = any(${causes}::text[]))
    order by s.actor ->> 'name', s.sequence desc`,
  )
}
