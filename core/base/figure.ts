/** A share between 0 and 1 with its 95 % interval and the number of things it was counted over. */
export type Share = {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly n: number
}

/** A range of belief: what we would expect, and what we would be surprised to leave. */
export type Range = { readonly low: number; readonly mid: number; readonly high: number }
