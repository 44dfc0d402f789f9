import { describe, expect, it } from 'vitest'
import { drawGamma, drawPoisson, normalDraws } from './draws.ts'
import { randomFrom } from './random.ts'

const count = 20_000

function momentsOf(draw: () => number) {
  const values = Array.from({ length: count }, draw)
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count
  return { values, mean, variance }
}

describe('normalDraws', () => {
  it('has mean 0, variance 1 and 2.5 % above 1.96', () => {
    const { values, mean, variance } = momentsOf(normalDraws(randomFrom(1, 1)))
    expect(mean).toBeCloseTo(0, 1)
    expect(variance).toBeCloseTo(1, 1)
    expect(values.filter((value) => value > 1.96).length / count).toBeCloseTo(0.025, 2)
  })

  it('is the same for the same seed', () => {
    const [one, other] = [normalDraws(randomFrom(5, 1)), normalDraws(randomFrom(5, 1))]
    expect([one(), one(), one()]).toEqual([other(), other(), other()])
  })
})

describe('drawGamma', () => {
  // A gamma of shape a and scale 1 has mean a and variance a.
  it.each([0.3, 1, 7.5])('has mean and variance of its shape, %f', (shape) => {
    const random = randomFrom(2, 1)
    const normal = normalDraws(random)
    const { mean, variance } = momentsOf(() => drawGamma(shape, random, normal))
    expect(mean / shape).toBeCloseTo(1, 1)
    expect(variance / shape).toBeCloseTo(1, 1)
  })
})

describe('drawPoisson', () => {
  // R: dpois(0, 0.5) = 0.6065, dpois(3, 3) = 0.2240, dpois(40, 40) = 0.0630, dpois(35, 40) = 0.0485
  it.each([
    [0.5, 0, 0.6065],
    [3, 3, 0.224],
    [40, 40, 0.063],
    [40, 35, 0.0485],
  ])('with mean %f gives %i as often as R says', (mean, value, probability) => {
    const random = randomFrom(3, 1)
    const { values } = momentsOf(() => drawPoisson(mean, random))
    const share = values.filter((drawn) => drawn === value).length / count
    const error = Math.sqrt((probability * (1 - probability)) / count)
    expect(Math.abs(share - probability)).toBeLessThan(4 * error)
  })

  it('gives nothing for a mean of nothing', () => {
    expect(drawPoisson(0, randomFrom(1, 1))).toBe(0)
  })
})
