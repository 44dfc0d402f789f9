import { sql } from 'kysely'
import type { CauseId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import { type Client, type Connection, list } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

/** A step as it was kept; what it says is the caller's own document. */
export type StoredStep = {
  readonly sequence: number
  readonly issueId: string
  readonly step: unknown
  readonly actor: unknown
  readonly at: Instant
}

/** Where the work on an issue stands, for the queue. */
export type DeskSummary = {
  readonly holder: string | null
  readonly heldUntil: Instant | null
  readonly dueAt: Instant | null
  readonly handedTo: string | null
  readonly hasAnswered: boolean
  readonly isClosed: boolean
  readonly closedAt: Instant | null
  /** When something happens by itself about it next. */
  readonly nextDueAt: Instant | null
}

/** Holds an issue until the transaction ends, so that two people take their steps one after the other. */
export async function holdDeskIssue(client: Connection, scope: Scope, issue: string): Promise<void> {
  await list(
    client,
    sql`
    insert into desk_issues (workspace_id, issue_id) values (${scope}, ${issue}) on conflict do nothing`,
  )
  await list(
    client,
    sql`select from desk_issues where workspace_id = ${scope} and issue_id = ${issue} for update`,
  )
}

/** Adds a step behind those there are. Call it while the issue is held. */
export async function addStep(
  client: Connection,
  scope: Scope,
  { issue, step, actor, at }: { issue: string; step: unknown; actor: unknown; at: Instant },
): Promise<void> {
  await list(
    client,
    sql`
    insert into desk_steps (workspace_id, issue_id, step, actor, at)
    values (${scope}, ${issue}, ${JSON.stringify(step)}::jsonb, ${JSON.stringify(actor)}::jsonb, ${new Date(at)})`,
  )
}

export async function saveDeskSummary(
  client: Connection,
  scope: Scope,
  { issue, summary, at }: { issue: string; summary: DeskSummary; at: Instant },
): Promise<void> {
  const { holder, heldUntil, dueAt, handedTo, hasAnswered, isClosed, closedAt, nextDueAt } = summary
  await list(
    client,
    sql`
    update desk_issues set holder = ${holder}, held_until = ${toDate(heldUntil)}, due_at = ${toDate(dueAt)},
      handed_to = ${handedTo}, has_answered = ${hasAnswered}, is_closed = ${isClosed},
      closed_at = ${toDate(closedAt)}, next_due_at = ${toDate(nextDueAt)}, changed_at = ${new Date(at)}
    where workspace_id = ${scope} and issue_id = ${issue}`,
  )
}

/** Issues about which something has happened by itself by now, the longest ago first. */
export async function listDueIssues(client: Client, scope: Scope, now: Instant): Promise<string[]> {
  const rows = await list(
    client,
    sql<{ id: string }>`
    select issue_id as id from desk_issues where workspace_id = ${scope} and next_due_at <= ${new Date(now)}
    order by next_due_at limit 100`,
  )
  return rows.map(({ id }) => id)
}

/** Workspaces in which something happens by itself by then, or whose story has a clock of its own. */
export async function listAllDueWorkspaces(client: Client, now: Instant): Promise<number[]> {
  const rows = await list(
    client,
    sql<{ id: number }>`
    select w.id from workspaces w cross join lateral (
      select next_due_at from desk_issues d where d.workspace_id = w.id and next_due_at is not null
      order by next_due_at limit 1) next
    where w.is_demo or next.next_due_at <= ${new Date(now)}`,
  )
  return rows.map(({ id }) => id)
}

/** Notes when something happens by itself next. Call it while the issue is held. */
export async function postponeDeadlines(
  client: Connection,
  scope: Scope,
  { issue, until }: { issue: string; until: Instant | null },
): Promise<void> {
  await list(
    client,
    sql`
    update desk_issues set next_due_at = ${toDate(until)} where workspace_id = ${scope} and issue_id = ${issue}`,
  )
}

/** The steps taken about any of these contacts, in the order in which they were kept. */
export async function listSteps(
  client: Client,
  scope: Scope,
  issues: readonly string[],
): Promise<StoredStep[]> {
  return list(
    client,
    sql<StoredStep>`
    select sequence, issue_id as "issueId", step, actor, at from desk_steps
    where workspace_id = ${scope} and issue_id = any(${issues}::uuid[]) order by sequence`,
  )
}

function toDate(at: Instant | null): Date | null {
  return at === null ? null : new Date(at)
}

/** The latest understandings and what customers said to them, oldest first: what the score of them is counted over. */
export async function listRecentSteps(client: Client, scope: Scope): Promise<StoredStep[]> {
  const rows = await list(
    client,
    sql<StoredStep>`
    select sequence, issue_id as "issueId", step, actor, at from desk_steps
    where workspace_id = ${scope}
      and step ->> 'kind' in ('understandingShared', 'understandingConfirmed', 'understandingCorrected')
    order by sequence desc limit 2000`,
  )
  return rows.toReversed()
}

/** Issues in which a need was settled ahead, and those of them whose customer came about it all the same. */
export type AheadOutcome = { readonly settled: number; readonly cameBack: number }

/**
 * What became of each need that was settled ahead in issues of a cause, where the 30 days after it are over. Issues that have become part
 * of others since are left out.
 */
export async function listAheadOutcomes(
  client: Client,
  scope: Scope,
  { cause, before }: { readonly cause: CauseId; readonly before: Instant },
): Promise<ReadonlyMap<string, AheadOutcome>> {
  const rows = await list(
    client,
    sql<AheadOutcome & { need: string }>`
    with ahead as (
      select issue_id, step ->> 'cause' as need, min(at) as at from desk_steps
      where workspace_id = ${scope} and step ->> 'kind' = 'solvedAhead' and step ? 'cause' and at < ${new Date(before)}
      group by 1, 2)
    select a.need, count(*) as settled,
      count(*) filter (where exists (
        select from contacts c where ${inReading(scope)} and c.customer = i.customer and c.cause_id = a.need
          and c.at > a.at and c.at < a.at + interval '30 days')) as "cameBack"
    from ahead a join (select id, customer from issues where ${inReading(scope)} and cause_id = ${cause}) i on i.id = a.issue_id
    group by a.need`,
  )
  return new Map(rows.map(({ need, ...outcome }) => [need, outcome]))
}
