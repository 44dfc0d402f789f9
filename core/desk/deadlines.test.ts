import { expect, it } from 'vitest'
import { dayMs, hourMs } from '../base/time.ts'
import { listDeadlines } from './deadlines.ts'
import { followSteps, outcomeOf } from './follow.ts'
import type { DeskStep } from './step.ts'
import { anException, noon, told } from './test-kit.ts'

const promised = (what: string, hours: number): DeskStep => ({
  kind: 'promised',
  what,
  due: noon + hours * hourMs,
})
const over: DeskStep = {
  kind: 'handedOver',
  to: 'Billing',
  reason: 'They book',
  tried: 'Looked',
  promised: '',
  due: noon + 5 * hourMs,
}
const closed: DeskStep = { kind: 'closed', solved: 'Money back', promised: '' }
const due = (...steps: DeskStep[]) => listDeadlines(followSteps(told(...steps))).map(({ kind }) => kind)

it('everything that happens by itself is known, the earliest first', () => {
  expect(due(promised('a call', 9), anException, over)).toEqual(['exception', 'handOver', 'promise'])
  expect(due()).toEqual([])
})

it('what was done in time, or said by the clock, is not to happen any more', () => {
  const declined = {
    kind: 'exceptionAnswered',
    exception: 'e1',
    answer: 'declined',
    reason: 'No',
    isDefault: false,
  } as const
  expect(due(anException, declined)).toEqual([])
  expect(due(promised('a call', 9), { kind: 'promiseKept', what: 'a call' })).toEqual([])
  expect(due(promised('a call', 9), { kind: 'promiseOverdue', what: 'a call' })).toEqual([])
  expect(due(over, { kind: 'handOverAccepted' })).toEqual([])
  expect(due(over, { kind: 'handOverOverdue', to: 'Billing' })).toEqual([])
  expect(due(closed, { kind: 'silenceEnded', cameBack: false })).toEqual([])
  expect(due(closed, { kind: 'solutionConfirmed' })).toEqual([])
})

it('of two promises of the same, each is overdue once', () => {
  const late: DeskStep = { kind: 'promiseOverdue', what: 'a call' }
  const both = [promised('a call', 9), promised('a call', 3)]
  expect(due(...both, late)).toEqual(['promise'])
  expect(listDeadlines(followSteps(told(...both, late)))[0]?.at).toBe(noon + 9 * hourMs)
  expect(due(...both, late, late)).toEqual([])
})

it('silence after closing is over after 30 days, and what it came to stays', () => {
  const state = followSteps(told(closed))
  expect(listDeadlines(state)).toEqual([{ kind: 'silence', at: noon + 30 * dayMs }])
  const after = (cameBack: boolean) =>
    outcomeOf(followSteps(told(closed, { kind: 'silenceEnded', cameBack })), {
      now: noon,
      cameBack: false,
    })
  expect([after(false), after(true)]).toEqual(['silent', 'cameBack'])
  expect(due(closed, { kind: 'reopened', reason: 'again' })).toEqual([])
})
