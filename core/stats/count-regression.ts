import { invertSymmetric, solveSymmetric } from './solve-symmetric.ts'

/** Counts over exposures, explained by columns on the scale of logarithms. */
export type CountFit = {
  readonly coefficients: readonly number[]
  /** Of the coefficients, for a dispersion of 1. */
  readonly covariance: readonly (readonly number[])[]
  readonly deviance: number
  /** Sum of squared Pearson residuals. */
  readonly pearson: number
}

const rounds = 30

/**
 * Poisson regression with a log link, by iteratively reweighted least squares.
 * Assumes: each row's first column is 1; exposures above zero.  Refuses (`null`): columns that say the same, no count at all.
 * Source: McCullagh & Nelder (1989), 2.5; R: glm(y ~ x + offset(log(e)), poisson).  Cost: O(rows x columns² x rounds).
 */
export function fitCounts(
  columns: readonly (readonly number[])[],
  counts: readonly number[],
  exposures: readonly number[],
): CountFit | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const exposed = exposures.reduce((sum, exposure) => sum + exposure, 0)
  if (total === 0 || exposed === 0) return null
  let coefficients: number[] = columns.map((_, index) => (index === 0 ? Math.log(total / exposed) : 0))
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const { information, score } = gather(columns, counts, exposures, coefficients)
    const step = solveSymmetric(information, score)
    if (step === null) return null
    coefficients = coefficients.map((value, index) => value + Math.max(-2, Math.min(2, step[index] ?? 0)))
    const { deviance } = misfit(columns, counts, exposures, coefficients)
    if (Math.abs(before - deviance) < 1e-8 * (1 + deviance)) break
    before = deviance
  }
  const covariance = invertSymmetric(gather(columns, counts, exposures, coefficients).information)
  if (covariance === null) return null
  return { coefficients, covariance, ...misfit(columns, counts, exposures, coefficients) }
}

function gather(
  columns: readonly (readonly number[])[],
  counts: readonly number[],
  exposures: readonly number[],
  coefficients: readonly number[],
) {
  const size = columns.length
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const score = new Array<number>(size).fill(0)
  for (const [row, count] of counts.entries()) {
    const mean = meanAt(columns, coefficients, exposures, row)
    for (let one = 0; one < size; one++) {
      const value = columns[one]?.[row] ?? 0
      score[one] = (score[one] ?? 0) + value * (count - mean)
      const line = information[one] ?? []
      for (let other = 0; other < size; other++) {
        line[other] = (line[other] ?? 0) + mean * value * (columns[other]?.[row] ?? 0)
      }
    }
  }
  return { information, score }
}

function misfit(
  columns: readonly (readonly number[])[],
  counts: readonly number[],
  exposures: readonly number[],
  coefficients: readonly number[],
) {
  let deviance = 0
  let pearson = 0
  for (const [row, count] of counts.entries()) {
    const mean = meanAt(columns, coefficients, exposures, row)
    deviance += 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean))
    pearson += (count - mean) ** 2 / mean
  }
  return { deviance, pearson }
}

function meanAt(
  columns: readonly (readonly number[])[],
  coefficients: readonly number[],
  exposures: readonly number[],
  row: number,
): number {
  let linear = 0
  for (let index = 0; index < coefficients.length; index++) {
    linear += (coefficients[index] ?? 0) * (columns[index]?.[row] ?? 0)
  }
  return (exposures[row] ?? 0) * Math.exp(Math.max(-30, Math.min(30, linear)))
}
