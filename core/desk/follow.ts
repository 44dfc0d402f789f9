import { dayMs, type Instant } from '../base/time.ts'
import type { Default } from '../guidelines/guideline.ts'
import {
  type Actor,
  type DeskEvent,
  type DeskStep,
  type Given,
  type HandOver,
  type Offer,
  sayActor,
} from './step.ts'

/** After a close without a word from the customer, silence is watched for this long. */
export const silenceDays = 30
/** A claim that nobody renews by a step lapses, so that a customer never waits for someone who went home. */
export const claimMs = 30 * 60_000

export type Understanding = {
  readonly wished: string | null
  readonly lived: { readonly text: string; readonly evidence: readonly string[] } | null
  readonly hoped: Extract<DeskStep, { kind: 'hoped' }> | null
  readonly shared: string | null
  /** What the customer said to it. */
  readonly state: 'notShared' | 'shared' | 'confirmed' | 'corrected'
  readonly correction: string | null
}

export type Asked = {
  readonly id: string
  readonly given: Given
  readonly because: string
  readonly asker: Actor
  readonly approver: string
  readonly due: Instant
  readonly byDefault: Default
  readonly answer: { readonly kind: Default; readonly reason: string; readonly isDefault: boolean } | null
}

export type Leg = HandOver & {
  readonly from: string
  readonly at: Instant
  readonly state: 'waiting' | 'accepted' | 'returned'
  readonly returnReason: string | null
  /** Its time passed before anybody took it up, and the clock said so. */
  readonly isOverdue: boolean
}

export type Promised = {
  readonly what: string
  readonly due: Instant
  readonly isKept: boolean
  /** Its time passed before it was kept, and the clock said so. */
  readonly isOverdue: boolean
}

export type Closing =
  /** Closed before, and not for the customer: what they say is still open. */
  | { readonly kind: 'open'; readonly reopened: string | null }
  /** The customer may still come back; `until` is the end of the 30 days. */
  | {
      readonly kind: 'closed'
      readonly solved: string
      readonly promised: string
      readonly until: Instant
      /** Watched until the clock says what came of it. */
      readonly silence: 'watched' | 'held' | 'broken'
    }
  | { readonly kind: 'confirmed'; readonly solved: string; readonly promised: string }

/** Where the work on an issue stands, from all that was done about it. */
export type DeskState = {
  readonly claim: { readonly by: string; readonly until: Instant } | null
  readonly understanding: Understanding
  readonly offers: readonly Offer[]
  readonly chosen: string | null
  readonly somethingElse: string | null
  readonly grants: readonly { readonly id: string; readonly given: Given; readonly at: Instant }[]
  readonly exceptions: readonly Asked[]
  readonly promises: readonly Promised[]
  /** The chain of hand-overs, oldest first. */
  readonly relay: readonly Leg[]
  readonly solvedAhead: readonly { readonly need: string; readonly how: string }[]
  readonly closing: Closing
}

export const nothingDone: DeskState = {
  claim: null,
  understanding: {
    wished: null,
    lived: null,
    hoped: null,
    shared: null,
    state: 'notShared',
    correction: null,
  },
  offers: [],
  chosen: null,
  somethingElse: null,
  grants: [],
  exceptions: [],
  promises: [],
  relay: [],
  solvedAhead: [],
  closing: { kind: 'open', reopened: null },
}

/** Where the work stands after these steps. Assumes them in the order in which they were kept. Cost: O(n). */
export function followSteps(events: readonly DeskEvent[]): DeskState {
  return events.reduce(follow, nothingDone)
}

/** A step of whoever holds the claim renews it. */
function follow(state: DeskState, event: DeskEvent): DeskState {
  const next = afterStep(state, event)
  const { claim } = next
  const isHolder = event.by.kind !== 'customer' && claim !== null && claim.by === sayActor(event.by)
  return isHolder ? { ...next, claim: { ...claim, until: event.at + claimMs } } : next
}

function afterStep(state: DeskState, event: DeskEvent): DeskState {
  const { step, by, at } = event
  switch (step.kind) {
    case 'claimed':
      return { ...state, claim: { by: sayActor(by), until: at + claimMs } }
    case 'released':
      return { ...state, claim: null }
    case 'wished':
    case 'lived':
    case 'hoped':
    case 'understandingShared':
    case 'understandingConfirmed':
    case 'understandingCorrected':
      return { ...state, understanding: understood(state.understanding, step) }
    case 'optionsOffered':
      return { ...state, offers: step.offers, chosen: null, somethingElse: null }
    case 'optionChosen':
      return { ...state, chosen: step.option, somethingElse: null }
    case 'somethingElseAsked':
      return { ...state, somethingElse: step.text }
    case 'granted':
      return { ...state, grants: [...state.grants, { id: step.grant, given: step.given, at }] }
    case 'exceptionAsked':
    case 'exceptionAnswered':
      return { ...state, exceptions: asked(state.exceptions, step, by) }
    case 'promised':
      return { ...state, promises: [...state.promises, promised(step)] }
    case 'promiseOverdue':
      return { ...state, promises: overdue(state.promises, step.what) }
    case 'promiseKept':
      return { ...state, promises: kept(state.promises, step.what) }
    case 'handedOver':
    case 'handOverAccepted':
    case 'handOverReturned':
      return { ...state, claim: null, relay: passed(state.relay, step, event) }
    case 'handOverOverdue':
      return { ...state, relay: lastLeg(state.relay, { isOverdue: true }) }
    case 'solvedAhead':
      return { ...state, solvedAhead: [...state.solvedAhead, { need: step.need, how: step.how }] }
    case 'closed':
      return { ...state, claim: null, closing: closed(step, at) }
    case 'solutionConfirmed':
      return { ...state, closing: confirmed(state.closing) }
    case 'silenceEnded':
      return { ...state, closing: heard(state.closing, step.cameBack) }
    case 'reopened':
      return { ...state, closing: { kind: 'open', reopened: by.kind === 'customer' ? step.reason : null } }
    case 'objected':
    case 'answerSent':
      return state
  }
}

