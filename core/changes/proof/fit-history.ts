import type { LevelShape } from '../../stats/level-filter.ts'
import { quickShapes, shapesFor, type WeightedShape } from '../../stats/level-shapes.ts'
import { smoothFit } from '../../stats/smooth-fit.ts'
import {
  type Block,
  designOf,
  type Model,
  type WhitenedHistory,
  weighModels,
  whitenHistory,
} from '../../stats/weigh-models.ts'
import { listBlocks } from './list-blocks.ts'
import { momentsOf } from './patterns.ts'
import { known, type ProofSeries, type Values } from './series.ts'

/** On which scale effects add up: as they are; in percent; in percent with the chance of small counts. */
export type Scale = 'linear' | 'percent' | 'count'

/** A history understood, from which the time after can be drawn. */
export type FittedHistory = {
  readonly series: ProofSeries
  readonly scale: Scale
  readonly whitened: WhitenedHistory
  readonly models: readonly Model[]
  readonly blocks: readonly Block[]
  /** On the scale, the series is `mean + deviation x` what was fitted. */
  readonly mean: number
  readonly deviation: number
}

/** What an earlier fit of the same series has shown already, so that a part of it need not be asked again. */
export type KnownShape = { readonly scale: Scale; readonly shapes: readonly WeightedShape[] }

/** Counts with a mean above this are as good as normal. */
const mostSmallCount = 30

/** Percent is preferred only where it foretells the history clearly better (in log likelihood). */
const percentHurdle = 2

/**
 * Fits what went before the change: on the scale that foretells it best, and small counts as counts.
 * `horizon` is the number of times after the change that will be drawn. Cost: about 40 passes over the history.
 */
export function fitHistory(
  series: ProofSeries,
  horizon: number,
  given: KnownShape | null = null,
): FittedHistory {
  const shapes = given?.shapes ?? shapesFor(known(series.values.slice(0, series.changeAt)).length)
  const scale = given?.scale ?? chooseScale(series, horizon)
  return scale === 'count' ? fitCounts(series, horizon, shapes) : fitAmounts(series, scale, horizon, shapes)
}

/** The same history through the shapes only that are still in the running, for questions on the side. */
export function narrow(fitted: FittedHistory): FittedHistory {
  const { models, whitened } = fitted
  const shareOf = (shape: LevelShape) =>
    models.reduce((sum, model) => sum + (model.shape === shape ? model.share : 0), 0)
  const views = whitened.views.filter(({ shape }) => shareOf(shape) > leastBelief)
  return { ...fitted, whitened: { ...whitened, views } }
}

const leastBelief = 0.02

function chooseScale(series: ProofSeries, horizon: number): Scale {
  const history = known(series.values.slice(0, series.changeAt))
  const isCount = history.every((value) => value >= 0 && Number.isInteger(value))
  if (isCount && momentsOf(history).mean < mostSmallCount) return 'count'
  if (history.some((value) => value <= 0)) return 'linear'
  const evidenceOf = (scale: 'linear' | 'percent') => {
    const fit = fitAmounts(series, scale, horizon, quickShapes)
    const slope = scale === 'percent' ? history.reduce((sum, value) => sum + Math.log(value), 0) : 0
    return weighModels(fit.whitened).logEvidence - history.length * Math.log(fit.deviation) - slope
  }
  return evidenceOf('percent') > evidenceOf('linear') + percentHurdle ? 'percent' : 'linear'
}

function fitAmounts(
  series: ProofSeries,
  scale: 'linear' | 'percent',
  horizon: number,
  shapes: readonly WeightedShape[],
): FittedHistory {
  const before = series.values.slice(0, series.changeAt)
  const scaled = before.map((value) => (value === null || scale === 'linear' ? value : Math.log(value)))
  const { mean, deviation } = momentsOf(known(scaled))
  const blocks = listBlocks(series, scale === 'percent', horizon)
  const whitened = whitenHistory({
    values: Float64Array.from(scaled, (value) => (value === null ? 0 : (value - mean) / deviation)),
    observed: before.map((value) => value !== null),
    weights: new Float64Array(before.length).fill(1),
    blocks,
    leastVariance: 0,
    reach: known(scaled).length,
    shapes,
  })
  return { series, scale, whitened, models: weighModels(whitened).models, blocks, mean, deviation }
}

const countRounds = 4

/** A pattern is looked for in counts only where there are this many events for each of its parts. */
const eventsPerColumn = 20

/** Log-linear, with a variance that grows with the mean at least as that of independent events does. */
function fitCounts(series: ProofSeries, horizon: number, shapes: readonly WeightedShape[]): FittedHistory {
  const before = series.values.slice(0, series.changeAt)
  const observed = before.map((value) => value !== null)
  const history = known(before)
  const mean = Math.max(momentsOf(history).mean, 0.01)
  const events = history.length * mean
  const blocks = listBlocks(series, true, horizon).filter(
    ({ kind, columns }) => kind === 'control' || columns.length * eventsPerColumn <= events,
  )
  const design = designOf(blocks, before.length)
  const average = Math.log(mean)
  const reach = Math.max(1, Math.min(history.length, events / 4))
  let expected: Float64Array = new Float64Array(before.length).fill(average)
  for (let round = 1; ; round += 1) {
    const working = workingCounts(before, expected)
    const isLast = round === countRounds
    const tried = (isLast ? shapes : quickShapes).filter(({ shape }) => isSlow(shape, working.leastVariance))
    const whitened = whitenHistory({ ...working, observed, blocks, reach, shapes: tried })
    const { models } = weighModels(whitened)
    if (isLast) return { series, scale: 'count', whitened, models, blocks, mean: 0, deviation: 1 }
    expected = smoothFit(likeliest(models), design, { ...working, observed })
  }
}

/** Rates of counts move by parts, not by multiples, from one time to the next; and counting always adds its own chance. */
function isSlow({ persistence, stepVariance, noiseVariance }: LevelShape, leastVariance: number): boolean {
  const variance = persistence < 1 ? stepVariance / (1 - persistence ** 2) : stepVariance * 10
  return noiseVariance > 0 && variance * leastVariance <= 0.5
}

/** Counts as a straight line sees them near what is expected. Source: McCullagh and Nelder (1989), section 2.5. */
function workingCounts(counts: Values, expected: Float64Array) {
  const means = expected.map((level) => Math.exp(Math.min(Math.max(level, -5), 20)))
  const inverses = means.map((mean) => 1 / mean)
  const leastVariance = momentsOf([...inverses]).mean
  return {
    values: means.map((mean, time) => Math.log(mean) + ((counts[time] ?? mean) - mean) / mean),
    weights: inverses.map((inverse) => inverse / leastVariance),
    leastVariance,
  }
}

function likeliest(models: readonly Model[]): Model {
  return models.reduce((left, right) => (right.share > left.share ? right : left))
}
