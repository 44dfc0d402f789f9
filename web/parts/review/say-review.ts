import type { ReviewAsk } from '../../../core/signals/corrections/order-review.ts'

/** What a reviewer can be asked, as a choice. */
export const asks: Readonly<Record<ReviewAsk, string>> = {
  unsure: 'Least sure, most customers',
  lot: 'By lot, to measure',
  whole: 'Whole messages, to learn',
  second: 'A second opinion',
}
