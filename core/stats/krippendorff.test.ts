import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isKnown } from '../base/cannot-say.ts'
import { estimateAlpha } from './krippendorff.ts'

function alphaOf(units: readonly (readonly string[])[], least = 1) {
  const alpha = estimateAlpha(units, least)
  if (!isKnown(alpha)) throw new Error(alpha.cannotSay)
  return alpha
}

it('gives the value of the paper: four observers, twelve units, some judgements missing', () => {
  // Krippendorff (2011), section C: nominal alpha 0.743; a column is a unit, a dot is missing.
  const rows = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.']
  const units = Array.from({ length: 12 }, (_, unit) =>
    rows.map((row) => row[unit] ?? '.').filter((value) => value !== '.'),
  )
  expect(alphaOf(units).value).toBeCloseTo(0.743, 3)
})

it('gives the worked example of two observers, ten units, values 0 and 1', () => {
  // Krippendorff (2011), section A: 1 - 19 * 4 / (14 * 6) = 0.095.
  const first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
  const second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
  expect(alphaOf(first.map((value, index) => [`${value}`, `${second[index]}`])).value).toBeCloseTo(0.095, 3)
})

it('of two who always agree on yes and no is one; of two who never say yes there is none', () => {
  expect(
    alphaOf([
      ['yes', 'yes'],
      ['no', 'no'],
    ]).value,
  ).toBe(1)
  expect(estimateAlpha([['no', 'no']], 1)).toHaveProperty('cannotSay')
})

it('is 1 where all agree on things that differ, and can’t be said where nothing differs', () => {
  const agreeing = Array.from({ length: 20 }, (_, unit) => [`${unit % 2}`, `${unit % 2}`])
  expect(alphaOf(agreeing)).toEqual({ value: 1, low: 1, high: 1, n: 20 })
  expect(estimateAlpha(agreeing.map(() => ['a', 'a']))).toHaveProperty('cannotSay')
})

it('refuses when fewer than twenty were judged twice', () => {
  const units = [...Array(19)].map((_, unit) => [`${unit % 2}`, '1'])
  expect(estimateAlpha([...units, ['1'], ['0']])).toEqual({
    cannotSay: '19 of at least 20 were judged by two people',
  })
})

it('does not depend on the order of units or judges, and lies inside its interval', () => {
  const unit = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(unit, { minLength: 3, maxLength: 30 }), (units) => {
      const alpha = estimateAlpha(units, 1)
      if (!isKnown(alpha)) return
      expect(alpha.low).toBeLessThanOrEqual(alpha.value)
      expect(alpha.high).toBeGreaterThanOrEqual(alpha.value)
      const turned = units.map((judges) => judges.toReversed()).toReversed()
      expect(alphaOf(turned).value).toBeCloseTo(alpha.value, 9)
    }),
  )
})
