import { causeId, changeId } from '../base/ids.ts'
import { type Change, type ChangePlan, type Decision, type Step, toChange } from './change.ts'

export const aPlan: ChangePlan = {
  what: 'Tell them before they ask',
  owner: 'Billing',
  scope: { causes: [{ id: causeId('late'), name: 'Late' }], channels: [], segments: [] },
  effect: { low: 0.2, mid: 0.4, high: 0.6 },
  costToMake: { low: 1000, mid: 2000, high: 4000 },
  costToRun: { low: 0, mid: 10, high: 20 },
  leadDays: 30,
  promise: null,
  adjusts: null,
}

/** One decision a day from 1 January 2026 on. */
export function decided(steps: readonly Step[]): Decision[] {
  return steps.map((step, index) => ({
    step,
    who: 'Ann',
    reason: 'It is time',
    on: `2026-01-0${index + 1}`,
    at: Date.UTC(2026, 0, index + 1),
  }))
}

export function aChange(steps: readonly Step[], plan: Partial<ChangePlan> = {}, id = 1): Change {
  return toChange(changeId(id), { ...aPlan, ...plan }, decided(steps))
}
