import type { ReviewAsk } from '../../../core/signals/corrections/order-review.ts'

/** What a reviewer can be asked, as a choice. */
export const asks: Readonly<Record<ReviewAsk, string>> = {
  unsure: 'Where the reading is least sure and most customers are concerned',
  lot: 'Signals drawn by lot, to measure',
  whole: 'Whole messages drawn by lot, to learn from',
  second: 'What others have judged, to compare',
}