type UnderstandingStep = Extract<
  DeskStep,
  {
    kind:
      | 'wished'
      | 'lived'
      | 'hoped'
      | 'understandingShared'
      | 'understandingConfirmed'
      | 'understandingCorrected'
  }
>

function understood(understanding: Understanding, step: UnderstandingStep): Understanding {
  switch (step.kind) {
    case 'wished':
      return { ...understanding, wished: step.text }
    case 'lived':
      return { ...understanding, lived: { text: step.text, evidence: step.evidence } }
    case 'hoped':
      return { ...understanding, hoped: step }
    case 'understandingShared':
      return { ...understanding, shared: step.text, state: 'shared', correction: null }
    case 'understandingConfirmed':
      return { ...understanding, state: 'confirmed', correction: null }
    case 'understandingCorrected':
      return { ...understanding, state: 'corrected', correction: step.text }
  }
}

function asked(
  exceptions: readonly Asked[],
  step: Extract<DeskStep, { kind: 'exceptionAsked' | 'exceptionAnswered' }>,
  asker: Actor,
): readonly Asked[] {
  if (step.kind === 'exceptionAsked') {
    const { kind: _, exception: id, ...rest } = step
    return [...exceptions, { ...rest, id, asker, answer: null }]
  }
  const answer = { kind: step.answer, reason: step.reason, isDefault: step.isDefault }
  return exceptions.map((one) =>
    one.id === step.exception && one.answer === null ? { ...one, answer } : one,
  )
}

function promised({ what, due }: Extract<DeskStep, { kind: 'promised' }>): Promised {
  return { what, due, isKept: false, isOverdue: false }
}

function kept(promises: readonly Promised[], what: string): readonly Promised[] {
  return promises.map((promise) => (promise.what === what ? { ...promise, isKept: true } : promise))
}

/** Of several promises of the same, the one that was due first and of which the clock has not said so. */
function overdue(promises: readonly Promised[], what: string): readonly Promised[] {
  const [first] = promises
    .filter((promise) => promise.what === what && !promise.isKept && !promise.isOverdue)
    .sort((left, right) => left.due - right.due)
  return promises.map((promise) => (promise === first ? { ...promise, isOverdue: true } : promise))
}

function passed(
  relay: readonly Leg[],
  step: Extract<DeskStep, { kind: 'handedOver' | 'handOverAccepted' | 'handOverReturned' }>,
  { by, at }: DeskEvent,
): readonly Leg[] {
  if (step.kind === 'handedOver') {
    const { kind: _, ...handOver } = step
    return [
      ...relay,
      { ...handOver, from: sayActor(by), at, state: 'waiting', returnReason: null, isOverdue: false },
    ]
  }
  const state = step.kind === 'handOverAccepted' ? 'accepted' : 'returned'
  const returnReason = step.kind === 'handOverReturned' ? step.reason : null
  return lastLeg(relay, { state, returnReason })
}

function lastLeg(relay: readonly Leg[], change: Partial<Leg>): readonly Leg[] {
  return relay.map((leg, index) => (index === relay.length - 1 ? { ...leg, ...change } : leg))
}

function closed({ solved, promised }: Extract<DeskStep, { kind: 'closed' }>, at: Instant): Closing {
  return { kind: 'closed', solved, promised, until: at + silenceDays * dayMs, silence: 'watched' }
}

function confirmed(closing: Closing): Closing {
  return closing.kind === 'closed'
    ? { kind: 'confirmed', solved: closing.solved, promised: closing.promised }
    : closing
}

function heard(closing: Closing, cameBack: boolean): Closing {
  return closing.kind === 'closed' ? { ...closing, silence: cameBack ? 'broken' : 'held' } : closing
}

/** Who holds an issue now; null when nobody does, or when their claim has lapsed. */
export function holderOf({ claim }: DeskState, now: Instant): string | null {
  return claim !== null && claim.until > now ? claim.by : null
}

/**
 * How a closed issue stands: confirmed by the customer; silent so far, which proves nothing; or resolved by 30 days of
 * silence, which is kept apart from a confirmation. Who came back is told by the record (`cameBack`).
 */
export function outcomeOf(
  { closing }: DeskState,
  { now, cameBack }: { readonly now: Instant; readonly cameBack: boolean },
): 'open' | 'confirmed' | 'silentSoFar' | 'silent' | 'cameBack' {
  if (closing.kind === 'open') return 'open'
  if (cameBack) return 'cameBack'
  if (closing.kind === 'confirmed') return 'confirmed'
  if (closing.silence !== 'watched') return closing.silence === 'held' ? 'silent' : 'cameBack'
  return now < closing.until ? 'silentSoFar' : 'silent'
}
