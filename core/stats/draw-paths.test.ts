import { describe, expect, it } from 'vitest'
import { drawPaths } from './draw-paths.ts'
import { randomFrom } from './random.ts'
import { smoothFit } from './smooth-fit.ts'
import { type Block, designOf, weighModels, whitenHistory } from './weigh-models.ts'

/** Flow of the Nile at Aswan, 1871 to 1898. Source: Cobb (1978), Biometrika 65, 243-251; R: datasets::Nile. */
const nile = Float64Array.of(
  ...[1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799],
  ...[958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100],
)
const times = nile.length
/** Level and noise as Durbin and Koopman estimate them from the whole series: 1,469 and 15,099. */
const shape = { persistence: 1, stepVariance: 1469 / 15099, noiseVariance: 1 }
const even = {
  weights: new Float64Array(times).fill(1),
  leastVariance: 0,
  shapes: [{ shape, logPrior: 0 }],
  reach: times,
}

function meansOf(paths: readonly Float64Array[]): number[] {
  return [...(paths[0] ?? [])].map(
    (_, time) => paths.reduce((sum, path) => sum + (path[time] ?? 0), 0) / paths.length,
  )
}

function drawNile(observed: readonly boolean[], draws: number) {
  const { models } = weighModels(whitenHistory({ ...even, values: nile, observed, blocks: [] }))
  const design = [new Float64Array(3).fill(1)]
  const settings = { times: 3, noise: 'normal', leastVariance: 0, draws, random: randomFrom(1, 1) } as const
  return { models, ...drawPaths({ models, design, ...settings }) }
}

describe('drawPaths', () => {
  // statsmodels 0.15, UnobservedComponents(y, 'llevel', use_exact_diffuse=True).smooth([15099, 1469]).get_forecast(3)
  it('goes on from the level that statsmodels forecasts for the Nile', () => {
    const { paths } = drawNile(Array(times).fill(true), 200)
    for (const mean of meansOf(paths)) expect(mean).toBeCloseTo(1133.126319, 4)
  })

  it('does so with years missing', () => {
    const observed = Array.from({ length: times }, (_, year) => ![4, 5, 6, 20].includes(year))
    for (const mean of meansOf(drawNile(observed, 200).paths)) expect(mean).toBeCloseTo(1133.461206, 4)
  })

  // Forecast variances of statsmodels at 15,099 a unit of noise: 20,600 and 23,538, in units 1.3643 and 1.5589.
  it('spreads as the forecast variances do, and with what is not known of the noise itself', () => {
    const { paths, variances } = drawNile(Array(times).fill(true), 20_000)
    const noise = variances.reduce((sum, variance) => sum + variance, 0) / variances.length
    const spread = (time: number) =>
      paths.reduce((sum, path) => sum + ((path[time] ?? 0) - 1133.126319) ** 2, 0) / paths.length / noise
    expect(spread(0)).toBeCloseTo(1.364, 1)
    expect(spread(2)).toBeCloseTo(1.559, 1)
    expect(new Set(variances).size).toBeGreaterThan(1000)
  })
})

describe('smoothFit', () => {
  // statsmodels, the same model: smoothed_state of the first and last year.
  it('smooths the level as statsmodels does', () => {
    const input = { ...even, values: nile, observed: Array(times).fill(true), blocks: [] }
    const [model] = weighModels(whitenHistory(input)).models
    if (model === undefined) throw new Error('expected a model')
    const fit = smoothFit(model, designOf([], times), input)
    expect(fit[0]).toBeCloseTo(1111.7207, 3)
    expect(fit[times - 1]).toBeCloseTo(1133.1263, 3)
  })
})

describe('weighModels', () => {
  const control = (name: string, columns: readonly Float64Array[]): Block => ({
    name,
    kind: 'control',
    belief: 0.5,
    columns,
  })
  const wave = (step: number) => Float64Array.from({ length: 60 }, (_, at) => Math.sin(step * at))
  const series = wave(0.4).map((value, at) => value + 0.1 * Math.sin(2.3 * at))
  const input = {
    values: series,
    observed: Array(60).fill(true),
    weights: new Float64Array(60).fill(1),
    leastVariance: 0,
    shapes: [{ shape: { persistence: 0, stepVariance: 0, noiseVariance: 1 }, logPrior: 0 }],
    reach: 60,
  }

  it('believes in the control that explains the series and not in the others', () => {
    const blocks = [
      control('good', [wave(0.4)]),
      control('junk', [wave(1.1)]),
      control('more junk', [wave(3)]),
    ]
    const { models } = weighModels(whitenHistory({ ...input, blocks }))
    const beliefIn = (block: number) =>
      models.reduce((sum, model) => sum + (model.blocks.includes(block) ? model.share : 0), 0)
    expect(beliefIn(0)).toBeGreaterThan(0.99)
    expect(beliefIn(1)).toBeLessThan(0.2)
    expect(beliefIn(2)).toBeLessThan(0.2)
  })

  it('gives shares that add up to one, and takes two equal controls for one', () => {
    const blocks = [control('one', [wave(0.4)]), control('the same', [wave(0.4)])]
    const { models } = weighModels(whitenHistory({ ...input, blocks }))
    expect(models.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(models.every((model) => model.blocks.length < 2)).toBe(true)
  })

  it('answers for a control without it, as if it were the series', () => {
    const blocks = [control('good', [wave(0.4)]), control('junk', [wave(1.1)])]
    const { models } = weighModels(whitenHistory({ ...input, blocks }), { outcome: 1, without: [0] })
    expect(models.every((model) => model.outcome === 1 && !model.blocks.includes(0))).toBe(true)
  })
})
