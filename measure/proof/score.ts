import { checkGap, checkHistory } from '../../core/changes/guards/check-history.ts'
import { checkPlacebo } from '../../core/changes/guards/check-placebo.ts'
import { drawCautiously, isUnsettled } from '../../core/changes/proof/draw-cautiously.ts'
import { fitHistory, narrow } from '../../core/changes/proof/fit-history.ts'
import { nameVerdict } from '../../core/changes/proof/judge-series.ts'
import { foretell, looksInPlan, measureEffect } from '../../core/changes/proof/measure-effect.ts'
import { defaultProof, type ProofSettings } from '../../core/changes/proof/verdict.ts'
import { type Length, type Setting, simulate } from './simulate.ts'

/** How often, over many simulated series. */
export type Score = {
  readonly series: number
  /** Nothing could be judged, or a pretended change was found. */
  readonly refused: number
  /** The history did not show whether the level wanders: cannot say, but for what is clear even if it does. */
  readonly unsettled: number
  /** Intervals that hold the truth, of series that were neither refused nor unsettled. */
  readonly covered: number
  /** The same of the unsettled, whose interval is that of a level that wanders. */
  readonly unsettledCovered: number
  /** Verdicts `better` and `worse`, by the size of the true effect; of all series. */
  readonly found: readonly number[]
  /** Middle one of the settled intervals' widths. */
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
export function scoreSettings(task: Task, seeds: readonly number[]): Score {
  const judged = seeds.flatMap((seed) => judgeOne(task, seed) ?? [])
  const open = judged.filter(({ isOpen }) => isOpen)
  const settled = judged.filter(({ isOpen }) => !isOpen)
  const widths = settled.map(({ width }) => width).sort((left, right) => left - right)
  return {
    series: seeds.length,
    refused: 1 - judged.length / seeds.length,
    unsettled: open.length / seeds.length,
    covered: shareCovered(settled),
    unsettledCovered: shareCovered(open),
    found: task.effects.map((_, at) => judged.filter(({ found }) => found[at]).length / seeds.length),
    width: widths[Math.floor(widths.length / 2)] ?? Number.NaN,
  }
}

function shareCovered(judged: readonly { readonly isCovered: boolean }[]): number {
  return judged.filter(({ isCovered }) => isCovered).length / judged.length
}

/** Null where it is refused. Whether it is covered is asked of the first effect, which is none. */
function judgeOne({ setting, length, look, effects }: Task, seed: number) {
  const settings = { ...defaultProof, look, materialShare: 0 }
  const { series } = simulate(setting, length, 0, seed)
  if ([checkHistory(series), checkGap(series)].some(({ status }) => status === 'failed')) return null
  const horizon = look === 'any' ? looksInPlan.day : length.after
  const fitted = fitHistory(series, horizon)
  if (checkPlacebo(narrow(fitted), settings).status === 'failed') return null
  const paths = drawCautiously(fitted, { seed: 1, draws, horizon })
  const foretold = foretell(paths, series.values.slice(length.history), 'day')
  const measured = effects.map((size) => {
    const { series: other, trueAverage } = simulate(setting, length, size, seed)
    return { other, trueAverage, effect: measureEffect(other.values.slice(length.history), foretold) }
  })
  const [none] = measured
  const { low = 0, high = 0 } = none?.effect.average ?? {}
  const truth = none?.trueAverage ?? 0
  return {
    isOpen: isUnsettled(fitted),
    isCovered: low <= truth && truth <= high,
    width: high - low,
    found: measured.map(({ other, effect }) => {
      const { kind } = nameVerdict(other, effect, settings)
      return kind === 'better' || kind === 'worse'
    }),
  }
}
