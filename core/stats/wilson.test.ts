import { describe, expect, it } from 'vitest'
import { wilson } from './wilson.ts'

describe('wilson', () => {
  // R: prop.test(8, 10, correct = FALSE)$conf.int; prop.test(6029, 24913, correct = FALSE)$conf.int
  it.each([
    [8, 10, 0.490162, 0.943318],
    [0, 20, 0, 0.161125],
    [20, 20, 0.838875, 1],
    [6028, 24913, 0.236686, 0.247318],
  ])('agrees with R on %i of %i', (successes, trials, low, high) => {
    const share = wilson(successes, trials)
    expect(share?.low).toBeCloseTo(low, 5)
    expect(share?.high).toBeCloseTo(high, 5)
  })

  it('has no share of nothing', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  it('narrows with more of the same', () => {
    const few = wilson(3, 10)
    const many = wilson(30, 100)
    if (few === null || many === null) throw new Error('expected shares')
    expect(many.high - many.low).toBeLessThan(few.high - few.low)
  })
})
