import { expect, test } from 'vitest'
import { makeTransitions, noState, unknownState } from './transitions.ts'

test('a transition is remembered, also when the table has grown many times', () => {
  const transitions = makeTransitions(100)
  for (let state = 0; state < 200; state++)
    for (let symbol = 0; symbol < 50; symbol++) transitions.set(state, symbol, state * symbol)
  transitions.set(7, 99, noState)
  expect([transitions.get(0, 0), transitions.get(12, 34), transitions.get(199, 49)]).toEqual([0, 408, 9751])
  expect([transitions.get(7, 99), transitions.get(7, 98)]).toEqual([noState, unknownState])
})
