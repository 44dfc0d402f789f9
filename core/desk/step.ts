import type { Instant } from '../base/time.ts'
import type { Default, Minor } from '../guidelines/guideline.ts'
import type { Fit } from '../guidelines/objection.ts'

/** An option as it is put before a customer. */
export type Offer = { readonly id: string; readonly gives: string; readonly say: string }

/** What a customer is given, and under which guideline; null for a rep's own option outside any. */
export type Given = {
  readonly id: string
  readonly gives: string
  readonly cost: Minor
  readonly guideline: number
  readonly version: number
}

export type HandOver = {
  /** The next owner, by name or team. */
  readonly to: string
  readonly reason: string
  readonly tried: string
  /** What the customer was promised; empty when nothing. */
  readonly promised: string
  /** By when the next owner takes it up. */
  readonly due: Instant
}

/** One step at the desk. Kept for good: nothing is edited, what changes one's mind is another step. */
export type DeskStep =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'released' }
  | { readonly kind: 'wished'; readonly text: string }
  | { readonly kind: 'lived'; readonly text: string; readonly evidence: readonly string[] }
  | {
      readonly kind: 'hoped'
      readonly feel: string
      readonly think: string
      readonly act: string
      /** They said so, or we believe so and they will confirm it. */
      readonly known: 'asked' | 'believed'
    }
  | { readonly kind: 'understandingShared'; readonly text: string }
  | { readonly kind: 'understandingConfirmed' }
  | { readonly kind: 'understandingCorrected'; readonly text: string }
  | { readonly kind: 'optionsOffered'; readonly offers: readonly Offer[] }
  | { readonly kind: 'optionChosen'; readonly option: string }
  | { readonly kind: 'somethingElseAsked'; readonly text: string }
  | { readonly kind: 'granted'; readonly grant: string; readonly given: Given; readonly because: string }
  | {
      readonly kind: 'exceptionAsked'
      readonly exception: string
      readonly given: Given
      readonly because: string
      readonly approver: string
      readonly due: Instant
      readonly byDefault: Default
    }
  | {
      readonly kind: 'exceptionAnswered'
      readonly exception: string
      readonly answer: Default
      readonly reason: string
      /** Nobody answered in time, and the guideline's default holds. */
      readonly isDefault: boolean
    }
  | { readonly kind: 'promised'; readonly what: string; readonly due: Instant }
  | { readonly kind: 'promiseKept'; readonly what: string }
  | ({ readonly kind: 'handedOver' } & HandOver)
  | { readonly kind: 'handOverAccepted' }
  | { readonly kind: 'handOverReturned'; readonly reason: string }
  | {
      readonly kind: 'solvedAhead'
      readonly need: string
      readonly cause?: string | undefined
      readonly how: string
    }
  | {
      readonly kind: 'objected'
      readonly objection: string
      readonly guideline: number
      readonly fit: Fit
      readonly word: string
    }
  | { readonly kind: 'answerSent'; readonly text: string; readonly channel: string }
  | { readonly kind: 'promiseOverdue'; readonly what: string }
  | { readonly kind: 'handOverOverdue'; readonly to: string }
  | { readonly kind: 'closed'; readonly solved: string; readonly promised: string }
  /** The days over which silence is watched are over, and whether they came back about it within them. */
  | { readonly kind: 'silenceEnded'; readonly cameBack: boolean }
  | { readonly kind: 'solutionConfirmed' }
  | { readonly kind: 'reopened'; readonly reason: string }

export type DeskStepKind = DeskStep['kind']

/** Who took a step: someone of the company, an agent with a key, the customer by their link, or the clock. */
export type Actor =
  | {
      readonly kind: 'person'
      readonly name: string
      /** Whose account it was, where people sign in: a name can be changed, an account can’t. */
      readonly account?: string | undefined
    }
  | { readonly kind: 'agent'; readonly name: string }
  | { readonly kind: 'customer' }
  | { readonly kind: 'clock' }

export type DeskEvent = { readonly step: DeskStep; readonly by: Actor; readonly at: Instant }

/** As it stands on the timeline. */
export function sayActor(by: Actor): string {
  switch (by.kind) {
    case 'person':
      return by.name
    case 'agent':
      return `${by.name} (agent)`
    case 'customer':
      return 'The customer'
    case 'clock':
      return 'The clock'
  }
}
