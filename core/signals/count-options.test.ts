import { expect, test } from 'vitest'
import { countOptions } from './count-options.ts'
import { readSignals } from './read-signals.ts'

test.each([
  ['I can offer you a voucher.', 1],
  ['Would you prefer a refund or a voucher?', 2],
  ['You can either rebook or take a refund. The weather is good or bad.', 2],
  ['Would you prefer a refund, a voucher, or another flight?', 3],
  ['Here are some options:\n1. Tuesday\n2. Wednesday\n3. Friday', 3],
  ['Here are your options:\n- Tuesday\n- Friday', 2],
  ['What is your name?', 0],
])('%s offers %i', (text, count) => {
  expect(countOptions(text, readSignals(text, 'company'))).toBe(count)
})
