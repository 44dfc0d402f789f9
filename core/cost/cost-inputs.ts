import type { Known } from '../base/cannot-say.ts'
import type { Range } from '../base/figure.ts'
import type { CauseId } from '../base/ids.ts'
import type { Assumption } from './assumption.ts'
import type { Leaving } from './leaving/leaving.ts'
import type { FollowOn } from './volume/follow-on.ts'

/** Contacts of one kind, and how long those took whose length is on record. */
export type Handled = {
  readonly contacts: number
  readonly timed: number
  readonly seconds: number
  readonly squares: number
}

export type ChannelLoad = { readonly channel: string; readonly firsts: Handled; readonly repeats: Handled }

/** What the records show of one cause. */
export type CauseLoad = {
  readonly id: CauseId
  readonly name: string
  readonly contacts: number
  /** Contacts that are not the first of their issue; 0 where issues are not known. */
  readonly repeats: number
  readonly handOffs: number
  /** Sum over issues of the square of their contacts: how unlike each other issues are. */
  readonly contactSquares: number
  readonly channels: readonly ChannelLoad[]
  /** How long its contacts take against those of all causes by the same channels; 1 where that is not known. */
  readonly length: number
  /** First contacts by week, from the Monday of the history's first week on. */
  readonly weeks: readonly number[]
  /** Causes that bring issues of this one. Kept estimates of before have none. */
  readonly follows?: readonly FollowOn[] | undefined
  readonly leaving: Known<Leaving>
}

/** What the records show: a reading, in numbers that the cost can be computed from anywhere. */
export type CostHistory = {
  /** First and last day with a contact, `2026-06-30`. */
  readonly from: string
  readonly to: string
  /** First contacts by weekday, Monday first. */
  readonly weekdays: readonly number[]
  readonly causes: readonly CauseLoad[]
}

/**
 * All that a cost rests on: a plain value. Kept with a decision, it gives the same estimate for good.
 */
export type CostInputs = {
  readonly history: CostHistory
  /** Ids of the causes that are added up; all where it is left out. The others still tell what to expect of these. */
  readonly only?: readonly string[] | undefined
  readonly assumptions: readonly Assumption[]
  readonly months: number
  readonly currency: string
  readonly seed: number
  readonly draws: number
}

export const defaultDraws = 10_000
export const defaultMonths = 12

/** Where the money goes; `handling` and `handOffs` are working time, the last two nothing unless somebody enters them. */
export const costLines = ['handling', 'handOffs', 'goodwill', 'lost', 'silent', 'wordOfMouth'] as const
export type CostLine = (typeof costLines)[number]

export type VolumePattern = 'flat' | 'trend' | 'newLevel' | 'season' | 'trendAndSeason'

export type CauseCost = Range & {
  readonly id: CauseId
  readonly name: string
  /** Expected over the horizon. */
  readonly contacts: number
  readonly issues: number
  readonly pattern: VolumePattern
  /** How its volume was projected, in a sentence. */
  readonly projection: string
  /** The middle of each line. */
  readonly lines: Readonly<Record<CostLine, number>>
  /** Customers who will leave because of it. */
  readonly customersLost: Known<Range>
}

/** What the whole would be with one assumption at its low and at its high, all else in the middle. */
export type Swing = {
  readonly name: string
  readonly meaning: string
  readonly low: number
  readonly high: number
}

export type CostEstimate = Range & {
  readonly currency: string
  readonly months: number
  readonly byCause: readonly CauseCost[]
  /** The dearest causes together, up to ten: nearer together than their lows and their highs added up. */
  readonly dearest: Range & { readonly causes: number }
  readonly lines: readonly (Range & { readonly line: CostLine })[]
  /** Why a line is missing from the sum. */
  readonly unsaid: readonly { readonly line: CostLine; readonly cannotSay: string }[]
  /** Cost so far after each month. */
  readonly fan: readonly (Range & { readonly month: number })[]
  /** What each week without a change costs, over the first month. */
  readonly weekOfDelay: Range
  readonly swings: readonly Swing[]
  readonly simulation: {
    readonly seed: number
    readonly draws: number
    /** Standard error of low, middle and high that comes from drawing, in money. */
    readonly error: Range
  }
  readonly assumptions: readonly Assumption[]
}
