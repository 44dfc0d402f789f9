import { cannotSay, type Known } from '../../base/cannot-say.ts'
import type { Unit } from './compare-units.ts'
import type { Estimate } from './measure-effect.ts'

export type Difference = {
  /** On average a time: what the changed unit did beyond what the others did. */
  readonly average: Estimate
  /** Units that it is held against, all with the same weight. */
  readonly of: number
}

const leastUnits = 2
const leastTimes = 40
const surprise = 0.05

/**
 * Difference in differences: how much further the changed unit moved at the change than the mean of the untouched ones did.
 * Sizes differ, so where nothing is negative each unit counts in shares of its own mean before. The interval holds every effect
 * that, taken off again, makes the time since look like any other stretch as long: all stretches are tried (permutation by moving
 * blocks), so neighbouring times may hang together.
 * Assumes: without the change they would have gone on alike, as they did before. Refuses: fewer than 2 untouched units or 40 times,
 * and units that did not go alike before, which is asked by pretending that the change came halfway.
 * Source: Chernozhukov, Wüthrich and Zhu (2021), JASA 116, 1849-1864. Cost: O(times x units).
 */
export function differenceInDifferences(changed: Unit, untouched: readonly Unit[]): Known<Difference> {
  const { before, after } = changed
  if (untouched.length < leastUnits)
    return cannotSay(
      `it takes ${leastUnits} untouched units or more, and there is ${untouched.length === 0 ? 'none' : 'one'}`,
    )
  if (before.length + after.length < leastTimes)
    return cannotSay(`there are ${before.length + after.length} times; ${leastTimes} are the least`)
  const gaps = gapsBetween(changed, untouched)
  const pretended = estimateStep(gaps.slice(0, before.length), Math.floor(before.length / 2))
  if (pretended.low > 0 || pretended.high < 0) return cannotSay('they did not go alike before the change')
  return { average: estimateStep(gaps, before.length), of: untouched.length }
}

/** The changed unit less what the others' mean would have made of it, time by time. */
function gapsBetween(changed: Unit, untouched: readonly Unit[]): number[] {
  const whole = ({ before, after }: Unit) => [...before, ...after]
  const isShare = [changed, ...untouched].every(
    (unit) => meanOf(unit.before) > 0 && whole(unit).every((value) => value >= 0),
  )
  const size = isShare ? meanOf(changed.before) : 1
  const paths = untouched.map((unit) => ({ values: whole(unit), own: isShare ? meanOf(unit.before) : 1 }))
  return whole(changed).map(
    (value, time) => value - size * meanOf(paths.map(({ values, own }) => (values[time] ?? 0) / own)),
  )
}

/**
 * The step at a place, between the least and the greatest that a stretch as long, taken anywhere (round the end), may hold by
 * itself. For each stretch the steps under which it stands out at least as far are an interval, so no search is needed.
 */
function estimateStep(gaps: readonly number[], at: number): Estimate {
  const length = gaps.length
  const steps = stepsFrom(gaps, at)
  const shares = stepsFrom(
    gaps.map((_, time) => (time >= at ? 1 : 0)),
    at,
  )
  const value = steps[0] ?? 0
  const others = steps.slice(1).map((step, index) => {
    const share = shares[index + 1] ?? 0
    const one = (value - step) / (1 - share)
    const other = (value + step) / (1 + share)
    return { low: Math.min(one, other), high: Math.max(one, other) }
  })
  // The stretch itself always counts as one that stands out as far.
  const refused = Math.max(0, Math.floor(surprise * length) - 1)
  const lows = others.map(({ low }) => low).sort((left, right) => left - right)
  const highs = others.map(({ high }) => high).sort((left, right) => right - left)
  return {
    value,
    low: lows[refused] ?? Number.NEGATIVE_INFINITY,
    high: highs[refused] ?? Number.POSITIVE_INFINITY,
  }
}

/** For the stretch at the place, then for each that starts one later, round the end: its mean less the mean of the rest. */
function stepsFrom(values: readonly number[], at: number): number[] {
  const since = values.length - at
  const total = values.reduce((sum, value) => sum + value, 0)
  let inside = values.slice(at).reduce((sum, value) => sum + value, 0)
  return values.map((_, shift) => {
    const step = inside / since - (total - inside) / at
    inside += (values[shift] ?? 0) - (values[(at + shift) % values.length] ?? 0)
    return step
  })
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
