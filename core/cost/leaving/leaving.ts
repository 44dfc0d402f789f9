/** What a difference in leaving rests on: whether customers with and without the cause can be held against each other. */
export type Overlap = {
  readonly withCause: number
  readonly withoutCause: number
  /** How many customers the weighted comparison is worth. */
  readonly effectiveWithout: number
  /** Customers with the cause for whom no one alike was found; left out. */
  readonly unmatched: number
  /** Largest difference left in anything known before, in standard deviations; before and after matching. */
  readonly worstBefore: number
  readonly worstAfter: number
  readonly worstTrait: string
}

/** How many more of a hundred customers leave with the cause than without it, all known before being equal. */
export type Leaving = {
  readonly difference: number
  readonly standardError: number
  readonly low: number
  readonly high: number
  /** Share of customers with the cause who left. */
  readonly leftWith: number
  /** Share of customers without it who left: as they are, and matched. */
  readonly leftWithout: number
  readonly leftMatched: number
  /** Days after which it was looked whether they had left; null where the records carry no times. */
  readonly windowDays: number | null
  readonly overlap: Overlap
}
