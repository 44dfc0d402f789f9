import { dayMs } from '../../core/base/time.ts'
import type { Control, ProofSeries } from '../../core/changes/proof/series.ts'
import { drawGamma, drawPoisson, normalDraws } from '../../core/stats/draws.ts'
import { type Random, randomFrom } from '../../core/stats/random.ts'

/** How a daily series is made; its noise has deviation 1 unless it counts. */
export type Setting = {
  readonly name: string
  /** Rise over 100 days; for counts as a share. */
  readonly trend?: number
  /** Half the way from the week's lowest day to its highest; for counts as a share. */
  readonly season?: number
  /** Of the noise from one day to the next. */
  readonly persistence?: number
  /** Deviation of the level's daily step. */
  readonly walk?: number
  /** Share of days without a value. */
  readonly missing?: number
  /** Mean of a count; without it the series is an amount. */
  readonly count?: number
  /** Variance of a count over its mean. */
  readonly dispersion?: number
  /** Controls that share the series' wandering level, each with noise of its own. */
  readonly goodControls?: number
  readonly junkControls?: number
}

export type Length = { readonly history: number; readonly after: number }

export type Simulated = { readonly series: ProofSeries; readonly trueAverage: number }

const firstDay = Date.UTC(2024, 0, 1)
const middle = 50

/**
 * One series of a setting, with an effect from the change on (in deviations of the noise; of counts a share of their
 * mean), and that effect on average over the days with a value. The same seed gives the same history at any effect.
 */
export function simulate(setting: Setting, length: Length, effect: number, seed: number): Simulated {
  const shaping = normalDraws(randomFrom(seed, 1))
  const random = randomFrom(seed, 2)
  const missing = randomFrom(seed, 3)
  const normal = normalDraws(random)
  const days = length.history + length.after
  const common = walkOf(days, (setting.goodControls ?? 0) > 0 ? 0.3 : 0, shaping)
  const level = walkOf(days, setting.walk ?? 0, shaping)
  const noise = noiseOf(days, setting.persistence ?? 0, shaping)
  const values: (number | null)[] = []
  let effects = 0
  for (let day = 0; day < days; day += 1) {
    const regular = regularOn(setting, day) + (level[day] ?? 0) + (common[day] ?? 0)
    const own = day >= length.history ? effect : 0
    const isMissing = missing() < (setting.missing ?? 0)
    const mean = (setting.count ?? 0) * Math.exp(regular)
    const amount = middle + regular + (noise[day] ?? 0) + own
    const value = setting.count ? drawCount(setting, mean * (1 + own), random, normal) : amount
    values.push(isMissing ? null : value)
    if (!isMissing) effects += setting.count ? mean * own : own
  }
  const counted = values.slice(length.history).filter((value) => value !== null).length
  const series: ProofSeries = {
    name: 'simulated',
    rhythm: 'day',
    times: values.map((_, day) => firstDay + day * dayMs),
    values,
    controls: controlsOf(setting, common, shaping),
    changeAt: length.history,
  }
  return { series, trueAverage: effects / Math.max(1, counted) }
}

function regularOn({ trend = 0, season = 0 }: Setting, day: number): number {
  return (trend * day) / 100 + season * Math.sin((2 * Math.PI * day) / 7)
}

function walkOf(days: number, step: number, normal: () => number): number[] {
  let level = 0
  return Array.from({ length: days }, () => {
    level += step * normal()
    return level
  })
}

function noiseOf(days: number, persistence: number, normal: () => number): number[] {
  let value = normal()
  return Array.from({ length: days }, () => {
    value = persistence * value + Math.sqrt(1 - persistence ** 2) * normal()
    return value
  })
}

function drawCount({ dispersion = 1 }: Setting, mean: number, random: Random, normal: () => number): number {
  if (dispersion <= 1) return drawPoisson(mean, random)
  const excess = dispersion - 1
  return drawPoisson(excess * drawGamma(mean / excess, random, normal), random)
}

function controlsOf(setting: Setting, common: readonly number[], normal: () => number): Control[] {
  const good = Array.from({ length: setting.goodControls ?? 0 }, (_, at) => ({
    name: `good ${at + 1}`,
    values: common.map((value) => 30 + value + 0.5 * normal()),
  }))
  const junk = Array.from({ length: setting.junkControls ?? 0 }, (_, at) => ({
    name: `junk ${at + 1}`,
    values: at % 2 === 0 ? walkOf(common.length, 0.3, normal) : common.map(() => normal()),
  }))
  return [...good, ...junk]
}
