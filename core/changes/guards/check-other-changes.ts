import type { Instant } from '../../base/time.ts'
import { firstLook } from '../proof/measure-effect.ts'
import { sayTime } from '../proof/say-verdict.ts'
import type { ProofSeries } from '../proof/series.ts'
import type { Guard } from '../proof/verdict.ts'

export type OtherChange = { readonly name: string; readonly at: Instant }

/** Two changes that touch the same series at the same time cannot be told apart. */
export function checkOtherChanges(
  { times, changeAt, rhythm }: ProofSeries,
  others: readonly OtherChange[] | null,
): Guard {
  if (others === null) {
    return {
      name: 'otherChanges',
      status: 'notApplicable',
      sentence: 'Whether something else changed at the time is for you to know.',
    }
  }
  const from = times[Math.max(0, changeAt - firstLook[rhythm])] ?? 0
  const to = times.at(-1) ?? 0
  const near = others.filter(({ at }) => at >= from && at <= to)
  const [first] = near
  if (first === undefined) {
    return {
      name: 'otherChanges',
      status: 'passed',
      sentence: 'Nothing else that touches it changed at the time.',
    }
  }
  const more = near.length > 1 ? ` and ${near.length - 1} more` : ''
  return {
    name: 'otherChanges',
    status: 'failed',
    sentence: `“${first.name}”${more} changed on ${sayTime(first.at, 'day')} and touches the same, so the two cannot be told apart`,
  }
}
