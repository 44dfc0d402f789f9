import { quickShapes } from '../../stats/level-shapes.ts'
import { drawCounterfactual } from '../proof/counterfactual.ts'
import { type FittedHistory, fitHistory } from '../proof/fit-history.ts'
import { firstLook, foretell, type Look, measureEffect } from '../proof/measure-effect.ts'
import { countTimes, cutAt, known, type ProofSeries } from '../proof/series.ts'
import type { Guard, ProofSettings } from '../proof/verdict.ts'
import { checkGap, leastHistory } from './check-history.ts'

const placebos = 3
const draws = 500

/**
 * Pretends that the change came earlier, when nothing changed, and looks whether a change is found all the same. Each
 * pretended change has a history at least two thirds as long as the real one's, so that it is judged alike.
 * Cost: three small judgements.
 */
export function checkPlacebo(fitted: FittedHistory, { seed }: ProofSettings): Guard {
  const { series, scale } = fitted
  const { changeAt, values, rhythm } = series
  const knownShape = { scale, shapes: quickShapes }
  const length = Math.floor(changeAt / 3 / placebos)
  const starts = Array.from({ length: placebos }, (_, at) => changeAt - length * (placebos - at))
  const tried = starts.filter((start) => isJudgeable(series, start, length))
  if (tried.length === 0) {
    return {
      name: 'placebo',
      status: 'notApplicable',
      sentence: 'The history is too short to try the method on a time when nothing changed.',
    }
  }
  const misled = tried.filter((start) => {
    const earlier = { ...cutAt(series, start + length), changeAt: start }
    const paths = drawCounterfactual(fitHistory(earlier, length, knownShape), {
      seed,
      draws,
      horizon: length,
    })
    const actual = earlier.values.slice(start)
    const { looks } = measureEffect(actual, foretell(paths, actual, rhythm))
    return isFarOff(looks.at(-1))
  })
  const said = `${tried.length} pretended changes of ${countTimes(length, rhythm)} each in the ${countTimes(known(values.slice(0, changeAt)).length, rhythm)} before`
  if (misled.length === 0)
    return { name: 'placebo', status: 'passed', sentence: `Nothing was found at ${said}.` }
  return {
    name: 'placebo',
    status: 'failed',
    sentence: `the method also finds a change where there was none (${misled.length} of ${said}), so this series cannot be foretold well enough`,
  }
}

/** Several tries find something by chance; only what lies half as far again as the interval counts. */
function isFarOff(look: Look | undefined): boolean {
  if (look === undefined) return false
  const { value, low, high } = look
  return value - 1.5 * (value - low) > 0 || value + 1.5 * (high - value) < 0
}

function isJudgeable(series: ProofSeries, start: number, length: number): boolean {
  const { values, rhythm } = series
  return (
    length >= firstLook[rhythm] &&
    known(values.slice(0, start)).length >= leastHistory[rhythm] &&
    new Set(known(values.slice(0, start))).size > 1 &&
    known(values.slice(start, start + length)).length >= firstLook[rhythm] &&
    checkGap({ ...series, changeAt: start }).status === 'passed'
  )
}
