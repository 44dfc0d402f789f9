import { drawPaths } from '../../stats/draw-paths.ts'
import { drawGamma, drawPoisson, normalDraws } from '../../stats/draws.ts'
import { randomFrom } from '../../stats/random.ts'
import { smoothFit } from '../../stats/smooth-fit.ts'
import { type Block, designOf, type Model, weighModels } from '../../stats/weigh-models.ts'
import { fillGaps } from './fill-gaps.ts'
import { addTimes } from './next-times.ts'
import { listPatterns, momentsOf, standardise } from './patterns.ts'
import { known, type ProofSeries } from './series.ts'

/** On which scale effects add up: as they are; in percent; in percent with the chance of small counts. */
export type Scale = 'linear' | 'percent' | 'count'

/** How the series might have gone on without the change, from the change on. */
export type Counterfactual = {
  readonly scale: Scale
  readonly paths: readonly Float64Array[]
  /** Share of belief in models that use it, by name of pattern or control. */
  readonly used: Readonly<Record<string, number>>
}

export type CounterfactualSettings = { readonly seed: number; readonly draws: number }

/** Counts with a mean above this are as good as normal. */
const mostSmallCount = 30

/** Percent is preferred only where it foretells the history clearly better (in log likelihood). */
const percentHurdle = 2

/**
 * Draws how the series would have gone on from its own history and its controls, `horizon` times far.
 * Assumes: the controls are untouched by the change. Controls beyond their end are taken at their mean.
 * Cost: about 40 passes over the history for a normal series.
 */
export function drawCounterfactual(
  series: ProofSeries,
  horizon: number,
  settings: CounterfactualSettings,
): Counterfactual {
  const before = series.values.slice(0, series.changeAt)
  const history = known(before)
  const isSmallCount =
    history.every((value) => value >= 0 && Number.isInteger(value)) &&
    momentsOf(history).mean < mostSmallCount
  if (isSmallCount) return fitCounts(series, horizon, settings)
  const linear = fitAmounts(series, 'linear', horizon)
  const percent = history.every((value) => value > 0) ? fitAmounts(series, 'percent', horizon) : null
  const isPercent = percent !== null && percent.logEvidence > linear.logEvidence + percentHurdle
  return (isPercent ? percent : linear).draw(settings)
}

type Fit = {
  readonly logEvidence: number
  readonly draw: (settings: CounterfactualSettings) => Counterfactual
}

function fitAmounts(series: ProofSeries, scale: 'linear' | 'percent', horizon: number): Fit {
  const toScale = scale === 'percent' ? Math.log : (value: number) => value
  const fromScale = scale === 'percent' ? Math.exp : (value: number) => value
  const before = series.values.slice(0, series.changeAt)
  const scaled = before.map((value) => (value === null ? null : toScale(value)))
  const { mean, deviation } = momentsOf(known(scaled))
  const blocks = blocksOf(series, scale === 'percent', horizon)
  const weighed = weighModels({
    values: Float64Array.from(scaled, (value) => (value === null ? 0 : (value - mean) / deviation)),
    observed: before.map((value) => value !== null),
    weights: new Float64Array(before.length).fill(1),
    blocks,
    leastVariance: 0,
  })
  const logScale = known(scaled).length * Math.log(deviation)
  const logSlope = scale === 'percent' ? known(scaled).reduce((sum, value) => sum + value, 0) : 0
  return {
    logEvidence: weighed.logEvidence - logScale - logSlope,
    draw: ({ seed, draws }) => {
      const { paths } = drawPaths({
        models: weighed.models,
        design: designAfter(blocks, series.changeAt, horizon),
        times: horizon,
        noise: 'normal',
        leastVariance: 0,
        draws,
        random: randomFrom(seed, 1),
      })
      const back = (value: number) => fromScale(mean + deviation * value)
      return { scale, used: usedOf(weighed.models, blocks), paths: paths.map((path) => path.map(back)) }
    },
  }
}

const countRounds = 4

