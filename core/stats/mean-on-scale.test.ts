import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateMean } from './mean-on-scale.ts'
import { wilson } from './wilson.ts'

const scale = { lowest: 1, highest: 5 }
const answers = fc.array(
  fc.record({ value: fc.constantFrom(1, 2, 3, 4, 5), count: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 1, maxLength: 8 },
)

describe('estimateMean', () => {
  it('is Wilson’s interval where answers lie at the two ends alone', () => {
    const ends = [
      { value: 1, count: 2 },
      { value: 5, count: 8 },
    ]
    // prop.test(8, 10, correct = FALSE) gives 0.4902 to 0.9433; 1 + 4 times these are 2.961 and 4.773.
    const mean = estimateMean(ends, scale)
    expect(mean?.value).toBeCloseTo(4.2, 10)
    expect(mean?.low).toBeCloseTo(2.9606, 3)
    expect(mean?.high).toBeCloseTo(4.7733, 3)
    expect(mean?.n).toBe(10)
  })

  it('is near the usual interval of a mean with many answers', () => {
    // The ratings of a call centre: mean 3.40355, standard deviation 1.21278; 1.96 standard errors are 0.0373.
    const given = [417, 396, 1218, 1180, 843].map((count, index) => ({ value: index + 1, count }))
    const mean = estimateMean(given, scale)
    expect(mean?.value).toBeCloseTo(3.40355, 5)
    expect(mean?.low).toBeCloseTo(3.40355 - 0.0373, 3)
    expect(mean?.high).toBeCloseTo(3.40355 + 0.0373, 3)
  })

  it('takes answers that are all alike for less than certainty', () => {
    const top = estimateMean([{ value: 5, count: 30 }], scale)
    expect(top?.low).toBeCloseTo(1 + 4 * (wilson(30, 30)?.low ?? 0), 10)
    const middle = estimateMean([{ value: 3, count: 30 }], scale)
    expect(middle?.low).toBeLessThan(2.95)
    expect(middle?.high).toBeGreaterThan(3.05)
  })

  it('has no mean of nothing, and none on a scale of one value', () => {
    expect(estimateMean([], scale)).toBeNull()
    expect(estimateMean([{ value: 5, count: 40 }], { lowest: 5, highest: 5 })).toBeNull()
  })

  it('stays on the scale, whatever the order, and narrows with more of the same', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const mean = estimateMean(given, scale)
        const turned = estimateMean(given.toReversed(), scale)
        const more = estimateMean([...given, ...given], scale)
        if (mean === null || turned === null || more === null) throw new Error('expected means')
        expect(turned.low).toBeCloseTo(mean.low, 10)
        expect(mean.low).toBeGreaterThanOrEqual(1)
        expect(mean.high).toBeLessThanOrEqual(5)
        expect(mean.low).toBeLessThanOrEqual(mean.value)
        expect(mean.high).toBeGreaterThanOrEqual(mean.value)
        expect(more.high - more.low).toBeLessThan(mean.high - mean.low)
      }),
    )
  })
})
