import { cannotSay, isKnown, type Known } from '../base/cannot-say.ts'
import type { Share } from '../base/figure.ts'
import { compareText } from '../base/order.ts'
import { type Difference, differenceOfShares } from '../stats/difference-of-shares.ts'
import { wilson } from '../stats/wilson.ts'
import type { Posture } from './signal.ts'

/** Messages by posture, by the month they were written in; without a time under the empty name. */
export type PostureMonths = Readonly<Record<string, Readonly<Record<Posture, number>>>>

/** How a group's messages treat customers: shares of all its messages, and how the first moved over time. */
export type GroupPosture = {
  readonly messages: number
  readonly outsideIn: Share
  readonly insideOut: Share
  readonly trend: Known<PostureTrend>
}

/** Outside-in in the earlier half of the months and in the later, and how far they lie apart. */
export type PostureTrend = { readonly earlier: Share; readonly later: Share; readonly difference: Difference }

export const leastMessages = 30
export const leastPeople = 3

/**
 * The posture of a team, or of the answers to a cause, with 95 % intervals, and its trend.
 * Assumes: messages are independent; the months are those of one group. `people` is how many wrote them, 0 when unknown.
 * Refuses: fewer than 30 messages; fewer than three people, because that would be about persons; a trend without two
 * months, or with fewer than 30 messages in either half. Method: docs/method/signals.md. Cost: linear in the months.
 */
export function postureOfGroup(months: PostureMonths, people: number): Known<GroupPosture> {
  const total = sumPostures(Object.values(months))
  const messages = countMessages(total)
  if (messages < leastMessages)
    return cannotSay(`there are fewer than ${leastMessages} messages to read it from`)
  if (people > 0 && people < leastPeople)
    return cannotSay(
      `fewer than ${leastPeople} people wrote these messages, so it would be about single persons`,
    )
  const outsideIn = wilson(total.outsideIn, messages)
  const insideOut = wilson(total.insideOut, messages)
  if (outsideIn === null || insideOut === null) return cannotSay('there are no messages to read it from')
  return { messages, outsideIn, insideOut, trend: trendOf(months) }
}

function trendOf(months: PostureMonths): Known<PostureTrend> {
  const dated = Object.keys(months)
    .filter((month) => month !== '')
    .sort(compareText)
  if (dated.length < 2) return cannotSay('the messages lie within one month')
  const middle = Math.floor(dated.length / 2)
  const earlier = shareIn(months, dated.slice(0, middle))
  const later = shareIn(months, dated.slice(middle))
  if (!isKnown(earlier)) return earlier
  if (!isKnown(later)) return later
  return { earlier, later, difference: differenceOfShares(later, earlier) }
}

function shareIn(months: PostureMonths, names: readonly string[]): Known<Share> {
  const total = sumPostures(names.flatMap((name) => months[name] ?? []))
  const messages = countMessages(total)
  const share = messages < leastMessages ? null : wilson(total.outsideIn, messages)
  return share ?? cannotSay(`one half of the time has fewer than ${leastMessages} messages`)
}

function sumPostures(counts: readonly Readonly<Record<Posture, number>>[]): Record<Posture, number> {
  const total = noPostures()
  for (const count of counts) {
    total.outsideIn += count.outsideIn
    total.insideOut += count.insideOut
    total.both += count.both
    total.neither += count.neither
  }
  return total
}

export function noPostures(): Record<Posture, number> {
  return { outsideIn: 0, insideOut: 0, both: 0, neither: 0 }
}

function countMessages({ outsideIn, insideOut, both, neither }: Readonly<Record<Posture, number>>): number {
  return outsideIn + insideOut + both + neither
}
