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
 * Counts over what they are held against. Without `totals`, counts of their own (Poisson) and the exposure is how much there was
 * to count in; with them, each count is a part of its total (binomial) and the exposure is the odds that it would have.
 */
export type CountRows = {
  readonly counts: readonly number[]
  readonly exposures: readonly number[]
  readonly totals: readonly number[] | null
}

/** Poisson regression; see `fitRows`. */
export function fitCounts(
  columns: readonly (readonly number[])[],
  counts: readonly number[],
  exposures: readonly number[],
): CountFit | null {
  return fitRows(columns, { counts, exposures, totals: null })
}

/**
 * Poisson regression with a log link, or binomial with a logit link, by iteratively reweighted least squares.
 * Assumes: each row's first column is 1; exposures above zero.  Refuses (`null`): columns that say the same, no count at all.
 * Source: McCullagh & Nelder (1989), 2.5; R: glm(y ~ x + offset(log(e)), poisson).  Cost: O(rows x columns² x rounds).
 */
export function fitRows(columns: readonly (readonly number[])[], rows: CountRows): CountFit | null {
  const { counts, exposures, totals } = rows
  const total = counts.reduce((sum, count) => sum + count, 0)
  const exposed = exposures.reduce((sum, exposure) => sum + exposure, 0)
  if (total === 0 || exposed === 0) return null
  const start = totals === null ? Math.log(total / exposed) : 0
  let coefficients: number[] = columns.map((_, index) => (index === 0 ? start : 0))
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const { information, score } = gather(columns, rows, coefficients)
    const step = solveSymmetric(information, score)
    if (step === null) return null
    coefficients = coefficients.map((value, index) => value + Math.max(-2, Math.min(2, step[index] ?? 0)))
    const { deviance } = misfit(columns, rows, coefficients)
    if (Math.abs(before - deviance) < 1e-8 * (1 + deviance)) break
    before = deviance
  }
  const covariance = invertSymmetric(gather(columns, rows, coefficients).information)
  if (covariance === null) return null
  return { coefficients, covariance, ...misfit(columns, rows, coefficients) }
}

function gather(columns: readonly (readonly number[])[], rows: CountRows, coefficients: readonly number[]) {
  const size = columns.length
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const score = new Array<number>(size).fill(0)
  for (const [row, count] of rows.counts.entries()) {
    const { mean, variance } = momentsAt(columns, rows, coefficients, row)
    for (let one = 0; one < size; one++) {
      const value = columns[one]?.[row] ?? 0
      score[one] = (score[one] ?? 0) + value * (count - mean)
      const line = information[one] ?? []
      for (let other = 0; other < size; other++) {
        line[other] = (line[other] ?? 0) + variance * value * (columns[other]?.[row] ?? 0)
      }
    }
  }
  return { information, score }
}

function misfit(columns: readonly (readonly number[])[], rows: CountRows, coefficients: readonly number[]) {
  let deviance = 0
  let pearson = 0
  for (const [row, count] of rows.counts.entries()) {
    const { mean, variance, total } = momentsAt(columns, rows, coefficients, row)
    const rest = total === null ? mean - count : logShare(total - count, total - mean)
    deviance += 2 * (logShare(count, mean) + rest)
    pearson += (count - mean) ** 2 / variance
  }
  return { deviance, pearson }
}

function logShare(count: number, mean: number): number {
  return count > 0 ? count * Math.log(count / mean) : 0
}

function momentsAt(
  columns: readonly (readonly number[])[],
  { exposures, totals }: CountRows,
  coefficients: readonly number[],
  row: number,
) {
  let linear = 0
  for (let index = 0; index < coefficients.length; index++) {
    linear += (coefficients[index] ?? 0) * (columns[index]?.[row] ?? 0)
  }
  const rate = (exposures[row] ?? 0) * Math.exp(Math.max(-30, Math.min(30, linear)))
  if (totals === null) return { mean: rate, variance: rate, total: null }
  const total = totals[row] ?? 0
  const mean = (total * rate) / (1 + rate)
  return { mean, variance: mean / (1 + rate), total }
}
