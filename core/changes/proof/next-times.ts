import { unreachable } from '../../base/invariant.ts'
import { dayMs, type Instant } from '../../base/time.ts'
import type { Rhythm } from './series.ts'

/** The time that follows, or that lies `steps` further on. */
export function addTimes(time: Instant, rhythm: Rhythm, steps: number): Instant {
  switch (rhythm) {
    case 'day':
      return time + steps * dayMs
    case 'week':
      return time + steps * 7 * dayMs
    case 'month':
      return addMonths(time, steps)
    case 'quarter':
      return addMonths(time, 3 * steps)
    case 'year':
      return addMonths(time, 12 * steps)
    case 'numbered':
      return time + steps
    default:
      return unreachable(rhythm)
  }
}

/** On the same day of the month, or its last. */
function addMonths(time: Instant, months: number): Instant {
  const date = new Date(time)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return first.getTime() + (Math.min(date.getUTCDate(), lastDay) - 1) * dayMs + (time % dayMs)
}
