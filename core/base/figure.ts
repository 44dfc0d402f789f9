import type { Known } from './cannot-say.ts'

/** A share between 0 and 1 with its 95 % interval and the number of things it was counted over. */
export type Share = {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly n: number
}

/** A range of belief: what we would expect, and what we would be surprised to leave. */
export type Range = { readonly low: number; readonly mid: number; readonly high: number }

/** The list that holds the evidence behind a figure, as the query that selects it. */
export type Trail = {
  readonly list: 'issues' | 'contacts' | 'cases' | 'causes' | 'interactions'
  readonly filter: Readonly<Record<string, string>>
}

/** A number that may be shown: with unit, interval, count and the way to its evidence. Or why there is none. */
export type Figure = {
  readonly value: Known<number>
  readonly unit: 'count' | 'share' | 'money' | 'days' | 'minutes'
  readonly low: number | null
  readonly high: number | null
  readonly n: number | null
  readonly trail: Trail | null
}
