import type { Report } from '../../contract/report.ts'
import { cannotSay } from '../../core/base/cannot-say.ts'
import { dayMs, type Instant, toIso } from '../../core/base/time.ts'
import type { NextNeed } from '../../core/causes/next-needs/find-next-needs.ts'
import { leastDays } from '../../core/causes/tree/new-causes.ts'
import type { FollowedIssues } from './follow-issues.ts'

type Names = ReadonlyMap<string, string>
type Period = { readonly firstAt: Instant | null; readonly lastAt: Instant | null }

export function newCausesOf(
  { newCauses }: FollowedIssues,
  names: Names,
  { firstAt, lastAt }: Period,
): Report['newCauses'] {
  if (firstAt === null || lastAt === null || lastAt - firstAt < leastDays * dayMs)
    return cannotSay(`the records cover less than ${leastDays} days, so nothing can be told to be new`)
  return newCauses.map(({ cause, since, customers }) => ({
    id: cause,
    name: names.get(cause) ?? cause,
    since: toIso(since),
    customers,
  }))
}

export function nextNeedsOf({ nextNeeds }: FollowedIssues, names: Names): Report['nextNeeds'] {
  return nextNeeds.map((need) => toNextNeedJson(need, names))
}

function toNextNeedJson(need: NextNeed, names: Names) {
  const { cause, next, followed, contacts, share, lift, examples } = need
  return {
    cause: { id: cause, name: names.get(cause) ?? cause },
    next: { id: next, name: names.get(next) ?? next },
    followed,
    share,
    lift,
    contacts,
    examples: [...examples],
  }
}