/** Log-linear, with a variance that grows with the mean at least as that of independent events does. */
function fitCounts(
  series: ProofSeries,
  horizon: number,
  { seed, draws }: CounterfactualSettings,
): Counterfactual {
  const before = series.values.slice(0, series.changeAt)
  const observed = before.map((value) => value !== null)
  const blocks = blocksOf(series, true, horizon)
  const design = designOf(blocks, before.length)
  let expected = new Float64Array(before.length).fill(Math.log(Math.max(momentsOf(known(before)).mean, 0.01)))
  let working = workingCounts(before, expected)
  let models: readonly Model[] = []
  for (let round = 0; round < countRounds; round += 1) {
    working = workingCounts(before, expected)
    models = weighModels({ ...working, observed, blocks }).models
    expected = averageFit(models, design, { ...working, observed })
  }
  const random = randomFrom(seed, 1)
  const { paths, variances } = drawPaths({
    models,
    design: designAfter(blocks, series.changeAt, horizon),
    times: horizon,
    noise: 'none',
    leastVariance: working.leastVariance,
    draws,
    random,
  })
  const normal = normalDraws(random)
  const counts = paths.map((path, draw) => {
    const excess = (variances[draw] ?? 0) / working.leastVariance - 1
    return path.map((level) => drawCount(Math.exp(Math.min(level, 20)), excess, random, normal))
  })
  return { scale: 'count', used: usedOf(models, blocks), paths: counts }
}

/** Counts as a straight line sees them near what is expected. Source: McCullagh and Nelder (1989), section 2.5. */
function workingCounts(counts: ProofSeries['values'], expected: Float64Array) {
  const means = expected.map((level) => Math.exp(Math.min(Math.max(level, -5), 20)))
  const inverses = means.map((mean) => 1 / mean)
  const leastVariance = momentsOf([...inverses]).mean
  return {
    values: means.map((mean, time) => Math.log(mean) + ((counts[time] ?? mean) - mean) / mean),
    weights: inverses.map((inverse) => inverse / leastVariance),
    leastVariance,
  }
}

function averageFit(
  models: readonly Model[],
  design: readonly Float64Array[],
  working: Parameters<typeof smoothFit>[2],
): Float64Array<ArrayBuffer> {
  const best = models.reduce<Model | null>(
    (left, right) => (left && left.share >= right.share ? left : right),
    null,
  )
  return Float64Array.from(best ? smoothFit(best, design, working) : working.values)
}

/** Poisson, or negative binomial where counts vary more: variance = mean x (1 + excess). */
function drawCount(mean: number, excess: number, random: () => number, normal: () => number): number {
  if (excess < 0.01) return drawPoisson(mean, random)
  return drawPoisson(excess * drawGamma(mean / excess, random, normal), random)
}

function blocksOf(series: ProofSeries, isPercent: boolean, horizon: number): Block[] {
  const { times, rhythm, changeAt, controls } = series
  const last = times.at(-1) ?? 0
  const beyond = Array.from({ length: changeAt + horizon - times.length }, (_, at) =>
    addTimes(last, rhythm, at + 1),
  )
  const all = [...times, ...beyond]
  return [
    ...listPatterns(series, all),
    ...controls.map(({ name, values }): Block => {
      const filled = fillGaps(values)
      const isPositive = isPercent && filled.every((value) => value > 0)
      const column = standardise(isPositive ? filled.map(Math.log) : filled, changeAt)
      const padded = new Float64Array(all.length)
      padded.set(column.subarray(0, all.length))
      return { name, kind: 'control', columns: [padded] }
    }),
  ]
}

function designAfter(blocks: readonly Block[], changeAt: number, horizon: number): Float64Array[] {
  return designOf(blocks, changeAt + horizon).map((column) => column.subarray(changeAt))
}

function usedOf(models: readonly Model[], blocks: readonly Block[]): Record<string, number> {
  const shareOf = (block: number) =>
    models.reduce((sum, model) => sum + (model.blocks.includes(block) ? model.share : 0), 0)
  return Object.fromEntries(blocks.map(({ name }, block) => [name, shareOf(block)]))
}
