import { drawGamma, normalDraws } from './draws.ts'
import type { Random } from './random.ts'
import { at, cholesky, type Symmetric, solveLower, solveUpper } from './symmetric.ts'
import type { Model } from './weigh-models.ts'

export type PathInput = {
  readonly models: readonly Model[]
  /** The design over the times after the change: the constant, then the blocks' columns. */
  readonly design: readonly Float64Array[]
  readonly times: number
  /** Relative variance of the noise at each time after; its noise is left out where the caller adds its own. */
  readonly noise: 'normal' | 'none'
  readonly leastVariance: number
  readonly draws: number
  readonly random: Random
}

/** What might have happened: one array a draw, and the variance of the noise in each. */
export type Paths = { readonly paths: readonly Float64Array[]; readonly variances: Float64Array }

/**
 * Draws how a series would have gone on, from all models by their share of belief, with everything that is not known:
 * which model, its variance, its coefficients, where the level stands and where it goes, and the noise of each time.
 * Draws come in mirrored pairs, so that their mean is the models' mean. Cost: O(draws x times x columns).
 */
export function drawPaths(input: PathInput): Paths {
  const normal = normalDraws(input.random)
  const paths: Float64Array[] = []
  const variances: number[] = []
  for (const { model, pairs } of sharePairs(input.models, input.draws / 2)) {
    const posterior = posteriorOf(model, input)
    for (let pair = 0; pair < pairs; pair += 1) {
      const gamma = drawGamma(model.freedom / 2, input.random, normal)
      const variance = Math.max(model.residual / 2 / gamma, input.leastVariance)
      const swing = drawSwing(input, model, posterior, Math.sqrt(variance), normal)
      paths.push(...mirror(posterior.middle, swing))
      variances.push(variance, variance)
    }
  }
  return { paths, variances: Float64Array.from(variances) }
}

function mirror(middle: Float64Array, swing: Float64Array): [Float64Array, Float64Array] {
  const up = new Float64Array(middle.length)
  for (let time = 0; time < middle.length; time += 1) {
    const value = swing[time] ?? 0
    up[time] = (middle[time] ?? 0) + value
    swing[time] = (middle[time] ?? 0) - value
  }
  return [up, swing]
}

/** Whole numbers of pairs that add up to `pairs`, as near to the shares as can be. */
function sharePairs(models: readonly Model[], pairs: number): { model: Model; pairs: number }[] {
  let before = 0
  let share = 0
  return models.map((model) => {
    share += model.share
    const upTo = Math.round(share * pairs)
    const own = upTo - before
    before = upTo
    return { model, pairs: own }
  })
}

type Posterior = {
  readonly lower: Float64Array
  readonly middle: Float64Array
}

function posteriorOf(model: Model, input: PathInput): Posterior {
  const { columns, gram, whitened, outcome } = model
  const precision = precisionOf(model)
  const lower = cholesky(precision) ?? diagonalOf(precision)
  const right = Float64Array.from(columns, (column) => at(gram, column, outcome))
  const coefficients = solveUpper(lower, solveLower(lower, right))
  const level = levelGiven(model, coefficients) + (whitened.endLevels[outcome] ?? 0)
  return { lower, middle: project(input, model, coefficients, level) }
}

/** The g-prior holds back what the other columns add beyond the constant. */
function precisionOf({ columns, gram, holdBack }: Model): Symmetric {
  const size = columns.length
  const values = new Float64Array(size * size)
  const constant = at(gram, 0, 0)
  columns.forEach((left, row) => {
    columns.forEach((right, column) => {
      const product = at(gram, left, right)
      const own =
        row === 0 || column === 0 ? 0 : product - (at(gram, left, 0) * at(gram, right, 0)) / constant
      values[row * size + column] = product + holdBack * own
    })
  })
  return { size, values }
}

/** Nothing but each column alone, where columns say the same to the last digit. */
function diagonalOf(matrix: Symmetric): Float64Array {
  const lower = new Float64Array(matrix.size ** 2)
  for (let row = 0; row < matrix.size; row += 1)
    lower[row * matrix.size + row] = Math.sqrt(Math.max(at(matrix, row, row), 1e-12))
  return lower
}

/** How much the expected level falls for these coefficients. */
function levelGiven({ columns, whitened }: Model, coefficients: Float64Array): number {
  let level = 0
  columns.forEach((column, index) => {
    level -= (whitened.endLevels[column] ?? 0) * (coefficients[index] ?? 0)
  })
  return level
}

function project(
  { design, times }: PathInput,
  model: Model,
  coefficients: Float64Array,
  level: number,
): Float64Array {
  const path = new Float64Array(times)
  model.columns.forEach((column, index) => {
    const values = design[column]
    const coefficient = coefficients[index] ?? 0
    if (values)
      for (let time = 0; time < times; time += 1)
        path[time] = (path[time] ?? 0) + coefficient * (values[time] ?? 0)
  })
  let current = level
  for (let time = 0; time < times; time += 1) {
    path[time] = (path[time] ?? 0) + current
    current *= model.shape.persistence
  }
  return path
}

function drawSwing(
  input: PathInput,
  model: Model,
  { lower }: Posterior,
  deviation: number,
  normal: () => number,
): Float64Array {
  const { shape, whitened } = model
  const coefficients = solveUpper(
    lower,
    Float64Array.from(model.columns, () => normal() * deviation),
  )
  const hasLevel = shape.stepVariance > 0
  const spread = hasLevel ? deviation * Math.sqrt(whitened.endVariance) : 0
  const path = project(input, model, coefficients, levelGiven(model, coefficients) + spread * normal())
  const step = deviation * Math.sqrt(shape.stepVariance)
  const noise = input.noise === 'none' ? 0 : deviation * Math.sqrt(shape.noiseVariance)
  let wandered = 0
  for (let time = 0; time < input.times; time += 1) {
    path[time] = (path[time] ?? 0) + wandered + (noise > 0 ? noise * normal() : 0)
    if (hasLevel) wandered = shape.persistence * wandered + step * normal()
  }
  return path
}
