import type { CauseId } from '../../base/ids.ts'
import type { NextNeed } from '../../causes/next-needs/find-next-needs.ts'

/** Another cause that brings issues of this one: so many for each of its own, beyond those that come anyway. */
export type FollowOn = { readonly after: CauseId; readonly share: number }

/**
 * Which causes bring issues of which others. When the one changes, so does what follows from it; its own weeks would show
 * that only long after. Assumes next needs, which leave out what may be chance.
 */
export function followOnsOf(
  needs: readonly Pick<NextNeed, 'cause' | 'next' | 'share' | 'shareOtherwise'>[],
): ReadonlyMap<CauseId, readonly FollowOn[]> {
  return new Map(
    [...Map.groupBy(needs, ({ next }) => next)].map(([next, own]) => [
      next,
      own.map(({ cause, share, shareOtherwise }) => ({ after: cause, share: share.value - shareOtherwise })),
    ]),
  )
}

/** Weeks before an issue's own in which the issue that brought it began. */
const weeksAfter = 4

/** Issues a week that other causes brought, as their own weeks let expect. */
export function weeksBrought(
  follows: readonly FollowOn[],
  weeksOf: (cause: CauseId) => readonly number[],
  weeks: number,
): number[] {
  return Array.from({ length: weeks }, (_, week) =>
    follows.reduce((sum, { after, share }) => {
      const before = weeksOf(after).slice(Math.max(0, week - weeksAfter + 1), week + 1)
      return sum + (share * before.reduce((all, count) => all + count, 0)) / Math.max(1, before.length)
    }, 0),
  )
}
