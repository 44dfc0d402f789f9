const bins = 1024

/**
 * Sample quantiles (the order statistic at or below each rank) without sorting all: values are counted in 1,024 bins of equal
 * width, and only the bins that hold an asked rank are put in order. Cost: O(n) unless nearly all values share a bin.
 */
export function selectPoints(values: Float64Array, shares: readonly number[]): number[] {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    if (value < least) least = value
    if (value > most) most = value
  }
  if (!(most > least)) return shares.map(() => values[0] ?? 0)
  const scale = (bins - 1e-6) / (most - least)
  const counts = new Uint32Array(bins)
  const places = new Uint16Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const bin = ((values[index] ?? 0) - least) * scale
    places[index] = bin
    counts[bin | 0] = (counts[bin | 0] ?? 0) + 1
  }
  return shares.map((share) => {
    let rank = Math.floor(share * (values.length - 1))
    let bin = 0
    while (rank >= (counts[bin] ?? 0)) rank -= counts[bin++] ?? 0
    const inside = new Float64Array(counts[bin] ?? 0)
    let next = 0
    for (let index = 0; index < values.length; index++) {
      if (places[index] === bin) inside[next++] = values[index] ?? 0
    }
    return inside.sort()[rank] ?? 0
  })
}
