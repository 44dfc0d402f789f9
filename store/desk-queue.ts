import { sql } from 'kysely'
import type { CustomerId, IssueId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import { type Client, findOne, list } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

/** An issue that may need someone: its customer spoke last, or something was begun about it at the desk. */
export type QueueCandidate = {
  readonly id: IssueId
  readonly customer: CustomerId
  /** Null when nobody spoke. */
  readonly spokeLast: 'customer' | 'company' | null
  /** Something was done about it at the desk, and it is not closed. */
  readonly isBegun: boolean
  /** When it was closed, where the customer spoke again since; null where it is not. */
  readonly closedAt: Instant | null
  readonly holder: string | null
  readonly heldUntil: Instant | null
  readonly dueAt: Instant | null
  readonly handedTo: string | null
  readonly hasAnswered: boolean
  readonly isUndelivered: boolean
}

/** Most issues are answered, so that many more are looked at than wait. */
const lookedAtForOne = 10

/**
 * Issues of the last 30 days that wait: as many of the newest whose customer spoke last, also since it was closed, and of
 * those begun at the desk and not closed. Cost: grows with `most`, not with the history.
 */
export async function listQueueCandidates(
  client: Client,
  scope: Scope,
  { now, most }: { now: Instant; most: number },
): Promise<QueueCandidate[]> {
  return list(
    client,
    sql<QueueCandidate>`
    with recent as (
      select id, customer from issues where ${inReading(scope)} and has_customer
        and coalesce(last_at, '-infinity') <= ${new Date(now)}
        and coalesce(last_at, '-infinity') > ${new Date(now)}::timestamptz - interval '30 days'
      order by coalesce(last_at, '-infinity') desc, id desc limit ${most * lookedAtForOne}
    ), begun as (
      select issue_id from desk_issues where workspace_id = ${scope} and not is_closed and changed_at > '-infinity'
      order by changed_at desc limit ${most}
    ), known as (
      select id, customer from recent
      union select id, customer from issues where ${inReading(scope)} and id in (select issue_id from begun)
    )
    select known.id, known.customer, last.side as "spokeLast", 
      coalesce(d.changed_at > '-infinity' and not d.is_closed, false) as "isBegun",
      case when d.is_closed then d.closed_at end as "closedAt",
      d.holder, d.held_until as "heldUntil", d.due_at as "dueAt", d.handed_to as "handedTo",
      coalesce(d.has_answered, false) as "hasAnswered",
      coalesce((select a.state in ('failed', 'unclear', 'returned') from answers a
        where a.workspace_id = ${scope} and a.issue_id = known.id order by a.written_at desc limit 1), false) as "isUndelivered"
    from known
    left join desk_issues d on d.workspace_id = ${scope} and d.issue_id = known.id
    left join lateral (
      select said.side, said.at from (
        select known.customer::text as identity union all
        select identity from identities where workspace_id = ${scope} and customer = known.customer) own
      cross join lateral (
        select i.side, i.at, i.sequence from interactions i
        where i.workspace_id = ${scope} and i.identity = own.identity and i.kind in ('message', 'call', 'visit')
          and i.at <= ${new Date(now)} order by i.at desc, i.sequence desc limit 1) said
      order by said.at desc, said.sequence desc limit 1) last on true
    where case when coalesce(d.is_closed, false) then last.side = 'customer' and last.at > d.closed_at
      else last.side = 'customer' or d.changed_at > '-infinity' end
    order by coalesce(d.changed_at > '-infinity', false) desc, last.at desc nulls last, known.id limit ${2 * most}`,
  )
}

/** When an invented company's records end, and when they were loaded; null for a real one, or while nothing is read. */
export async function findStoryTime(
  client: Client,
  scope: Scope,
): Promise<{ readonly endedAt: Instant; readonly loadedAt: Instant } | null> {
  return findOne(
    client,
    sql<{ endedAt: Instant; loadedAt: Instant }>`
    select w.created_at as "loadedAt", newest.at as "endedAt" from workspaces w, lateral (
      select last_at as at from issues where ${inReading(scope)}
      order by coalesce(last_at, '-infinity') desc, id desc limit 1) newest
    where w.id = ${scope} and w.is_demo and newest.at is not null`,
  )
}

/** The issue of a case's latest contact, by the number that the other help desk gave it. */
export async function findIssueOfCase(
  client: Client,
  scope: Scope,
  { case: number, source }: { readonly case: string; readonly source?: string | undefined },
): Promise<string | null> {
  const row = await findOne(
    client,
    sql<{ issue: string | null }>`
    with owner as (
      select source, coalesce(identity, 'case:' || source || '/' || case_id) as identity from cases
      where workspace_id = ${scope} and case_id = ${number} and (${source ?? null}::text is null or source = ${source ?? null})
    )
    select issue_id as issue from contacts c where ${inReading(scope)} and case_id = ${number}
      and customer in (
        select identity from owner union
        select i.customer from identities i join owner o on o.identity = i.identity where i.workspace_id = ${scope})
      and source in (select source from owner) and issue_id is not null
    order by coalesce(at, '-infinity') desc limit 1`,
  )
  return row?.issue ?? null
}
