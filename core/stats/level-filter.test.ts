import { describe, expect, it } from 'vitest'
import { whiten } from './level-filter.ts'

const ones = new Float64Array(5).fill(1)
const all = [true, true, true, true, true]

function product(left: Float64Array | undefined, right: Float64Array | undefined): number {
  return [...(left ?? [])].reduce((sum, value, at) => sum + value * (right?.[at] ?? 0), 0)
}

describe('whiten', () => {
  // numpy, dense: V = 0.7^|i-j| + I, z = 1 3 2 5 4: log det V = 2.876983, z'V⁻¹z = 16.953433, GLS mean 2.951735
  const level = { persistence: 0.7, stepVariance: 0.51, noiseVariance: 1 }

  it('agrees with generalised least squares on a dense covariance', () => {
    const { columns, logDeterminant } = whiten([ones, Float64Array.of(1, 3, 2, 5, 4)], all, ones, level)
    const [constant, series] = columns
    expect(logDeterminant).toBeCloseTo(2.876983, 6)
    expect(product(series, series)).toBeCloseTo(16.953433, 6)
    expect(product(constant, series) / product(constant, constant)).toBeCloseTo(2.951735, 6)
  })

  it('passes over times that nobody measured, whatever stands there', () => {
    const observed = [true, false, true, true, false]
    const one = whiten([Float64Array.of(1, 3, 2, 5, 4)], observed, ones, level)
    const other = whiten([Float64Array.of(1, 999, 2, 5, -999)], observed, ones, level)
    expect(other).toEqual(one)
    expect(one.columns[0]).toHaveLength(3)
  })

  it('leaves a series without a level as it is', () => {
    const { columns } = whiten([Float64Array.of(1, 3, 2, 5, 4)], all, ones, {
      persistence: 0,
      stepVariance: 0,
      noiseVariance: 1,
    })
    expect([...(columns[0] ?? [])]).toEqual([1, 3, 2, 5, 4])
  })

  it('trusts noisy times less', () => {
    const weights = Float64Array.of(1, 1, 1, 1, 100)
    const { endLevels } = whiten([Float64Array.of(0, 0, 0, 0, 10)], all, weights, level)
    const { endLevels: even } = whiten([Float64Array.of(0, 0, 0, 0, 10)], all, ones, level)
    expect(endLevels[0]).toBeLessThan((even[0] ?? 0) / 10)
  })
})
