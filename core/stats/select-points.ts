/**
 * Sample quantiles (the order statistic at or below each rank) without sorting: the buffer is reordered only as far as the
 * asked ranks need. `shares` must rise.  Source: Hoare's selection.  Cost: O(n) on average.
 */
export function selectPoints(buffer: Float64Array, shares: readonly number[]): number[] {
  let from = 0
  return shares.map((share) => {
    const rank = Math.floor(share * (buffer.length - 1))
    select(buffer, rank, from)
    from = rank
    return buffer[rank] ?? 0
  })
}

/** Puts the value of a rank in its place, smaller ones before it and larger ones behind. */
function select(buffer: Float64Array, rank: number, start: number): void {
  let from = start
  let to = buffer.length - 1
  while (from < to) {
    const pivot = middleOf(buffer[from] ?? 0, buffer[(from + to) >> 1] ?? 0, buffer[to] ?? 0)
    let left = from
    let right = to
    while (left <= right) {
      while ((buffer[left] ?? 0) < pivot) left++
      while ((buffer[right] ?? 0) > pivot) right--
      if (left > right) break
      const value = buffer[left] ?? 0
      buffer[left++] = buffer[right] ?? 0
      buffer[right--] = value
    }
    if (rank <= right) to = right
    else if (rank >= left) from = left
    else return
  }
}

function middleOf(one: number, two: number, three: number): number {
  return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three))
}
