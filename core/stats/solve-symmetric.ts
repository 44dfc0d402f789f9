import { cholesky, solveLower, solveUpper } from './symmetric.ts'

/** A pivot this small beside its diagonal is only rounding. */
const leastPivot = 1e-10

/**
 * The inverse of a symmetric positive definite matrix; null where it is not positive definite. Cost: O(n³).
 */
export function invertSymmetric(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower = factor(matrix)
  if (lower === null) return null
  const size = matrix.length
  const columns = Array.from({ length: size }, (_, column) => solveFactored(lower, unit(size, column)))
  return Array.from({ length: size }, (_, row) => columns.map((column) => column[row] ?? 0))
}

/** Solves `matrix x = right` for a symmetric positive definite matrix; null where it is not. Cost: O(n³). */
export function solveSymmetric(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const lower = factor(matrix)
  return lower === null ? null : solveFactored(lower, right)
}

function factor(matrix: readonly (readonly number[])[]): Float64Array | null {
  return cholesky({ size: matrix.length, values: Float64Array.from(matrix.flat()) }, leastPivot)
}

function solveFactored(lower: Float64Array, right: readonly number[]): number[] {
  return [...solveUpper(lower, solveLower(lower, Float64Array.from(right)))]
}

function unit(size: number, at: number): number[] {
  return Array.from({ length: size }, (_, index) => (index === at ? 1 : 0))
}
