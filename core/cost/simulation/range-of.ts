import type { Range } from '../../base/figure.ts'
import { selectPoints } from '../../stats/select-points.ts'

const points = [0.025, 0.5, 0.975]

/** The 2.5, 50 and 97.5 % points of what was drawn. Cost: O(n). */
export function rangeOf(drawn: Float64Array): Range {
  const [low = 0, mid = 0, high = 0] = selectPoints(drawn, points)
  return { low, mid, high }
}

const batches = 10

/**
 * The standard error of the three points that comes from drawing and not from what is uncertain: how much they differ
 * between ten batches of the draws. Source: batch means, Law (2015), Simulation Modeling and Analysis, 9.5.3.
 */
export function batchError(drawn: Float64Array): Range {
  const size = Math.floor(drawn.length / batches)
  const ranges = Array.from({ length: batches }, (_, batch) =>
    rangeOf(drawn.slice(batch * size, (batch + 1) * size)),
  )
  const errorOf = (point: keyof Range) => {
    const mean = ranges.reduce((sum, range) => sum + range[point], 0) / batches
    const squares = ranges.reduce((sum, range) => sum + (range[point] - mean) ** 2, 0)
    return Math.sqrt(squares / (batches - 1) / batches)
  }
  return { low: errorOf('low'), mid: errorOf('mid'), high: errorOf('high') }
}
