import { drawCounterfactual } from './counterfactual.ts'
import { firstLook, measureEffect } from './measure-effect.ts'
import { countTimes, known, type ProofSeries } from './series.ts'
import type { Guard, ProofSettings } from './verdict.ts'
import { checkGap, leastHistory } from './why-not-judge.ts'

const placebos = 3
const draws = 500

/**
 * Pretends that the change came earlier, when nothing changed, and looks whether a change is found all the same. Each
 * pretended change has a history at least two thirds as long as the real one's, so that it is judged alike.
 * Cost: three small judgements.
 */
export function checkPlacebo(series: ProofSeries, { seed }: ProofSettings): Guard {
  const { changeAt, values, rhythm } = series
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
    const { looks } = measureEffect(earlier, drawCounterfactual(earlier, length, { seed, draws }))
    const last = looks.at(-1)
    return last !== undefined && (last.low > 0 || last.high < 0)
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

function cutAt(series: ProofSeries, end: number): ProofSeries {
  return {
    ...series,
    times: series.times.slice(0, end),
    values: series.values.slice(0, end),
    controls: series.controls.map(({ name, values }) => ({ name, values: values.slice(0, end) })),
  }
}
