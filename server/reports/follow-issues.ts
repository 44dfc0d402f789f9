import type { Known } from '../../core/base/cannot-say.ts'
import { causeId } from '../../core/base/ids.ts'
import { driversOfTally } from '../../core/causes/drivers/drivers-of-tally.ts'
import type { DatedDriver } from '../../core/causes/drivers/find-driver-onsets.ts'
import { findOnsets, type Onset } from '../../core/causes/drivers/find-onsets.ts'
import { countNextNeeds } from '../../core/causes/next-needs/count-next-needs.ts'
import { findNextNeeds, type NextNeed } from '../../core/causes/next-needs/find-next-needs.ts'
import type { LivedIssue } from '../../core/causes/next-needs/lived-issue.ts'
import { pools } from '../../core/causes/tallies/keep-items.ts'
import type { Life } from '../../core/causes/tallies/sample-lives.ts'
import type { Tally } from '../../core/causes/tally.ts'
import { findNewCauses, type NewCause } from '../../core/causes/tree/new-causes.ts'
import type { Leaving } from '../../core/cost/leaving/leaving.ts'
import { prepareLeaving } from '../../core/cost/leaving/prepare-leaving.ts'
import { listKeptItems } from '../../store/kept-items.ts'
import { streamLivedIssues } from '../../store/lived-issues.ts'
import type { Connection } from '../../store/postgres/client.ts'
import { findFollowed, saveFollowed } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { dateDrivers } from './date-drivers.ts'

/**
 * What is worked out now and then: what shows only when customers are followed from issue to issue and held against each
 * other, and the weeks from which on causes came up otherwise, which take a search through all weeks.
 */
export type FollowedIssues = {
  readonly onsets: readonly Onset[]
  readonly nextNeeds: readonly NextNeed[]
  readonly newCauses: readonly NewCause[]
  /** By cause: how many more customers leave with it than without. */
  readonly leaving: Readonly<Record<string, Known<Leaving>>>
  /** Since when drivers go with their causes; left out by earlier versions. */
  readonly datedDrivers?: readonly DatedDriver[]
}

export type ToFollow = {
  readonly readingId: number
  readonly tally: Tally
}

/** Follows every customer up to the last contact of all, and keeps what was found. */
export async function followIssues(
  client: Connection,
  scope: Scope,
  { readingId, tally: { counts, lastAt } }: ToFollow,
): Promise<FollowedIssues> {
  const until = lastAt ?? 0
  const needs = countNextNeeds(until)
  const fresh = findNewCauses(until)
  for await (const issues of byCustomer(streamLivedIssues(client, scope, readingId))) {
    needs.add(issues)
    fresh.add(issues)
  }
  const leavingOf = prepareLeaving(await listLives(client, scope, readingId), until)
  const followed = {
    onsets: onsetsOf(counts),
    nextNeeds: findNextNeeds(needs.result()),
    newCauses: fresh.result(),
    leaving: Object.fromEntries(
      Object.keys(counts.loads.byCause).map((cause) => [cause, leavingOf(causeId(cause))]),
    ),
    datedDrivers: await dateDrivers(client, scope, { readingId, drivers: driversOfTally(counts) }),
  }
  await saveFollowed(client, scope, { id: readingId, followed })
  return followed
}

function onsetsOf({ weeks, causes }: Tally['counts']): readonly Onset[] {
  return findOnsets({
    weeks: Object.fromEntries(Object.entries(weeks).map(([week, { contacts }]) => [week, contacts])),
    causes: Object.entries(causes).map(([id, cause]) => ({ id: causeId(id), weeks: cause.weeks })),
  })
}

async function listLives(client: Connection, scope: Scope, readingId: number): Promise<readonly Life[]> {
  const kept = await listKeptItems(client, scope, { readingId, prefix: 'life ', most: pools['life '].asked })
  return kept.flatMap(({ item }) => (isLife(item) ? [item] : []))
}

/** As followed last; null before the first time. */
export async function lastFollowed(
  client: Connection,
  scope: Scope,
  readingId: number,
): Promise<FollowedIssues | null> {
  const followed = await findFollowed(client, scope, readingId)
  return isFollowed(followed) ? followed : null
}

// Written by ourselves only: what a document is is told by the name that only it has.

function isLife(item: unknown): item is Life {
  return typeof item === 'object' && item !== null && 'leftAt' in item
}

function isFollowed(document: unknown): document is FollowedIssues {
  return typeof document === 'object' && document !== null && 'onsets' in document
}

async function* byCustomer(
  batches: AsyncIterable<readonly LivedIssue[]>,
): AsyncGenerator<readonly LivedIssue[]> {
  let open: LivedIssue[] = []
  for await (const batch of batches) {
    for (const issue of batch) {
      if (open[0] !== undefined && open[0].customer !== issue.customer) {
        yield open
        open = []
      }
      open.push(issue)
    }
  }
  if (open.length > 0) yield open
}
