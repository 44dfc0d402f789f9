import { isWandering } from '../../stats/level-shapes.ts'
import { type DrawSettings, drawCounterfactual, type Paths } from './counterfactual.ts'
import type { FittedHistory } from './fit-history.ts'
import { known } from './series.ts'

/** Below the one belief a level is taken to stay where it is, from the other on to wander; between them nobody can tell. */
const wanders = 0.9
/** The shorter the history, the less its calm says. */
const stays = { short: 0.02, long: 0.08 }
const longDays = 180

/** From this belief on, what counts as clear must lie half as far again outside: how far it wanders is not known either. */
const likely = 0.3
const stretch = 1.5

/**
 * What is learned from one history is a little too sure of itself, and of how far a level wanders more than of its noise:
 * by how much, simulation on seeds of its own told.
 */
const spare = { noise: 1.05, walk: 1.14 }

/** Belief that the level wanders by itself, so far that it matters, with no control that goes along. */
export function beliefInWandering({ models }: FittedHistory): number {
  return models.reduce((sum, { shape, share }) => sum + (isWandering(shape) ? share : 0), 0)
}

/** How much of what is not known about a day so far ahead comes from a level that never returns by itself. */
function shareOfWalk({ models }: FittedHistory, days: number): number {
  return models.reduce((sum, { shape: { persistence, stepVariance, noiseVariance }, share }) => {
    const walked = persistence === 1 ? stepVariance * days : 0
    return sum + (walked === 0 ? 0 : share * (walked / (walked + noiseVariance)))
  }, 0)
}

/**
 * Whether the days before the change leave open if the level wanders by itself. Weeks and longer are not asked: their
 * histories hold few values, and with few values wandering is feared from the start.
 */
export function isUnsettled(fitted: FittedHistory): boolean {
  const { rhythm, values, changeAt } = fitted.series
  const belief = beliefInWandering(fitted)
  const days = known(values.slice(0, changeAt)).length
  return rhythm === 'day' && belief >= stays[days < longDays ? 'short' : 'long'] && belief < wanders
}

/**
 * Draws what would have been, somewhat further apart than the fitted history alone would have it; where nobody can tell whether
 * the level wanders, as if it did. Small counts bring enough chance of their own.
 */
export function drawCautiously(fitted: FittedHistory, settings: DrawSettings): Paths {
  const least = fitted.scale === 'linear' ? Number.NEGATIVE_INFINITY : 0
  if (isUnsettled(fitted)) {
    const belief = beliefInWandering(fitted)
    const paths = drawCounterfactual(asIfWandering(fitted, belief), settings)
    return belief < likely ? paths : widen(paths, () => stretch, least)
  }
  const paths = drawCounterfactual(fitted, settings)
  if (fitted.scale === 'count') return paths
  const spareAt = (time: number) => spare.noise + (spare.walk - spare.noise) * shareOfWalk(fitted, time + 1)
  return widen(paths, spareAt, least)
}

function asIfWandering(fitted: FittedHistory, belief: number): FittedHistory {
  const models = fitted.models
    .filter(({ shape }) => isWandering(shape))
    .map((model) => ({ ...model, share: model.share / belief }))
  return { ...fitted, models }
}

function widen(paths: Paths, factorAt: (time: number) => number, least: number): Paths {
  const means = new Float64Array(paths[0]?.length ?? 0)
  for (const path of paths)
    for (let time = 0; time < means.length; time += 1)
      means[time] = (means[time] ?? 0) + (path[time] ?? 0) / paths.length
  const factors = Float64Array.from(means, (_, time) => factorAt(time))
  return paths.map((path) =>
    path.map((value, time) => {
      const mean = means[time] ?? 0
      return Math.max(least, mean + (factors[time] ?? 1) * (value - mean))
    }),
  )
}
