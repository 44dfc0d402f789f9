/**
 * How what is left of a series after its regressors hangs together over time: a level that wanders and, each time,
 * noise of its own. `persistence` 1 is a random walk, 0 is no level at all.
 */
export type LevelShape = {
  readonly persistence: number
  /** Variance of the level's step from one time to the next, where the noise has 1. */
  readonly stepVariance: number
  /** 1, or 0 where the level is all there is. */
  readonly noiseVariance: number
}

/** Columns with their dependence over time taken out, and what the filter knows at the first time after them. */
export type Whitened = {
  /** One array a column, one value an observed time, independent with equal variance. */
  readonly columns: readonly Float64Array[]
  readonly logDeterminant: number
  /** Level expected of each column at the next time. */
  readonly endLevels: Float64Array
  /** Its variance, in units of the noise. */
  readonly endVariance: number
}

/**
 * Whitens several columns by the Kalman filter of a level with noise; the gains are the same for all of them, so one
 * pass serves all. Times that are not observed are passed over.
 * Assumes: `weights[t]` scales the noise variance at t. A random walk starts at 0, so the columns must hold a constant.
 * Source: Harvey (1989), Forecasting, structural time series models and the Kalman filter, sections 3.2 and 3.4.
 * Cost: O(times x columns).
 */
export function whiten(
  columns: readonly Float64Array[],
  observed: readonly boolean[],
  weights: Float64Array,
  shape: LevelShape,
): Whitened {
  const { persistence, stepVariance } = shape
  const { gains, scales, endVariance } = filterGains(observed, weights, shape)
  const count = scales.length
  const endLevels = new Float64Array(columns.length)
  const hasLevel = stepVariance > 0
  const whitened = columns.map((column, at) => {
    const out = new Float64Array(count)
    let level = 0
    let row = 0
    for (let time = 0; time < observed.length; time += 1) {
      if (observed[time]) {
        const surprise = (column[time] ?? 0) - level
        out[row] = surprise * (scales[row] ?? 0)
        if (hasLevel) level += (gains[row] ?? 0) * surprise
        row += 1
      }
      level *= persistence
    }
    endLevels[at] = level
    return out
  })
  let logDeterminant = 0
  for (const scale of scales) logDeterminant -= 2 * Math.log(scale)
  return { columns: whitened, logDeterminant, endLevels, endVariance }
}

function filterGains(
  observed: readonly boolean[],
  weights: Float64Array,
  { persistence, stepVariance, noiseVariance }: LevelShape,
) {
  const count = observed.reduce((sum, isObserved) => sum + (isObserved ? 1 : 0), 0)
  const gains = new Float64Array(count)
  const scales = new Float64Array(count)
  let variance = persistence < 1 ? stepVariance / (1 - persistence ** 2) : stepVariance
  let row = 0
  for (let time = 0; time < observed.length; time += 1) {
    if (observed[time]) {
      const noise = noiseVariance * (weights[time] ?? 1)
      const total = variance + noise
      const gain = variance / total
      gains[row] = gain
      scales[row] = 1 / Math.sqrt(total)
      variance *= noise / total
      row += 1
    }
    variance = persistence ** 2 * variance + stepVariance
  }
  return { gains, scales, endVariance: variance }
}
