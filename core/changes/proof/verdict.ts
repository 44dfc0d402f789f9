import type { Instant } from '../../base/time.ts'
import type { Scale } from './fit-history.ts'
import type { EffectSoFar, Look } from './measure-effect.ts'
import type { Rhythm } from './series.ts'

/** Which way is good for the customer or the company: fewer contacts are, more sales are. */
export type Good = 'up' | 'down'

export type ProofSettings = {
  readonly good: Good
  /** A change within this share of what would have been is of no matter. */
  readonly materialShare: number
  /** `any`: somebody may look at each time for a year. `planned`: this one look was set before the change. */
  readonly look: 'any' | 'planned'
  readonly seed: number
}

export const defaultProof: ProofSettings = { good: 'down', materialShare: 0.02, look: 'any', seed: 1 }

/** The first look at which chance alone was no longer an explanation, and the effect up to then. */
export type ClearLook = Look & { readonly at: Instant }

export type Verdict =
  | { readonly kind: 'better'; readonly clear: ClearLook }
  | { readonly kind: 'worse'; readonly clear: ClearLook }
  | { readonly kind: 'noMaterialChange'; readonly materialShare: number }
  | { readonly kind: 'cannotSay'; readonly because: string }

export const guardNames = [
  'history',
  'gap',
  'otherChanges',
  'mix',
  'controls',
  'placebo',
  'settled',
  'leaveOneOut',
  'units',
] as const
export type GuardName = (typeof guardNames)[number]

/** A check that the verdict rests on. A failed one that matters turns the verdict into `cannotSay`. */
export type Guard = {
  readonly name: GuardName
  readonly status: 'passed' | 'failed' | 'notApplicable'
  readonly sentence: string
}

/** A verdict with all that it rests on. */
export type Judgement = {
  readonly verdict: Verdict
  readonly name: string
  readonly rhythm: Rhythm
  readonly good: Good
  readonly look: ProofSettings['look']
  /** First time of the history, the first with the change, the last one. */
  readonly from: Instant
  readonly changeAt: Instant
  readonly to: Instant
  readonly historyCount: number
  /** Null where nothing could be compared. */
  readonly effect: EffectSoFar | null
  readonly scale: Scale | null
  /** Share of belief in explanations that use each pattern or control. */
  readonly used: Readonly<Record<string, number>>
  readonly guards: readonly Guard[]
}
