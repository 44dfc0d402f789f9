import { drawControl, drawCounterfactual } from '../proof/counterfactual.ts'
import type { FittedHistory } from '../proof/fit-history.ts'
import { type EffectSoFar, foretell, measureEffect } from '../proof/measure-effect.ts'
import type { ProofSeries } from '../proof/series.ts'
import type { Guard, ProofSettings } from '../proof/verdict.ts'

const draws = 500

/** More controls than this are not tried one by one; no single one of so many decides. */
const mostTried = 12

/**
 * Looks whether a control itself went another way at the change than its own history and the other controls foretold:
 * then the change may touch it, and it would hide or feign an effect. It matters where the verdict is another without it.
 */
export function checkControls(
  fitted: FittedHistory,
  { seed }: ProofSettings,
  nameWithout: (rest: ProofSeries) => string,
  named: string,
): Guard {
  const { series } = fitted
  const { controls, rhythm } = series
  const horizon = lengthOf(series)
  if (controls.length === 0 || controls.length > mostTried) return notApplicable('controls', controls.length)
  const moved = controls.filter((_, control) => {
    const { paths, actual } = drawControl(fitted, control, { seed, draws, horizon })
    const { looks } = measureEffect([...actual], foretell(paths, [...actual], rhythm))
    const last = looks.at(-1)
    return last !== undefined && (last.low > 0 || last.high < 0)
  })
  if (moved.length === 0) {
    return { name: 'controls', status: 'passed', sentence: 'No control went its own way at the change.' }
  }
  const names = moved.map(({ name }) => `“${name}”`).join(', ')
  const rest = { ...series, controls: controls.filter((control) => !moved.includes(control)) }
  if (nameWithout(rest) === named) {
    return {
      name: 'controls',
      status: 'passed',
      sentence: `${names} moved at the change too, and the verdict is the same without.`,
    }
  }
  return {
    name: 'controls',
    status: 'failed',
    sentence: `the control ${names} moved at the change too, and without it the verdict is another; name controls that the change cannot touch`,
  }
}

/** Leaves one control out at a time; the estimate must stay where the whole one has it. */
export function checkLeaveOneOut(fitted: FittedHistory, { seed }: ProofSettings, whole: EffectSoFar): Guard {
  const { series } = fitted
  const { controls, rhythm, values, changeAt } = series
  if (controls.length < 2 || controls.length > mostTried) return notApplicable('leaveOneOut', controls.length)
  const actual = values.slice(changeAt)
  const disagree = controls.filter((_, withoutControl) => {
    const paths = drawCounterfactual(fitted, { seed, draws, horizon: lengthOf(series), withoutControl })
    const { average } = measureEffect(actual, foretell(paths, actual, rhythm))
    return average.low > whole.average.high || average.high < whole.average.low
  })
  if (disagree.length === 0) {
    return { name: 'leaveOneOut', status: 'passed', sentence: 'No single control decides the estimate.' }
  }
  return {
    name: 'leaveOneOut',
    status: 'failed',
    sentence: `all rests on the control ${disagree.map(({ name }) => `“${name}”`).join(', ')}: without it the estimate is another`,
  }
}

function lengthOf({ values, changeAt }: ProofSeries): number {
  return values.length - changeAt
}

function notApplicable(name: 'controls' | 'leaveOneOut', count: number): Guard {
  const sentence =
    count === 0
      ? 'There are no controls.'
      : count === 1
        ? 'There is one control only.'
        : `With ${count} controls no single one decides.`
  return { name, status: 'notApplicable', sentence }
}
