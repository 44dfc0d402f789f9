const fewTexts = 10

/**
 * What a company's texts have in common, to be taken away so that their differences count: the mean of their unit vectors,
 * drawn towards zero while they are few. Cost: linear.
 */
export function learnMean(vectors: Float32Array, size: number): Float32Array {
  const sums = new Float64Array(size)
  for (let at = 0; at < vectors.length; at++) sums[at % size] = (sums[at % size] ?? 0) + (vectors[at] ?? 0)
  return Float32Array.from(sums, (sum) => sum / (vectors.length / size + fewTexts))
}

/** Takes the mean away from each row and brings the rest to length 1, in place. */
export function centre(vectors: Float32Array, mean: Float32Array): void {
  const size = mean.length
  for (let at = 0; at < vectors.length; at += size) {
    let square = 0
    for (let index = 0; index < size; index++) {
      const value = (vectors[at + index] ?? 0) - (mean[index] ?? 0)
      vectors[at + index] = value
      square += value * value
    }
    const factor = square > 0 ? 1 / Math.sqrt(square) : 0
    for (let index = 0; index < size; index++) vectors[at + index] = (vectors[at + index] ?? 0) * factor
  }
}

/** Sum of products; four running sums, so that the order of additions is fixed. */
export function dot(
  one: Float32Array,
  oneAt: number,
  other: Float32Array,
  otherAt: number,
  size: number,
): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  let index = 0
  for (; index + 3 < size; index += 4) {
    first += (one[oneAt + index] ?? 0) * (other[otherAt + index] ?? 0)
    second += (one[oneAt + index + 1] ?? 0) * (other[otherAt + index + 1] ?? 0)
    third += (one[oneAt + index + 2] ?? 0) * (other[otherAt + index + 2] ?? 0)
    fourth += (one[oneAt + index + 3] ?? 0) * (other[otherAt + index + 3] ?? 0)
  }
  for (; index < size; index++) first += (one[oneAt + index] ?? 0) * (other[otherAt + index] ?? 0)
  return first + second + third + fourth
}

type Range = { readonly from: number; readonly to: number }

/** Products of one vector with rows `from` up to `to`, into `products`; four rows at a time, as memory likes it. */
export function multiplyRows(
  vector: Float32Array,
  rows: Float64Array,
  range: Range,
  products: Float32Array,
): void {
  const size = vector.length
  const last = range.to - 1
  for (let row = range.from; row < range.to; row += 4) {
    const first = row * size
    const second = Math.min(last, row + 1) * size
    const third = Math.min(last, row + 2) * size
    const fourth = Math.min(last, row + 3) * size
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let index = 0; index < size; index++) {
      const value = vector[index] ?? 0
      a += value * (rows[first + index] ?? 0)
      b += value * (rows[second + index] ?? 0)
      c += value * (rows[third + index] ?? 0)
      d += value * (rows[fourth + index] ?? 0)
    }
    const at = row - range.from
    products[at] = a
    products[at + 1] = b
    products[at + 2] = c
    products[at + 3] = d
  }
}
