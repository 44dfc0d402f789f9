import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatMoney,
  formatShare,
  formatShareRange,
  listWords,
  plural,
  sayLength,
} from './format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('a share', () => {
  it.each([
    [0, '0 %'],
    [0.0004, '< 0.1 %'],
    [0.0123, '1.2 %'],
    [0.05, '5 %'],
    [0.314, '31 %'],
    [1, '100 %'],
  ])('of %f is written as %s', (share, text) => {
    expect(plain(formatShare(share))).toBe(text)
  })

  it('has its interval written with the same care', () => {
    expect(plain(formatShareRange(0.27, 0.312))).toBe('27 to 31 %')
    expect(plain(formatShareRange(0.011, 0.043))).toBe('1.1 to 4.3 %')
  })
})

it('money is rounded to three figures, as an estimate should be', () => {
  expect(plain(formatMoney(412_345, 'EUR'))).toBe('€ 412,000')
  expect(plain(formatMoney(87.4, 'USD'))).toBe('$ 87')
  expect(plain(formatMoney(1234, 'SEK'))).toBe('SEK 1,230')
})

it('a length of time is said in the unit one would use', () => {
  expect([0.2, 1, 12.4, 100, 60 * 30, 60 * 40, 60 * 24 * 9].map(sayLength)).toEqual([
    'less than a minute',
    '1 minute',
    '12 minutes',
    '2 hours',
    '30 hours',
    '2 days',
    '9 days',
  ])
})

it('one is one and two are two', () => {
  expect([plural(1, 'contact'), plural(1200, 'contact'), plural(2, 'person', 'people')]).toEqual([
    '1 contact',
    '1,200 contacts',
    '2 people',
  ])
})

it('words are listed as one says them', () => {
  expect([listWords([]), listWords(['a']), listWords(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c'])
})

it('writes a count a little below nothing as nothing, and a lower one with a minus', () => {
  expect([-0.4, -3, 1200].map(formatCount)).toEqual(['0', '−3', '1,200'])
})
