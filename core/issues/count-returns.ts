import { cannotSay, type Known } from '../base/cannot-say.ts'
import type { Share } from '../base/figure.ts'
import { dayMs, type Instant, minuteMs } from '../base/time.ts'
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

export type ReturnCounter = { add(contact: Followable): void; result(): readonly Return[] }

/**
 * Counts contacts that were followed by another one within each window; "within W" is strictly less than W x 24 h.
 * Assumes: contacts of known customers; `periodEnd` is the start of the data's last contact.
 * Refuses: a share where no window is wholly observed. Cost: O(windows) a contact, no memory that grows.
 */
export function countReturns(windowsDays: readonly number[], periodEnd: Instant): ReturnCounter {
  const counts = windowsDays.map((windowDays) => ({
    windowDays,
    contacts: 0,
    followed: 0,
    observed: 0,
    followedObserved: 0,
  }))
  const add = ({ at, minutesToFollower }: Followable) => {
    for (const count of counts) {
      const windowMs = count.windowDays * dayMs
      const isFollowed = minutesToFollower !== null && Math.round(minutesToFollower * minuteMs) < windowMs
      const isObserved = at + windowMs <= periodEnd
      count.contacts += 1
      if (isFollowed) count.followed += 1
      if (isObserved) count.observed += 1
      if (isFollowed && isObserved) count.followedObserved += 1
    }
  }
  return { add, result: () => counts.map((count) => ({ ...count, share: shareOf(count) })) }
}

function shareOf(count: { followedObserved: number; observed: number; windowDays: number }): Known<Share> {
  return (
    wilson(count.followedObserved, count.observed) ??
    cannotSay(`no contact has ${count.windowDays} days of data after it`)
  )
}
