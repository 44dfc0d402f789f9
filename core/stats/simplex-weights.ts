import { gramOf } from './symmetric.ts'

const mostRounds = 1000
/** Weights that move by less than this have settled. */
const still = 1e-7

/**
 * Weights, none negative and one in sum, with which a mix of units comes nearest to a target in squares.
 * By projected gradient with momentum from equal weights: the same on every machine.
 * Source: Abadie, Diamond and Hainmueller (2010), JASA 105, 493-505 (without predictors); the projection is that of
 * Duchi et al. (2008), ICML. Cost: O(times x units² + rounds x units²).
 */
export function simplexWeights(target: Float64Array, units: readonly Float64Array[]): Float64Array {
  const { size, values } = gramOf([...units, target])
  const count = units.length
  let slope = 0
  for (let unit = 0; unit < count; unit += 1) slope += values[unit * size + unit] ?? 0
  let weights = new Float64Array(count).fill(1 / count)
  let before = weights
  for (let round = 1; round <= mostRounds && slope > 0; round += 1) {
    const push = (round - 1) / (round + 2)
    const ahead = weights.map((weight, unit) => weight + push * (weight - (before[unit] ?? 0)))
    const stepped = new Float64Array(count)
    for (let unit = 0; unit < count; unit += 1) {
      let gradient = -(values[unit * size + count] ?? 0)
      for (let other = 0; other < count; other += 1)
        gradient += (values[unit * size + other] ?? 0) * (ahead[other] ?? 0)
      stepped[unit] = (ahead[unit] ?? 0) - gradient / slope
    }
    before = weights
    weights = projectOnSimplex(stepped)
    if (weights.every((weight, unit) => Math.abs(weight - (before[unit] ?? 0)) < still)) break
  }
  return weights
}

/** The nearest weights that are not negative and add up to one. */
export function projectOnSimplex(values: Float64Array): Float64Array<ArrayBuffer> {
  const sorted = values.slice().sort().reverse()
  let sum = 0
  let excess = 0
  sorted.forEach((value, index) => {
    sum += value
    const candidate = (sum - 1) / (index + 1)
    if (value > candidate) excess = candidate
  })
  return Float64Array.from(values, (value) => Math.max(0, value - excess))
}
