/**
 * The inverse of a symmetric positive definite matrix, by Cholesky's method; null where it is not positive definite.
 * Source: Golub & Van Loan, Matrix Computations, 4.2. Cost: O(n³).
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

function factor(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = []
  for (const [row, values] of matrix.entries()) {
    const current: number[] = []
    for (let column = 0; column <= row; column++) {
      const other = column === row ? current : (lower[column] ?? [])
      let sum = values[column] ?? 0
      for (let index = 0; index < column; index++) sum -= (current[index] ?? 0) * (other[index] ?? 0)
      if (column < row) current.push(sum / (lower[column]?.[column] ?? 1))
      else if (sum > 1e-10 * Math.max(1e-12, values[row] ?? 0)) current.push(Math.sqrt(sum))
      else return null
    }
    lower.push(current)
  }
  return lower
}

function solveFactored(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const half: number[] = []
  for (const [row, values] of lower.entries()) {
    let sum = right[row] ?? 0
    for (let index = 0; index < row; index++) sum -= (values[index] ?? 0) * (half[index] ?? 0)
    half.push(sum / (values[row] ?? 1))
  }
  const solved: number[] = new Array(lower.length).fill(0)
  for (let row = lower.length - 1; row >= 0; row--) {
    let sum = half[row] ?? 0
    for (let index = row + 1; index < lower.length; index++)
      sum -= (lower[index]?.[row] ?? 0) * (solved[index] ?? 0)
    solved[row] = sum / (lower[row]?.[row] ?? 1)
  }
  return solved
}

function unit(size: number, at: number): number[] {
  return Array.from({ length: size }, (_, index) => (index === at ? 1 : 0))
}
