import { at, cholesky, solveLower, solveUpper } from './symmetric.ts'
import type { Model } from './weigh-models.ts'

/**
 * What a model takes the series to have been at each time before the change, without noise: its regressors and the
 * level, smoothed over the whole history. Source: Rauch, Tung and Striebel (1965). Cost: O(times x columns).
 */
export function smoothFit(
  model: Model,
  design: readonly Float64Array[],
  {
    values,
    observed,
    weights,
  }: {
    readonly values: Float64Array
    readonly observed: readonly boolean[]
    readonly weights: Float64Array
  },
): Float64Array {
  const explained = new Float64Array(values.length)
  const coefficients = coefficientsOf(model)
  model.columns.forEach((column, index) => {
    const regressor = design[column]
    for (let time = 0; time < values.length; time += 1)
      explained[time] = (explained[time] ?? 0) + (coefficients[index] ?? 0) * (regressor?.[time] ?? 0)
  })
  const left = values.map((value, time) => value - (explained[time] ?? 0))
  const levels = smoothLevel(model, left, observed, weights)
  return explained.map((value, time) => value + (levels[time] ?? 0))
}

function coefficientsOf({ columns, gram, outcome }: Model): Float64Array {
  const size = columns.length
  const values = new Float64Array(size * size)
  columns.forEach((left, row) => {
    columns.forEach((right, column) => {
      values[row * size + column] = at(gram, left, right)
    })
  })
  const right = Float64Array.from(columns, (column) => at(gram, column, outcome))
  const lower = cholesky({ size, values })
  return lower === null ? new Float64Array(size) : solveUpper(lower, solveLower(lower, right))
}

function smoothLevel(
  { shape }: Model,
  left: Float64Array,
  observed: readonly boolean[],
  weights: Float64Array,
): Float64Array {
  const { persistence, stepVariance, noiseVariance } = shape
  const length = left.length
  const levels = new Float64Array(length)
  if (stepVariance === 0) return levels
  const expected = new Float64Array(length)
  const updated = new Float64Array(length)
  const expectedVariance = new Float64Array(length)
  const updatedVariance = new Float64Array(length)
  let level = 0
  let variance = persistence < 1 ? stepVariance / (1 - persistence ** 2) : stepVariance
  for (let time = 0; time < length; time += 1) {
    expected[time] = level
    expectedVariance[time] = variance
    if (observed[time]) {
      const noise = noiseVariance * (weights[time] ?? 1)
      level += (variance / (variance + noise)) * ((left[time] ?? 0) - level)
      variance *= noise / (variance + noise)
    }
    updated[time] = level
    updatedVariance[time] = variance
    level *= persistence
    variance = persistence ** 2 * variance + stepVariance
  }
  for (let time = length - 1; time >= 0; time -= 1) {
    const back =
      time === length - 1
        ? 0
        : (persistence * (updatedVariance[time] ?? 0)) / (expectedVariance[time + 1] ?? 1)
    levels[time] = (updated[time] ?? 0) + back * ((levels[time + 1] ?? 0) - (expected[time + 1] ?? 0))
  }
  return levels
}
