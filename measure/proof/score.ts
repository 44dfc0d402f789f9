import { checkGap, checkHistory } from '../../core/changes/guards/check-history.ts'
import { checkPlacebo } from '../../core/changes/guards/check-placebo.ts'
import { drawCounterfactual } from '../../core/changes/proof/counterfactual.ts'
import { fitHistory, narrow } from '../../core/changes/proof/fit-history.ts'
import { nameVerdict } from '../../core/changes/proof/judge-series.ts'
import { foretell, looksInPlan, measureEffect } from '../../core/changes/proof/measure-effect.ts'
import { defaultProof, type ProofSettings } from '../../core/changes/proof/verdict.ts'
import { type Length, type Setting, simulate } from './simulate.ts'

/** How often, over many simulated series; shares of those that were not refused. */
export type Score = {
  readonly series: number
  readonly refused: number
  readonly covered: number
  /** Verdicts `better` and `worse`, by the size of the true effect. */
  readonly found: readonly number[]
  /** Middle one of the intervals' widths. */
  readonly width: number
}

export type Task = {
  readonly setting: Setting
  readonly length: Length
  readonly look: ProofSettings['look']
  readonly effects: readonly number[]
}

const draws = 1000

/** Judges series without and with effects by the method's own parts; each history is fitted once for all its effects. */
export function scoreSettings({ setting, length, look, effects }: Task, seeds: readonly number[]): Score {
  const settings = { ...defaultProof, look, materialShare: 0 }
  const widths: number[] = []
  const found = effects.map(() => 0)
  let refused = 0
  let covered = 0
  for (const seed of seeds) {
    const { series } = simulate(setting, length, 0, seed)
    if ([checkHistory(series), checkGap(series)].some(({ status }) => status === 'failed')) {
      refused += 1
      continue
    }
    const horizon = look === 'any' ? looksInPlan.day : length.after
    const fitted = fitHistory(series, horizon)
    if (checkPlacebo(narrow(fitted), settings).status === 'failed') {
      refused += 1
      continue
    }
    const paths = drawCounterfactual(fitted, { seed: 1, draws, horizon })
    const foretold = foretell(paths, series.values.slice(length.history), 'day')
    effects.forEach((size, at) => {
      const { series: other, trueAverage } = simulate(setting, length, size, seed)
      const effect = measureEffect(other.values.slice(length.history), foretold)
      const { low, high } = effect.average
      if (at === 0) {
        widths.push(high - low)
        if (low <= trueAverage && trueAverage <= high) covered += 1
      }
      const { kind } = nameVerdict(other, effect, settings)
      if (kind === 'better' || kind === 'worse') found[at] = (found[at] ?? 0) + 1
    })
  }
  const judged = Math.max(1, seeds.length - refused)
  widths.sort((left, right) => left - right)
  return {
    series: seeds.length,
    refused: refused / seeds.length,
    covered: covered / judged,
    found: found.map((count) => count / judged),
    width: widths[Math.floor(widths.length / 2)] ?? Number.NaN,
  }
}
