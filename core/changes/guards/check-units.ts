import { isKnown } from '../../base/cannot-say.ts'
import { compareWithUnits, leastUnits, type Unit } from '../proof/compare-units.ts'
import { differenceInDifferences } from '../proof/difference-in-differences.ts'
import { fillGaps } from '../proof/fill-gaps.ts'
import { digitsFor, sayNumber } from '../proof/say-verdict.ts'
import { oneOf, type ProofSeries, type Values } from '../proof/series.ts'
import type { Guard, Verdict } from '../proof/verdict.ts'

/** Where a quarter of untouched units moved as much by themselves, the move says nothing. */
const mostAlike = 0.25

/**
 * A second opinion that needs no model of the series. Many controls are units of their own: treated as if each had changed,
 * few of them may move as much as this one did. A few are held against it together, by difference in differences.
 */
export function checkUnits(series: ProofSeries, verdict: Verdict): Guard {
  const { controls, name, values, changeAt } = series
  const toUnit = (of: string, all: Values): Unit => {
    const filled = fillGaps(all)
    return { name: of, before: filled.slice(0, changeAt), after: filled.slice(changeAt) }
  }
  const changed = toUnit(name, values)
  const untouched = controls.map((control) => toUnit(control.name, control.values))
  return controls.length < leastUnits
    ? checkDifference(changed, untouched, { verdict, time: oneOf[series.rhythm] })
    : checkRank(changed, untouched, verdict)
}

function checkDifference(
  changed: Unit,
  untouched: readonly Unit[],
  { verdict, time }: { readonly verdict: Verdict; readonly time: string },
): Guard {
  const found = differenceInDifferences(changed, untouched)
  if (!isKnown(found)) return notCompared(found.cannotSay)
  const { value, low, high } = found.average
  const digits = digitsFor(found.average)
  const said =
    `the mean of ${found.of} untouched ones (difference in differences) it moved by ${sayNumber(value, digits)} a ${time} ` +
    `(${sayNumber(low, digits)} to ${sayNumber(high, digits)})`
  const isContrary =
    (verdict.kind === 'better' || verdict.kind === 'worse') && (verdict.clear.value > 0 ? high < 0 : low > 0)
  return isContrary
    ? {
        name: 'units',
        status: 'failed',
        sentence: `it went the other way beside the others: against ${said}`,
      }
    : { name: 'units', status: 'passed', sentence: `Against ${said}.` }
}

function checkRank(changed: Unit, untouched: readonly Unit[], verdict: Verdict): Guard {
  const found = compareWithUnits(changed, untouched)
  if (!isKnown(found)) return notCompared(found.cannotSay)
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

function notCompared(because: string): Guard {
  return { name: 'units', status: 'notApplicable', sentence: `Not compared one with the other: ${because}.` }
}
