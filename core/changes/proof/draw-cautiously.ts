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

/** What is learned from one history is a little too sure of itself: by how much, simulation on seeds of its own told. */
const spare = { calm: 1.04, wandering: 1.12 }

/** Belief that the level wanders by itself, so far that it matters, with no control that goes along. */
export function beliefInWandering({ models }: FittedHistory): number {
  return models.reduce((sum, { shape, share }) => sum + (isWandering(shape) ? share : 0), 0)
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
  const belief = beliefInWandering(fitted)
  const least = fitted.scale === 'linear' ? Number.NEGATIVE_INFINITY : 0
  if (!isUnsettled(fitted)) {
    const paths = drawCounterfactual(fitted, settings)
    const factor = belief < wanders ? spare.calm : spare.wandering
    return fitted.scale === 'count' ? paths : widen(paths, factor, least)
  }
  const models = fitted.models
    .filter(({ shape }) => isWandering(shape))
    .map((model) => ({ ...model, share: model.share / belief }))
  const paths = drawCounterfactual({ ...fitted, models }, settings)
  return belief < likely ? paths : widen(paths, stretch, least)
}

function widen(paths: Paths, factor: number, least: number): Paths {
  const means = new Float64Array(paths[0]?.length ?? 0)
  for (const path of paths)
    for (let time = 0; time < means.length; time += 1)
      means[time] = (means[time] ?? 0) + (path[time] ?? 0) / paths.length
  return paths.map((path) =>
    path.map((value, time) => {
      const mean = means[time] ?? 0
      return Math.max(least, mean + factor * (value - mean))
    }),
  )
}
