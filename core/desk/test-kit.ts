import { hourMs, type Instant } from '../base/time.ts'
import type { Actor, DeskEvent, DeskStep } from './step.ts'

export const noon: Instant = Date.UTC(2026, 2, 9, 12)
export const rita: Actor = { kind: 'person', name: 'Rita' }
export const lena: Actor = { kind: 'person', name: 'Lena' }
export const customer: Actor = { kind: 'customer' }
export const given = { id: 'refund', gives: 'The money back', cost: 4000, guideline: 1, version: 1 }

export const wished: DeskStep = { kind: 'wished', text: 'My money, and nobody to ask twice' }
export const lived: DeskStep = { kind: 'lived', text: 'Charged twice', evidence: ['m1'] }
export const hoped: DeskStep = {
  kind: 'hoped',
  feel: 'safe',
  think: 'they saw it',
  act: 'pay once',
  known: 'believed',
}
export const shared: DeskStep = { kind: 'understandingShared', text: 'You were charged twice.' }

/** Steps a minute apart, from noon on. */
export function told(...steps: readonly (DeskStep | readonly [DeskStep, Actor])[]): DeskEvent[] {
  return steps.map((one, index) => {
    const [step, by] = 'kind' in one ? [one, rita] : one
    return { step, by, at: noon + index * 60_000 }
  })
}

export const anException: DeskStep = {
  kind: 'exceptionAsked',
  exception: 'e1',
  given,
  because: 'She is 82',
  approver: 'Lena',
  due: noon + 4 * hourMs,
  byDefault: 'granted',
}
