import { compareText } from '../base/order.ts'
import { dayMs, type Instant } from '../base/time.ts'
import { randomFrom } from '../stats/random.ts'

/** Asked in one round: enough to hear more than one voice, few enough to be no survey. */
const mostAsked = 3

export type Round = { readonly number: number; readonly from: Instant; readonly until: Instant }

/**
 * The round in which reps are asked whether a guideline fits: the first begins one round after it went live. Null before, and
 * where its owner asks nobody. Cost: constant.
 */
export function roundAt(
  { roundWeeks, liveAt }: { readonly roundWeeks: number | null; readonly liveAt: Instant },
  now: Instant,
): Round | null {
  if (roundWeeks === null) return null
  const lengthMs = roundWeeks * 7 * dayMs
  const number = Math.floor((now - liveAt) / lengthMs)
  if (number < 1) return null
  return { number, from: liveAt + number * lengthMs, until: liveAt + (number + 1) * lengthMs }
}

/**
 * Who is asked in a round, of those who worked the cause before it began: few at a time, in an order drawn by lot once for each
 * guideline, so that everybody is asked before anybody is asked again, not only those who speak up by themselves.
 * Assumes names without duplicates; the order in which they come in does not matter. While the same people work the cause, the
 * turns are exact; somebody who joins or leaves moves them. Cost: O(n log n).
 * Example: of five people, rounds 1, 2 and 3 ask two, two and two: the fifth and, again, the first.
 */
export function askedIn(
  names: readonly string[],
  { guideline, number }: { readonly guideline: number; readonly number: number },
): readonly string[] {
  const drawn = draw(names.toSorted(compareText), guideline)
  const many = Math.min(mostAsked, Math.ceil(drawn.length / 2))
  return Array.from({ length: many }, (_, place) => drawn[((number - 1) * many + place) % drawn.length] ?? '')
}

/** Fisher and Yates' shuffle, the same for the same guideline. */
function draw(names: readonly string[], seed: number): readonly string[] {
  const random = randomFrom(seed, 0)
  const drawn = [...names]
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = drawn[last] ?? ''
    drawn[last] = drawn[other] ?? ''
    drawn[other] = held
  }
  return drawn
}
