import { drawPaths } from '../../stats/draw-paths.ts'
import { drawGamma, drawPoisson, normalDraws } from '../../stats/draws.ts'
import { type Random, randomFrom } from '../../stats/random.ts'
import { designOf, startsOf, weighModels } from '../../stats/weigh-models.ts'
import type { FittedHistory } from './fit-history.ts'

/** How a series might have gone on without the change: one array a draw, from the change on. */
export type Paths = readonly Float64Array[]

export type DrawSettings = {
  readonly seed: number
  readonly draws: number
  readonly horizon: number
  /** Index of a control that may not help. */
  readonly withoutControl?: number
}

/** Draws how the series would have gone on from its own history and its controls. Assumes these are untouched. */
export function drawCounterfactual(fitted: FittedHistory, settings: DrawSettings): Paths {
  const { scale, mean, deviation, whitened, models } = fitted
  const { withoutControl } = settings
  const asked =
    withoutControl === undefined
      ? models
      : weighModels(whitened, { without: [blockOfControl(fitted, withoutControl)] }).models
  const random = randomFrom(settings.seed, 1)
  const { paths, variances } = drawPaths({
    models: asked,
    ...future(fitted, settings, random),
    noise: scale === 'count' ? 'none' : 'normal',
  })
  if (scale !== 'count') return toAmounts(paths, mean, deviation, scale === 'percent')
  return drawCounts(paths, variances, whitened.leastVariance, random)
}

/** Draws how a control would have gone on from its own history and the other controls, as it stands in the design. */
export function drawControl(
  fitted: FittedHistory,
  control: number,
  settings: DrawSettings,
): { readonly paths: Paths; readonly actual: Float64Array } {
  const { whitened, blocks, series } = fitted
  const block = blockOfControl(fitted, control)
  const { models } = weighModels(whitened, { outcome: startsOf(blocks)[block] ?? 0, without: [block] })
  const { paths } = drawPaths({
    models,
    ...future(fitted, settings, randomFrom(settings.seed, 2 + control)),
    noise: 'normal',
    leastVariance: 0,
  })
  const column = blocks[block]?.columns[0] ?? new Float64Array(0)
  return { paths, actual: column.slice(series.changeAt, series.changeAt + settings.horizon) }
}

function blockOfControl({ blocks, series }: FittedHistory, control: number): number {
  return blocks.length - series.controls.length + control
}

function future(
  { blocks, series, whitened }: FittedHistory,
  { horizon, draws }: DrawSettings,
  random: Random,
) {
  const design = designOf(blocks, series.changeAt + horizon)
  return {
    design: design.map((column) => column.subarray(series.changeAt)),
    times: horizon,
    leastVariance: whitened.leastVariance,
    draws,
    random,
  }
}

function toAmounts(paths: Paths, mean: number, deviation: number, isPercent: boolean): Paths {
  for (const path of paths) {
    for (let time = 0; time < path.length; time += 1) {
      const value = mean + deviation * (path[time] ?? 0)
      path[time] = isPercent ? Math.exp(value) : value
    }
  }
  return paths
}

/** Poisson, or negative binomial where counts vary more: variance = mean x (1 + excess). */
function drawCounts(levels: Paths, variances: Float64Array, leastVariance: number, random: Random): Paths {
  const normal = normalDraws(random)
  return levels.map((path, draw) => {
    const excess = (variances[draw] ?? 0) / leastVariance - 1
    return path.map((level) => {
      const mean = Math.exp(Math.min(level, 20))
      const rate = excess < 0.01 ? mean : excess * drawGamma(mean / excess, random, normal)
      return drawPoisson(rate, random)
    })
  })
}
