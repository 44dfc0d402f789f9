import { dayMs } from '../../core/base/time.ts'
import type { Control, ProofSeries } from '../../core/changes/proof/series.ts'
import { drawGamma, drawPoisson, normalDraws } from '../../core/stats/draws.ts'
import { type Random, randomFrom } from '../../core/stats/random.ts'

/** How a series is made; the noise has deviation 1 unless it counts. */
export type Setting = {
  readonly name: string
  readonly history: number
  readonly after: number
  /** Added from the change on, in deviations of the noise; for counts, the share of the mean. */
  readonly shift?: number
  /** Rise over 100 days. */
  readonly trend?: number
  readonly season?: number
  /** Of the noise from one day to the next. */
  readonly persistence?: number
  /** Deviation of the level's daily step. */
  readonly walk?: number
  readonly missing?: number
  /** Mean of a count; without it the series is an amount. */
  readonly count?: number
  /** Variance of a count over its mean. */
  readonly dispersion?: number
  readonly goodControls?: number
  readonly junkControls?: number
}

export type Simulated = { readonly series: ProofSeries; readonly trueAverage: number }

const firstDay = Date.UTC(2024, 0, 1)

/** One series of a setting, and the true effect on average over the days with a value. Same seed, same series. */
export function simulate(setting: Setting, seed: number): Simulated {
  const random = randomFrom(seed, 77)
  const normal = normalDraws(random)
  const days = setting.history + setting.after
  const common = walkOf(days, 0.3, normal)
  const hasGood = (setting.goodControls ?? 0) > 0
  const level = setting.walk ? walkOf(days, setting.walk, normal) : new Array<number>(days).fill(0)
  const noise = noiseOf(days, setting.persistence ?? 0, normal)
  const values: (number | null)[] = []
  let effects = 0
  let counted = 0
  for (let day = 0; day < days; day += 1) {
    const isAfter = day >= setting.history
    const shift = isAfter ? (setting.shift ?? 0) : 0
    const regular =
      ((setting.trend ?? 0) * day) / 100 +
      (setting.season ?? 0) * Math.sin((2 * Math.PI * (day % 7)) / 7) +
      (level[day] ?? 0) +
      (hasGood ? (common[day] ?? 0) : 0)
    const isMissing = random() < (setting.missing ?? 0)
    const value = setting.count
      ? drawCountAt(setting, setting.count * Math.exp(regular) * (1 + shift), random, normal)
      : 50 + regular + (noise[day] ?? 0) + shift
    values.push(isMissing ? null : value)
    if (isMissing || !isAfter) continue
    counted += 1
    effects += setting.count ? setting.count * Math.exp(regular) * shift : shift
  }
  const times = values.map((_, day) => firstDay + day * dayMs)
  const controls = controlsOf(setting, common, days, normal)
  return {
    series: { name: 'y', rhythm: 'day', times, values, controls, changeAt: setting.history },
    trueAverage: effects / Math.max(1, counted),
  }
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

function drawCountAt(
  { dispersion = 1 }: Setting,
  mean: number,
  random: Random,
  normal: () => number,
): number {
  if (dispersion <= 1) return drawPoisson(mean, random)
  const excess = dispersion - 1
  return drawPoisson(excess * drawGamma(mean / excess, random, normal), random)
}

function controlsOf(
  setting: Setting,
  common: readonly number[],
  days: number,
  normal: () => number,
): Control[] {
  const good = Array.from({ length: setting.goodControls ?? 0 }, (_, at) => ({
    name: `good ${at + 1}`,
    values: common.map((value) => 30 + value + 0.5 * normal()),
  }))
  const junk = Array.from({ length: setting.junkControls ?? 0 }, (_, at) => ({
    name: `junk ${at + 1}`,
    values: at % 2 === 0 ? walkOf(days, 0.3, normal) : Array.from({ length: days }, () => normal()),
  }))
  return [...good, ...junk]
}
