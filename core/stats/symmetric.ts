/** A symmetric matrix, its rows one after another. */
export type Symmetric = { readonly size: number; readonly values: Float64Array }

export function at({ size, values }: Symmetric, row: number, column: number): number {
  return values[row * size + column] ?? 0
}

/** The sums of products of each pair of columns. Cost: O(rows x columns²). */
export function gramOf(columns: readonly Float64Array[]): Symmetric {
  const size = columns.length
  const values = new Float64Array(size * size)
  columns.forEach((left, row) => {
    for (let column = 0; column <= row; column += 1) {
      const right = columns[column]
      if (right === undefined) continue
      let sum = 0
      for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0)
      values[row * size + column] = sum
      values[column * size + row] = sum
    }
  })
  return { size, values }
}

/**
 * Takes one column out of all others: what remains are the sums of products of the others' residuals, so that the last
 * column against itself is the residual sum of squares. Source: Goodnight (1979), The American Statistician 33(3).
 */
export function takeOut({ size, values }: Symmetric, pivot: number): Symmetric {
  const left = new Float64Array(values)
  const scale = 1 / (values[pivot * size + pivot] ?? 0)
  for (let row = 0; row < size; row += 1) {
    const factor = (values[row * size + pivot] ?? 0) * scale
    if (factor === 0) continue
    const start = row * size
    const from = pivot * size
    for (let column = 0; column < size; column += 1)
      left[start + column] = (left[start + column] ?? 0) - factor * (values[from + column] ?? 0)
  }
  return { size, values: left }
}

/**
 * The lower triangle L with L L' = the matrix, or null where it is not positive: where a pivot is not more than `least` of
 * its diagonal. Source: Golub & Van Loan, Matrix Computations, 4.2. Cost: O(n³).
 */
export function cholesky({ size, values }: Symmetric, least = 0): Float64Array | null {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = values[row * size + column] ?? 0
      for (let inner = 0; inner < column; inner += 1)
        sum -= (lower[row * size + inner] ?? 0) * (lower[column * size + inner] ?? 0)
      if (row !== column) lower[row * size + column] = sum / (lower[column * size + column] ?? 1)
      else if (sum > least * Math.max(1e-12, values[row * size + row] ?? 0))
        lower[row * size + row] = Math.sqrt(sum)
      else return null
    }
  }
  return lower
}

/** Solves L x = b, from the top. */
export function solveLower(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const solved = new Float64Array(size)
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] ?? 0
    for (let column = 0; column < row; column += 1)
      sum -= (lower[row * size + column] ?? 0) * (solved[column] ?? 0)
    solved[row] = sum / (lower[row * size + row] ?? 1)
  }
  return solved
}

/** Solves L' x = b, from the bottom. */
export function solveUpper(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const solved = new Float64Array(size)
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0
    for (let column = row + 1; column < size; column += 1)
      sum -= (lower[column * size + row] ?? 0) * (solved[column] ?? 0)
    solved[row] = sum / (lower[row * size + row] ?? 1)
  }
  return solved
}
