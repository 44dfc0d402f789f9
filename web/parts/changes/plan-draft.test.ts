import { expect, it } from 'vitest'
import { emptyPlan, toPlanInput } from './plan-draft.ts'

const others = [
  { id: 'c2', name: 'The refund has not come' },
  { id: 'c3', name: 'The router does not connect' },
]
const known = { cause: 'c1', who: 'Ann', others, segments: [{ attribute: 'plan', value: 'Basic' }] }

it('plans for the cause, and for those that it removes as well', () => {
  expect(toPlanInput(emptyPlan, known)).toMatchObject({ causes: ['c1'], segments: [] })
  const chosen = { ...emptyPlan, others: ['The refund has not come'], segments: ['plan: Basic'] }
  expect(toPlanInput(chosen, known)).toMatchObject({
    causes: ['c1', 'c2'],
    segments: [{ attribute: 'plan', value: 'Basic' }],
  })
})

it('sends as no number what is none, so that nothing is taken for nothing', () => {
  expect(toPlanInput(emptyPlan, known).costToMake).toEqual({
    low: Number.NaN,
    mid: Number.NaN,
    high: Number.NaN,
  })
  expect(toPlanInput({ ...emptyPlan, leadDays: 'soon' }, known).leadDays).toBeNaN()
})
