import { expect, it } from 'vitest'
import type { ChangeValueJson } from '../../../contract/changes.ts'
import { sayAvoided, sayPayback, sayWorse } from './say-change.ts'

const value: ChangeValueJson = {
  currency: 'EUR',
  months: 12,
  doNothing: { low: 1, mid: 2, high: 3 },
  saved: { low: 1, mid: 2, high: 3 },
  netValue: { low: 1, mid: 2, high: 3 },
  paybackMonths: { low: 1, mid: 5, high: null },
  worseThanNothing: { value: 0, standardError: 0, draws: 10_000 },
  waitingWeek: { low: 1, mid: 2, high: 3 },
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

it('says of each number whether contacts became fewer or more', () => {
  expect(sayAvoided({ value: 86, low: 58, high: 125 })).toBe(
    '86 contacts fewer, between 58 fewer and 125 fewer',
  )
  expect(sayAvoided({ value: -1, low: -20, high: 3 })).toBe('1 contact more, between 20 more and 3 fewer')
})

it('does not take what no draw showed for impossible', () => {
  expect(plain(sayWorse(value))).toBe('below 0.1 %')
})

it('says when a change is paid back, and when it may not be', () => {
  expect(plain(sayPayback(value))).toBe('Paid back after 5 months, perhaps not within 12')
  const never = { ...value, paybackMonths: { low: null, mid: null, high: null } }
  expect(plain(sayPayback(never))).toBe('Not paid back within 12 months')
})
