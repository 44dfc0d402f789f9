import type { CauseId } from '../base/ids.ts'

/** The reason that issues of one kind arise, in the customer's words. */
export type Cause = {
  readonly id: CauseId
  /** Reads well to a manager: a representative sentence of a customer, or the source's category. Unique in a tree. */
  readonly name: string
  readonly from: 'text' | 'category'
  /** A few phrases that set it apart, most telling first; empty for a category. */
  readonly words: readonly string[]
  /** A sentence for a manager, where an endpoint worded name and summary. */
  readonly summary?: string
}
