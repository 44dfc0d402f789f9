import { cannotSay, type Known } from '../base/cannot-say.ts'
import type { Share } from '../base/figure.ts'
import { dayMs, type Instant, minuteMs, toDay } from '../base/time.ts'
import { bareTree, placeIn } from '../stats/sum-trees.ts'
import { wilson } from '../stats/wilson.ts'

/** How many contacts were followed by another within a window; see docs/method/returns.md. */
export type Return = {
  readonly windowDays: number
  readonly contacts: number
  readonly followed: number
  /** Contacts whose whole window lies inside the data's period. */
  readonly observed: number
  readonly followedObserved: number
  readonly share: Known<Share>
}

/** Starts at the contact, ends at the next one; `minutesToFollower` is null when there is none. */
export type Followable = { readonly at: Instant; readonly minutesToFollower: number | null }

/** Contacts of each UTC day, and under each window's days those that were followed within it. */
export type FollowedDays = Record<string, Record<string, number>>

/**
 * Adds a contact to its day; "within W" is strictly less than W x 24 h.
 * Assumes: a contact of a known customer. Cost: O(windows).
 */
export function addFollowed(
  days: FollowedDays,
  { at, minutesToFollower }: Followable,
  windowsDays: readonly number[],
): void {
  const day = placeIn(days, toDay(at), () => startDay(windowsDays))
  day.contacts = (day.contacts ?? 0) + 1
  for (const windowDays of windowsDays) {
    if (isFollowed(minutesToFollower, windowDays)) day[windowDays] = (day[windowDays] ?? 0) + 1
  }
}

function startDay(windowsDays: readonly number[]): Record<string, number> {
  const day = bareTree<Record<string, number>>()
  for (const name of ['contacts', ...windowsDays]) day[name] = 0
  return day
}

function isFollowed(minutesToFollower: number | null, windowDays: number): boolean {
  return minutesToFollower !== null && Math.round(minutesToFollower * minuteMs) < windowDays * dayMs
}

/** Starts of the UTC days in which windows end to be observed: whole days tell everything but these. */
export function edgeDays(windowsDays: readonly number[], periodEnd: Instant): readonly Instant[] {
  const starts = windowsDays.map((windowDays) => startOfDay(periodEnd - windowDays * dayMs))
  return [...new Set(starts)].sort((left, right) => left - right)
}

/**
 * Sums the days up for each window.
 * Assumes: `periodEnd` is the start of the data's last contact; `edge` holds all contacts of the edge days.
 * Refuses: a share where no window is wholly observed. Cost: O(windows x (days + edge)).
 */
export function sumReturns(
  days: FollowedDays,
  {
    windowsDays,
    periodEnd,
    edge,
  }: { windowsDays: readonly number[]; periodEnd: Instant; edge: readonly Followable[] },
): readonly Return[] {
  const all = Object.entries(days)
  return windowsDays.map((windowDays) => {
    const until = periodEnd - windowDays * dayMs
    const before = all.filter(([day]) => day < toDay(until))
    const onEdge = edge.filter(({ at }) => at >= startOfDay(until) && at <= until)
    const followedOnEdge = onEdge.filter((contact) => isFollowed(contact.minutesToFollower, windowDays))
    const count = {
      windowDays,
      contacts: sumOf(all, 'contacts'),
      followed: sumOf(all, String(windowDays)),
      observed: sumOf(before, 'contacts') + onEdge.length,
      followedObserved: sumOf(before, String(windowDays)) + followedOnEdge.length,
    }
    return { ...count, share: shareOf(count) }
  })
}

function startOfDay(at: Instant): Instant {
  return Math.floor(at / dayMs) * dayMs
}

function sumOf(days: readonly (readonly [string, Record<string, number>])[], name: string): number {
  return days.reduce((sum, [, day]) => sum + (day[name] ?? 0), 0)
}

function shareOf(count: { followedObserved: number; observed: number; windowDays: number }): Known<Share> {
  return (
    wilson(count.followedObserved, count.observed) ??
    cannotSay(`no contact has ${count.windowDays} days of data after it`)
  )
}
