import { cannotSay, type Known } from '../../base/cannot-say.ts'
import { simplexWeights } from '../../stats/simplex-weights.ts'
import { type Estimate, quantile } from './measure-effect.ts'

/** One thing that was watched before and since: a region, a segment, a product. Values without gaps. */
export type Unit = {
  readonly name: string
  readonly before: readonly number[]
  readonly after: readonly number[]
}

export type UnitsEffect = {
  /** On average a time. */
  readonly average: Estimate
  /** Place of the changed unit among all by the size of its gap since against its gap before; 1 is the largest. */
  readonly rank: number
  readonly of: number
  /** Untouched units that the comparison is mixed from, with their weights. */
  readonly mix: Readonly<Record<string, number>>
}

/** With fewer untouched units, chance alone puts one first more often than once in twenty. */
export const leastUnits = 19

const leastTimes = 8

/**
 * What a change did to one unit, against a mix of untouched units that went along with it before (synthetic control). The
 * interval and the rank come from treating each untouched unit as if it had changed: what they show is chance.
 * Assumes: the change touches this unit alone. Refuses: fewer than 19 untouched units, fewer than 8 times before, a unit
 * that no mix comes near to before. Source: Abadie, Diamond and Hainmueller (2010), JASA 105, 493-505.
 * Cost: O(units³ x rounds); 40 units of 40 years take half a second.
 */
export function compareWithUnits(changed: Unit, untouched: readonly Unit[]): Known<UnitsEffect> {
  if (untouched.length < leastUnits)
    return cannotSay(
      `there are ${untouched.length} untouched units; ${leastUnits} are the least that show chance`,
    )
  if (changed.before.length < leastTimes)
    return cannotSay(
      `there are ${changed.before.length} times before the change; ${leastTimes} are the least`,
    )
  const own = gapOf(changed, untouched)
  const others = untouched.map((unit) =>
    gapOf(
      unit,
      untouched.filter((other) => other !== unit),
    ),
  )
  const missed = others.map(({ before }) => before).sort((left, right) => left - right)
  if (own.before > 3 * quantile(missed, 0.5))
    return cannotSay('no mix of untouched units goes along with it before the change')
  const scaled = others
    .map((gap) => gap.average / Math.max(gap.before, 1e-12))
    .sort((left, right) => left - right)
  const size = Math.max(own.before, 1e-12)
  const rank = 1 + others.filter((gap) => gap.since / Math.max(gap.before, 1e-12) > own.since / size).length
  return {
    average: {
      value: own.average,
      low: own.average - size * quantile(scaled, 0.975),
      high: own.average - size * quantile(scaled, 0.025),
    },
    rank,
    of: untouched.length + 1,
    mix: own.mix,
  }
}

/** How far a unit is from its mix: the root mean square before and since, and the mean since. */
function gapOf(unit: Unit, others: readonly Unit[]) {
  const level = meanOf(unit.before)
  const target = Float64Array.from(unit.before, (value) => value - level)
  const levels = others.map(({ before }) => meanOf(before))
  const weights = simplexWeights(
    target,
    others.map(({ before }, at) => Float64Array.from(before, (value) => value - (levels[at] ?? 0))),
  )
  const mixAt = (side: 'before' | 'after', time: number) =>
    others.reduce(
      (sum, other, at) => sum + (weights[at] ?? 0) * ((other[side][time] ?? 0) - (levels[at] ?? 0)),
      level,
    )
  const before = unit.before.map((value, time) => value - mixAt('before', time))
  const after = unit.after.map((value, time) => value - mixAt('after', time))
  const named = others.map(({ name }, at) => [name, weights[at] ?? 0] as const)
  return {
    before: rootMeanSquare(before),
    since: rootMeanSquare(after),
    average: meanOf(after),
    mix: Object.fromEntries(named.filter(([, weight]) => weight >= 0.01)),
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(meanOf(values.map((value) => value ** 2)))
}
