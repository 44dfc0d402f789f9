import type { Review } from '../../../contract/review.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import type { ReviewAsk } from '../../../core/signals/corrections/order-review.ts'

/** What a reviewer can be asked, as a choice. */
export const asks: Readonly<Record<ReviewAsk, string>> = {
  unsure: 'Least sure, most customers',
  lot: 'By lot, to measure',
  whole: 'Whole messages, to learn',
  second: 'A second opinion',
}

type Comparison = NonNullable<Review['signals'][number]['comparison']>

/** Whether there is anything to say of how well a signal is read. */
export function isJudged({ judged, recall, comparison }: Review['signals'][number]): boolean {
  return judged > 0 || isKnown(recall) || comparison !== null
}

/** Which method reads a signal, and why that one. */
export function sayComparison({ isUsed, cues, learned, low, high, labels }: Comparison): string {
  const by = isUsed ? 'What people taught' : 'Cues'
  const difference = `${low.toFixed(2)} to ${high.toFixed(2)}`
  return `${by}: F1 ${learned.toFixed(2)} taught, ${cues.toFixed(2)} by cues (difference ${difference}) on ${labels} messages held back`
}
