import { dayMs, toDay } from '../base/time.ts'
import { type Estimate, quantile } from './proof/measure-effect.ts'
import type { ProofSeries } from './proof/series.ts'

/** Seven days: what was, and since the change what would have been without it. */
export type EffectWeek = {
  readonly from: string
  readonly contacts: number
  readonly expected: Estimate | null
}

const weekDays = 7

/**
 * A daily series in weeks that are counted from the change, so that none lies on both sides of it; days left over at
 * either end are left out. Assumes a series by the day without gaps. Cost: O(days × paths).
 */
export function sumByWeek(
  { times, values, changeAt }: ProofSeries,
  paths: readonly Float64Array[] | null,
): EffectWeek[] {
  const first = changeAt % weekDays
  const weeks = Math.floor((values.length - first) / weekDays)
  return Array.from({ length: weeks }, (_, week) => {
    const from = first + week * weekDays
    const contacts = values.slice(from, from + weekDays).reduce<number>((sum, value) => sum + (value ?? 0), 0)
    const isForetold = from >= changeAt && from - changeAt + weekDays <= (paths?.[0]?.length ?? 0)
    const expected = paths === null || !isForetold ? null : expectedIn(paths, from - changeAt)
    return { from: toDay(times[from] ?? from * dayMs), contacts, expected }
  })
}

function expectedIn(paths: readonly Float64Array[], from: number): Estimate {
  const sums = paths.map((path) =>
    path.subarray(from, from + weekDays).reduce((sum, value) => sum + value, 0),
  )
  const sorted = Float64Array.from(sums).sort()
  return { value: quantile(sorted, 0.5), low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}
