import { checkControls, checkLeaveOneOut } from '../guards/check-controls.ts'
import { checkGap, checkHistory, cutToForesight } from '../guards/check-history.ts'
import { checkMix, type Mix } from '../guards/check-mix.ts'
import { checkOtherChanges, type OtherChange } from '../guards/check-other-changes.ts'
import { checkPlacebo } from '../guards/check-placebo.ts'
import { checkSettled } from '../guards/check-settled.ts'
import { checkUnits } from '../guards/check-units.ts'
import type { Paths } from './counterfactual.ts'
import { drawCautiously } from './draw-cautiously.ts'
import { type FittedHistory, fitHistory, narrow } from './fit-history.ts'
import {
  type EffectSoFar,
  foretell,
  isVague,
  type Look,
  type Looks,
  looksInPlan,
  measureEffect,
} from './measure-effect.ts'
import { known, type ProofSeries } from './series.ts'
import type { Guard, Judgement, ProofSettings, Verdict } from './verdict.ts'

/** What is known beside the series; null where nobody can know it, such as for a bare file. */
export type Surroundings = {
  readonly otherChanges: readonly OtherChange[] | null
  readonly mix: Mix | null
}

/** What a judgement was drawn from, for pages that show the series beside what would have been. */
export type Judged = { readonly judgement: Judgement; readonly paths: Paths | null }

const draws = 1000

/**
 * Says whether a series went another way since a change than its history and its controls foretold.
 * Assumes: controls are untouched by the change; nothing else happened to the series alone at that time.
 * Refuses: too little history, a gap around the change, another change at the time, a shifted mix, changes found where
 * there were none, controls that moved and decide the verdict.
 * Source: docs/method/proof.md; Brodersen et al. (2015), Annals of Applied Statistics 9(1), 247-274.
 * Cost: a tenth of a second for a year of days.
 */
export function judgeSeries(whole: ProofSeries, settings: ProofSettings, surroundings: Surroundings): Judged {
  const series = cutToForesight(whole)
  const { values, changeAt, rhythm } = series
  const given = [
    checkHistory(whole),
    checkGap(series),
    checkOtherChanges(series, surroundings.otherChanges),
    checkMix(surroundings.mix),
  ]
  const stop = given.find(({ status }) => status === 'failed')
  if (stop) return { judgement: refuse(series, settings, given, stop), paths: null }
  const fitted = fitHistory(series, horizonOf(series))
  const paths = drawCautiously(fitted, { seed: settings.seed, draws, horizon: horizonOf(series) })
  const actual = values.slice(changeAt)
  const { looks, ...effect } = measureEffect(actual, foretell(paths, actual, rhythm))
  const first = nameVerdict(series, { looks, ...effect }, settings)
  const likely = narrow(fitted)
  const guards = [
    ...given,
    checkControls(likely, settings, (rest) => nameQuickly(rest, settings), first.kind),
    checkPlacebo(likely, settings),
    checkSettled(fitted, first),
    checkLeaveOneOut(likely, settings, effect),
    checkUnits(series, first),
  ]
  const failed = guards.find(({ status }) => status === 'failed')
  const verdict: Verdict = failed ? { kind: 'cannotSay', because: failed.sentence } : first
  const found = { effect, scale: fitted.scale, used: usedIn(fitted) }
  return { judgement: { ...summarise(series, settings), verdict, ...found, guards }, paths }
}

function usedIn({ models, blocks }: FittedHistory): Record<string, number> {
  const shareOf = (block: number) =>
    models.reduce((sum, model) => sum + (model.blocks.includes(block) ? model.share : 0), 0)
  return Object.fromEntries(blocks.map(({ name }, block) => [name, shareOf(block)]))
}

/** Long enough for the looks of a year. */
function horizonOf({ rhythm, values, changeAt }: ProofSeries): number {
  return Math.max(values.length - changeAt, looksInPlan[rhythm])
}

/** The verdict without its guards. */
function nameQuickly(series: ProofSeries, settings: ProofSettings): Verdict['kind'] {
  const { values, changeAt, rhythm } = series
  const horizon = horizonOf(series)
  const paths = drawCautiously(fitHistory(series, horizon), { seed: settings.seed, draws, horizon })
  const actual = values.slice(changeAt)
  return nameVerdict(series, measureEffect(actual, foretell(paths, actual, rhythm)), settings).kind
}

const withinChance = 'the difference is within what chance alone brings about'
const tooVague =
  'it was too unsteady before the change to say what it would be by now; something untouched that rises and falls with it would help'

/** Names the effect: by all looks so far, or by the one look that was planned. */
export function nameVerdict(
  series: ProofSeries,
  effect: EffectSoFar & Pick<Looks, 'looks'>,
  { good, look, materialShare }: ProofSettings,
): Verdict {
  const { count, average, relative, expectedAverage } = effect
  const looks: readonly Look[] = look === 'planned' ? [{ count, ...average }] : effect.looks
  const last = looks.at(-1)
  if (last === undefined) return { kind: 'cannotSay', because: 'there are too few values since the change' }
  const size = Math.abs(expectedAverage.value) * materialShare
  if (relative !== null && last.low > -size && last.high < size)
    return { kind: 'noMaterialChange', materialShare }
  const up = looks.find(({ low }) => low > 0)
  const down = looks.find(({ high }) => high < 0)
  if (up && down) return { kind: 'cannotSay', because: 'it first went one way and then the other' }
  const clear = up ?? down
  if (clear === undefined || average.value > 0 !== (up !== undefined)) {
    return { kind: 'cannotSay', because: look === 'any' && isVague(effect) ? tooVague : withinChance }
  }
  const isGood = (up !== undefined) === (good === 'up')
  return { kind: isGood ? 'better' : 'worse', clear: { ...clear, at: timeOfLook(series, clear.count) } }
}

function timeOfLook({ values, times, changeAt }: ProofSeries, count: number): number {
  let counted = 0
  for (let index = changeAt; index < values.length; index += 1) {
    if (values[index] !== null) counted += 1
    if (counted === count) return times[index] ?? 0
  }
  return times.at(-1) ?? 0
}

function refuse(
  series: ProofSeries,
  settings: ProofSettings,
  guards: readonly Guard[],
  stop: Guard,
): Judgement {
  return {
    ...summarise(series, settings),
    verdict: { kind: 'cannotSay', because: stop.sentence },
    effect: null,
    scale: null,
    used: {},
    guards,
  }
}

function summarise(series: ProofSeries, { good, look }: ProofSettings) {
  const { name, rhythm, times, changeAt, values } = series
  return {
    ...{ name, rhythm, good, look },
    from: times[0] ?? 0,
    changeAt: times[changeAt] ?? times.at(-1) ?? 0,
    to: times.at(-1) ?? 0,
    historyCount: known(values.slice(0, changeAt)).length,
  }
}
