import { dayMs, hourMs, type Instant, minuteMs } from '../../core/base/time.ts'
import type { Random } from '../../core/stats/random.ts'
import { between, chance, pickWeighted } from '../random.ts'

const opensHour = 8
const closesHour = 20

/** Share of contacts by weekday, Sunday first: Mondays are full, Sundays quiet. */
export const weekdayWeights = [3, 19, 16, 15, 15, 16, 8] as const

/** A moment of the day on which a customer would write or call. */
export function wakingMoment(day: Instant, random: Random): Instant {
  const midnight = Math.floor(day / dayMs) * dayMs
  const hour = pickWeighted(random, hours, (each) => hourWeight(each))
  return midnight + hour * hourMs + between(random, 0, 59) * minuteMs + between(random, 0, 59) * 1000
}

/** A day of the story, with Mondays likelier than Sundays. */
export function likelyDay(from: Instant, days: number, random: Random): Instant {
  for (;;) {
    const day = from + random() * days * dayMs
    const weight = weekdayWeights[new Date(day).getUTCDay()] ?? 0
    if (chance(random, weight / 19)) return day
  }
}

/** The same moment, or the next in which somebody of the company is at work: Monday to Saturday, eight to eight. */
export function nextOpen(at: Instant, random: Random): Instant {
  let open = at
  for (;;) {
    const midnight = Math.floor(open / dayMs) * dayMs
    const hour = (open - midnight) / hourMs
    const isSunday = new Date(open).getUTCDay() === 0
    if (!isSunday && hour >= opensHour && hour < closesHour - 0.5) return open
    const isEarly = !isSunday && hour < opensHour
    open = midnight + (isEarly ? 0 : dayMs) + opensHour * hourMs + Math.floor(random() * 90 * minuteMs)
  }
}

const hours = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22] as const

function hourWeight(hour: number): number {
  if (hour < 8 || hour > 20) return 2
  return hour < 12 ? 8 : hour < 17 ? 6 : 5
}
