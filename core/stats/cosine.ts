/** Cosine of two vectors of length 1: the sum of products, in a fixed order. Cost: O(length). */
export function cosineOf(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0)
  return sum
}
