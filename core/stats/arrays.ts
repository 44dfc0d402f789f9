/** Sums and products of drawn numbers, in plain loops: array methods take ten times as long. */

/** Adds `values` to `sum`, `times` over. */
export function addTimes(sum: Float64Array, values: Float64Array, times: number): void {
  for (let draw = 0; draw < sum.length; draw++) sum[draw] = (sum[draw] ?? 0) + times * (values[draw] ?? 0)
}

export function multiply(one: Float64Array, other: Float64Array): Float64Array {
  const product = new Float64Array(one.length)
  for (let draw = 0; draw < one.length; draw++) product[draw] = (one[draw] ?? 0) * (other[draw] ?? 0)
  return product
}
