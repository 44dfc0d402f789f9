import { cannotSay, isKnown, type Known } from '../base/cannot-say.ts'
import type { Range } from '../base/figure.ts'
import type { Change, ScopedCause } from './change.ts'

/** A cause with what each week of leaving it alone costs. */
export type WeighedCause = ScopedCause & { readonly week: Range }

/** A change with what each week of waiting for it loses. */
export type WeighedChange = { readonly change: Change; readonly waitingWeek: Known<Range> }

/**
 * A decision that nobody has made: which planned change to start (`choose`), whether a measured one stays (`settle`), or
 * what to do about a cause that nobody has planned anything for (`unplanned`).
 */
export type OpenDecision = {
  readonly kind: 'choose' | 'settle' | 'unplanned'
  readonly cause: ScopedCause
  readonly changes: readonly Change[]
  readonly week: Known<Range>
}

/** Of causes without any plan, the dearest this many are told. */
const unplannedTold = 3

/**
 * Lists open decisions, the dearest first: what each week without one costs is what the best of its changes would save in
 * a week, or for a cause without a plan, what it costs to leave it alone.
 * Assumes: causes in order of cost. Refuses: nothing. Cost: O(causes × changes).
 */
export function findOpenDecisions(
  causes: readonly WeighedCause[],
  changes: readonly WeighedChange[],
): readonly OpenDecision[] {
  const planned = changes.filter(({ change }) => change.state === 'planned')
  const open = [...Map.groupBy(planned, ({ change }) => change.plan.scope.causes[0]?.id).values()]
  const measured = changes.filter(({ change }) => change.state === 'measured').map((one) => [one])
  return [
    ...open.flatMap((together) => decide('choose', together)),
    ...measured.flatMap((one) => decide('settle', one)),
    ...unplanned(causes, changes),
  ].sort((left, right) => weekOf(right) - weekOf(left))
}

function decide(kind: OpenDecision['kind'], together: readonly WeighedChange[]): OpenDecision[] {
  const [cause] = together[0]?.change.plan.scope.causes ?? []
  if (cause === undefined) return []
  const ordered = together.toSorted((left, right) => midOf(right.waitingWeek) - midOf(left.waitingWeek))
  const week =
    kind === 'settle'
      ? cannotSay('the change runs; what leaving it open costs depends on what it did')
      : (ordered[0]?.waitingWeek ?? cannotSay('nothing is planned'))
  return [{ kind, cause, changes: ordered.map(({ change }) => change), week }]
}

function unplanned(causes: readonly WeighedCause[], changes: readonly WeighedChange[]): OpenDecision[] {
  const isOpen = ({ state }: Change) => state === 'planned' || state === 'started' || state === 'measured'
  const cared = new Set(
    changes
      .filter(({ change }) => isOpen(change))
      .flatMap(({ change }) => change.plan.scope.causes.map(({ id }) => id)),
  )
  return causes
    .filter(({ id }) => !cared.has(id))
    .slice(0, unplannedTold)
    .map(({ id, name, week }) => ({ kind: 'unplanned', cause: { id, name }, changes: [], week }))
}

function weekOf({ week }: OpenDecision): number {
  return midOf(week)
}

function midOf(range: Known<Range>): number {
  return isKnown(range) ? range.mid : Number.NEGATIVE_INFINITY
}
