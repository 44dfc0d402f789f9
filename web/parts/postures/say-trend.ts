import type { PostureGroupJson } from '../../../contract/report.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { formatShare } from '../../ui/format.ts'

type KnownPosture = Exclude<PostureGroupJson['posture'], { cannotSay: string }>

/** Where a group is heading; a difference that chance could make is said to be none. */
export function sayTrend(trend: KnownPosture['trend']): string {
  if (!isKnown(trend)) return `Cannot say: ${trend.cannotSay}`
  const { earlier, later, difference } = trend
  const shares = `${formatShare(earlier.value)} in the earlier half, ${formatShare(later.value)} in the later`
  if (difference.low > 0) return `Rising: ${shares}`
  return difference.high < 0 ? `Falling: ${shares}` : `No clear change: ${shares}`
}
