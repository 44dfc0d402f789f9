import type { Range } from '../base/figure.ts'
import type { CauseId, ChangeId } from '../base/ids.ts'
import type { Instant } from '../base/time.ts'

/** A cause as it was called when someone decided about it. */
export type ScopedCause = { readonly id: CauseId; readonly name: string }

/** Contacts whose attribute has this value: a region, a product, a plan. */
export type Segment = { readonly attribute: string; readonly value: string }

/**
 * What a change touches: contacts about one of the causes, in one of the channels, whose attributes each have one of the
 * values named. No channels or no segments means all.
 */
export type ChangeScope = {
  readonly causes: readonly ScopedCause[]
  readonly channels: readonly string[]
  readonly segments: readonly Segment[]
}

/** What someone means to change, and what they expect of it. */
export type ChangePlan = {
  readonly what: string
  readonly owner: string
  readonly scope: ChangeScope
  /** Share of the contacts in scope that it would make unnecessary. */
  readonly effect: Range
  /** Once. */
  readonly costToMake: Range
  /** Each month from its start on. */
  readonly costToRun: Range
  /** From the decision until customers feel it. */
  readonly leadDays: number
  /** What the brand promises and this serves; null when nobody said. */
  readonly promise: string | null
  /** The step of a journey or the guideline that it adjusts; null when nobody said. */
  readonly adjusts: string | null
}

export const steps = ['planned', 'started', 'measured', 'kept', 'reverted', 'adjusted', 'declined'] as const
export type Step = (typeof steps)[number]

/** One step that somebody took, and why. Kept for good. */
export type Decision = {
  readonly step: Step
  readonly who: string
  readonly reason: string
  /** The day on which it holds, `2026-03-09`: for a start, the first day on which customers feel the change. */
  readonly on: string
  /** When it was written down. */
  readonly at: Instant
}

type Planned = { readonly id: ChangeId; readonly plan: ChangePlan; readonly decisions: readonly Decision[] }
export type PlannedChange = Planned & { readonly state: 'planned' }
export type DeclinedChange = Planned & { readonly state: 'declined' }
export type RunningChange = Planned & { readonly state: 'started'; readonly startedOn: string }
export type MeasuredChange = Planned & { readonly state: 'measured'; readonly startedOn: string }
export type SettledChange = Planned & {
  readonly state: 'kept' | 'reverted' | 'adjusted'
  readonly startedOn: string
  readonly settledOn: string
}
export type Change = PlannedChange | DeclinedChange | RunningChange | MeasuredChange | SettledChange
/** A change that customers have felt. */
export type FeltChange = RunningChange | MeasuredChange | SettledChange

/** Which steps may follow which; what is settled or declined stays so. */
export const nextSteps: Readonly<Record<Step, readonly Step[]>> = {
  planned: ['started', 'declined'],
  started: ['measured'],
  measured: ['measured', 'kept', 'reverted', 'adjusted'],
  kept: [],
  reverted: [],
  adjusted: [],
  declined: [],
}

/** A change as far as its decisions have taken it. Assumes that each followed from the one before. */
export function toChange(id: ChangeId, plan: ChangePlan, decisions: readonly Decision[]): Change {
  const base = { id, plan, decisions }
  const last = decisions.at(-1)
  const start = decisions.find(({ step }) => step === 'started')
  if (last === undefined || start === undefined) {
    return { ...base, state: last?.step === 'declined' ? 'declined' : 'planned' }
  }
  const { step, on } = last
  const startedOn = start.on
  if (step === 'measured') return { ...base, state: step, startedOn }
  if (step === 'kept' || step === 'reverted' || step === 'adjusted') {
    return { ...base, state: step, startedOn, settledOn: on }
  }
  return { ...base, state: 'started', startedOn }
}

export function isFelt(change: Change): change is FeltChange {
  return 'startedOn' in change
}

/** Whether two changes touch the same customers' reasons: then what each did cannot be told apart. */
export function overlaps(left: ChangeScope, right: ChangeScope): boolean {
  const causes = left.causes.some(({ id }) => right.causes.some((other) => other.id === id))
  const channels =
    left.channels.length === 0 ||
    right.channels.length === 0 ||
    left.channels.some((channel) => right.channels.includes(channel))
  return causes && channels && !areApart(left, right)
}

/** Two scopes that ask for different values of one attribute share no contact. */
function areApart({ segments: left }: ChangeScope, { segments: right }: ChangeScope): boolean {
  const valuesOf = (segments: ChangeScope['segments'], attribute: string) =>
    segments.filter((segment) => segment.attribute === attribute).map(({ value }) => value)
  return left.some(({ attribute }) => {
    const others = valuesOf(right, attribute)
    return others.length > 0 && !valuesOf(left, attribute).some((value) => others.includes(value))
  })
}
