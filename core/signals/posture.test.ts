import { expect, test } from 'vitest'
import { postureOf } from './posture.ts'
import { readSignals } from './read-signals.ts'

test.each([
  ['I understand how upsetting this is. I will take care of it.', 'outsideIn'],
  ['Our policy does not allow refunds.', 'insideOut'],
  ['I am so sorry you had to wait, but our policy does not allow it.', 'both'],
  ['What is your booking number?', 'neither'],
  ['I cannot refund it. You can either rebook or take a voucher.', 'outsideIn'],
  ['Let me check.', 'neither'],
])('%s is %s', (text, posture) => {
  expect(postureOf(readSignals(text, 'company'))).toBe(posture)
})
