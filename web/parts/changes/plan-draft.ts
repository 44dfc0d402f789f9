import type { CauseDecision, PlanInput } from '../../../contract/changes.ts'
import type { Range } from '../../../core/base/figure.ts'
import type { RangeDraft } from './RangeField.tsx'

/** A plan as it stands in the fields; texts that are not filled in are empty. */
export type PlanDraft = {
  readonly what: string
  readonly owner: string
  readonly effect: RangeDraft
  readonly costToMake: RangeDraft
  readonly costToRun: RangeDraft
  readonly leadDays: string
  /** Names of other causes that it removes too. */
  readonly others: readonly string[]
  readonly channels: readonly string[]
  /** `attribute: value`, as the choice shows it. */
  readonly segments: readonly string[]
  readonly promise: string
  readonly adjusts: string
  readonly reason: string
}

const emptyRange: RangeDraft = { low: '', mid: '', high: '' }

export const emptyPlan: PlanDraft = {
  what: '',
  owner: '',
  effect: emptyRange,
  costToMake: emptyRange,
  costToRun: { low: '0', mid: '0', high: '0' },
  leadDays: '30',
  others: [],
  channels: [],
  segments: [],
  promise: '',
  adjusts: '',
  reason: '',
}

/** The plan as it is sent; what is not a number is sent as none, and the server says which. */
export function toPlanInput(
  draft: PlanDraft,
  {
    cause,
    who,
    others,
    segments,
  }: Pick<CauseDecision, 'others' | 'segments'> & { cause: string; who: string },
): PlanInput {
  return {
    what: draft.what,
    owner: draft.owner,
    causes: [cause, ...others.flatMap(({ id, name }) => (draft.others.includes(name) ? [id] : []))],
    channels: [...draft.channels],
    segments: segments.filter((segment) => draft.segments.includes(nameSegment(segment))),
    effect: toRange(draft.effect, 0.01),
    costToMake: toRange(draft.costToMake, 1),
    costToRun: toRange(draft.costToRun, 1),
    leadDays: toNumber(draft.leadDays),
    promise: draft.promise,
    adjusts: draft.adjusts,
    who,
    reason: draft.reason,
  }
}

export function nameSegment({ attribute, value }: PlanInput['segments'][number]): string {
  return `${attribute}: ${value}`
}

function toRange({ low, mid, high }: RangeDraft, unit: number): Range {
  return { low: toNumber(low) * unit, mid: toNumber(mid) * unit, high: toNumber(high) * unit }
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}
