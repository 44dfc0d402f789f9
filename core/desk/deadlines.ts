import type { Instant } from '../base/time.ts'
import type { Asked, DeskState } from './follow.ts'

/** Something that happens by itself when nobody did anything in time. */
export type Deadline =
  | { readonly kind: 'exception'; readonly at: Instant; readonly exception: Asked }
  | { readonly kind: 'promise'; readonly at: Instant; readonly what: string }
  | { readonly kind: 'handOver'; readonly at: Instant; readonly to: string }
  /** So many days of silence after closing are over. */
  | { readonly kind: 'silence'; readonly at: Instant }

/**
 * All that is still to happen by itself about an issue, the earliest first. What the clock has said once is not among it any
 * more, so that taking the first and keeping its step comes to an end. A deadline is an instant; no time zone moves it.
 * Equal instants go in the order exception, promise, hand-over, silence. Cost: linear.
 */
export function listDeadlines(state: DeskState): readonly Deadline[] {
  const { exceptions, promises, relay, closing } = state
  const leg = relay.at(-1)
  const found: Deadline[] = [
    ...exceptions
      .filter(({ answer }) => answer === null)
      .map((exception) => ({ kind: 'exception', at: exception.due, exception }) as const),
    ...promises
      .filter(({ isKept, isOverdue }) => !isKept && !isOverdue)
      .map(({ what, due }) => ({ kind: 'promise', at: due, what }) as const),
  ]
  if (leg?.state === 'waiting' && !leg.isOverdue) found.push({ kind: 'handOver', at: leg.due, to: leg.to })
  if (closing.kind === 'closed' && closing.silence === 'watched') {
    found.push({ kind: 'silence', at: closing.until })
  }
  return found.sort((left, right) => left.at - right.at)
}
