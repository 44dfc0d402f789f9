import { isKnown } from '../../base/cannot-say.ts'
import { compareWithUnits, leastUnits, type Unit } from '../proof/compare-units.ts'
import { fillGaps } from '../proof/fill-gaps.ts'
import type { ProofSeries, Values } from '../proof/series.ts'
import type { Guard, Verdict } from '../proof/verdict.ts'

/** Where a quarter of untouched units moved as much by themselves, the move says nothing. */
const mostAlike = 0.25

/** Many controls are units of their own: treated as if each had changed, few of them may move as much as this one did. */
export function checkUnits(series: ProofSeries, verdict: Verdict): Guard {
  const { controls, name, values, changeAt } = series
  if (controls.length < leastUnits) {
    const sentence = `Fewer than ${leastUnits} controls are too few to be compared with one by one.`
    return { name: 'units', status: 'notApplicable', sentence }
  }
  const toUnit = (of: string, all: Values): Unit => {
    const filled = fillGaps(all)
    return { name: of, before: filled.slice(0, changeAt), after: filled.slice(changeAt) }
  }
  const found = compareWithUnits(
    toUnit(name, values),
    controls.map((control) => toUnit(control.name, control.values)),
  )
  if (!isKnown(found))
    return { name: 'units', status: 'notApplicable', sentence: `Not compared: ${found.cannotSay}.` }
  const said = `against a mix of the others it moved ${found.rank === 1 ? 'most' : `as number ${found.rank}`} of ${found.of}`
  const isClear = verdict.kind === 'better' || verdict.kind === 'worse'
  if (!isClear || found.rank / found.of <= mostAlike)
    return { name: 'units', status: 'passed', sentence: `${said.replace('against', 'Against')}.` }
  return {
    name: 'units',
    status: 'failed',
    sentence: `untouched controls moved as much by themselves: ${said}`,
  }
}
