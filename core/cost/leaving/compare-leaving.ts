import { cannotSay, type Known } from '../../base/cannot-say.ts'
import { solveSymmetric } from '../../stats/solve-symmetric.ts'
import { balance } from './balance.ts'
import { codeTraits, type Traits } from './code-traits.ts'
import type { Leaving } from './leaving.ts'

/** A customer, with what was known of them before they had the cause, or could have had it. */
export type Person = { readonly hasCause: boolean; readonly left: boolean; readonly traits: Traits }

const z95 = 1.959963984540054
const leastPeople = 20
const leastLeavers = 10
/** Of customers with the cause, this share may be without anyone alike; above it the comparison is refused. */
const mostUnmatched = 0.1
const leastEffective = 20

/**
 * How many more customers leave with a cause than without it, everything known before being equal. Customers without the
 * cause are weighted until they are, as a group, the same as those with it in every trait; then the shares who left are compared.
 * Assumes: nothing that is not among the traits both brings the cause about and makes people leave.
 * Refuses: too few customers or leavers on a side; customers with the cause like whom there is no one without it.
 * Source: Hainmueller (2012); interval by influence values, Zhao & Percival (2017), J. Causal Inference 5(1).
 * Cost: O(people x columns²).
 */
export function compareLeaving(people: readonly Person[], windowDays: number | null): Known<Leaving> {
  const few = whyTooFew(people)
  if (few !== null) return cannotSay(few)
  const { rows, names } = codeTraits(people.map(({ traits }) => traits))
  const alone = findUnmatched(people, rows, names)
  const all = people.filter(({ hasCause }) => hasCause).length
  if (alone.people.size > mostUnmatched * all) {
    return cannotSay(
      `${alone.people.size} of ${all} customers with the cause have no one like them without it, by ${alone.trait.split(/[:,]/)[0]}`,
    )
  }
  const sides = split(people, rows, alone.people)
  const target = meanOf(sides.withCause)
  const weights = balance(
    sides.without.map(({ row }) => row),
    target,
  )
  if (weights === null) {
    return cannotSay(
      'no mix of customers without the cause is like those with it in all that was known before',
    )
  }
  const effective = 1 / weights.reduce((sum, weight) => sum + weight ** 2, 0)
  if (effective < leastEffective) {
    return cannotSay(
      `only ${Math.round(effective)} customers without the cause are like those with it; ${leastEffective} are the least`,
    )
  }
  return estimate(sides, weights, { names, windowDays, unmatched: alone.people.size, effective, target })
}

function whyTooFew(people: readonly Person[]): string | null {
  const withCause = people.filter(({ hasCause }) => hasCause)
  const without = people.length - withCause.length
  const leavers = people.filter(({ left }) => left).length
  if (leavers === 0) return 'no source says which customers left'
  if (Math.min(withCause.length, without) < leastPeople) {
    return `there are ${withCause.length} customers with the cause and ${without} without it whose leaving could be seen; ${leastPeople} of each are the least`
  }
  return leavers < leastLeavers
    ? `only ${leavers} of these customers left; ${leastLeavers} are the least`
    : null
}

/** Customers with the cause whose value of a trait nobody without it has. */
function findUnmatched(people: readonly Person[], rows: readonly Float64Array[], names: readonly string[]) {
  const found = new Set<number>()
  let trait = ''
  let most = 0
  for (const [column, name] of names.entries()) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (const [index, row] of rows.entries()) {
      if (people[index]?.hasCause) continue
      low = Math.min(low, row[column] ?? 0)
      high = Math.max(high, row[column] ?? 0)
    }
    let outside = 0
    for (const [index, row] of rows.entries()) {
      const value = row[column] ?? 0
      if (!people[index]?.hasCause || (value >= low - 1e-9 && value <= high + 1e-9)) continue
      found.add(index)
      outside += 1
    }
    if (outside > most) trait = name
    most = Math.max(most, outside)
  }
  return { people: found, trait }
}

type Side = readonly { readonly row: Float64Array; readonly left: number }[]
type Sides = { readonly withCause: Side; readonly without: Side }

function split(people: readonly Person[], rows: readonly Float64Array[], left: ReadonlySet<number>): Sides {
  const all = people.flatMap((person, index) => {
    const row = rows[index]
    return row === undefined || left.has(index)
      ? []
      : [{ row, left: person.left ? 1 : 0, hasCause: person.hasCause }]
  })
  return {
    withCause: all.filter(({ hasCause }) => hasCause),
    without: all.filter(({ hasCause }) => !hasCause),
  }
}

type Basis = {
  readonly names: readonly string[]
  readonly windowDays: number | null
  readonly unmatched: number
  readonly effective: number
  readonly target: Float64Array
}

function estimate(sides: Sides, weights: Float64Array, basis: Basis): Leaving {
  const { withCause, without } = sides
  const leftWith = shareOf(withCause)
  const leftMatched = without.reduce((sum, { left }, index) => sum + (weights[index] ?? 0) * left, 0)
  const difference = leftWith - leftMatched
  const standardError = errorOf(sides, weights, basis)
  const worst = findWorst(sides, basis)
  const after = withCause.length === 0 ? 0 : gapAfter(sides, weights, basis.target)
  return {
    difference,
    standardError,
    low: difference - z95 * standardError,
    high: difference + z95 * standardError,
    leftWith,
    leftWithout: shareOf(without),
    leftMatched,
    windowDays: basis.windowDays,
    overlap: {
      withCause: withCause.length,
      withoutCause: without.length,
      effectiveWithout: basis.effective,
      unmatched: basis.unmatched,
      worstBefore: worst.gap,
      worstAfter: after,
      worstTrait: worst.name,
    },
  }
}

/** What is left of leaving once the traits have explained their part: on both sides, the weighted side by its weights. */
function errorOf({ withCause, without }: Sides, weights: Float64Array, { target }: Basis): number {
  const size = target.length + 1
  const fit = regress(without, weights, size)
  const residual = ({ row, left }: Side[number]) =>
    left - (fit[0] ?? 0) - row.reduce((sum, value, column) => sum + value * (fit[column + 1] ?? 0), 0)
  const own = withCause.map(residual)
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length
  const ownVariance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (own.length - 1) / own.length
  const effective = 1 / weights.reduce((sum, weight) => sum + weight ** 2, 0)
  const free = Math.max(0.25, 1 - size / Math.max(size + 1, effective))
  const otherVariance =
    without.reduce((sum, one, index) => sum + ((weights[index] ?? 0) * residual(one)) ** 2, 0) / free
  return Math.sqrt(ownVariance + otherVariance)
}

/** Weighted least squares of leaving on the traits, with a little ridge for columns that say the same. */
function regress(side: Side, weights: Float64Array, size: number): readonly number[] {
  const matrix = Array.from({ length: size }, (_, at) =>
    Array.from({ length: size }, (_, other): number => (at === other ? 1e-6 : 0)),
  )
  const right = new Array<number>(size).fill(0)
  for (const [index, { row, left }] of side.entries()) {
    const weight = weights[index] ?? 0
    if (weight < 1e-12) continue
    for (let one = 0; one < size; one++) {
      const value = weight * (one === 0 ? 1 : (row[one - 1] ?? 0))
      right[one] = (right[one] ?? 0) + value * left
      const line = matrix[one] ?? []
      for (let other = 0; other < size; other++) {
        line[other] = (line[other] ?? 0) + value * (other === 0 ? 1 : (row[other - 1] ?? 0))
      }
    }
  }
  return solveSymmetric(matrix, right) ?? []
}

function findWorst({ withCause, without }: Sides, { names }: Basis) {
  const own = meanOf(withCause)
  const other = meanOf(without)
  return names.reduce(
    (worst, name, column) => {
      const gap = Math.abs((own[column] ?? 0) - (other[column] ?? 0))
      return gap > worst.gap ? { name, gap } : worst
    },
    { name: '', gap: 0 },
  )
}

function gapAfter({ without }: Sides, weights: Float64Array, target: Float64Array): number {
  const mean = new Float64Array(target.length)
  for (const [index, { row }] of without.entries()) {
    for (let column = 0; column < mean.length; column++) {
      mean[column] = (mean[column] ?? 0) + (weights[index] ?? 0) * (row[column] ?? 0)
    }
  }
  return mean.reduce((most, value, column) => Math.max(most, Math.abs(value - (target[column] ?? 0))), 0)
}

function meanOf(side: Side): Float64Array {
  const mean = new Float64Array(side[0]?.row.length ?? 0)
  for (const { row } of side) {
    for (let column = 0; column < mean.length; column++) {
      mean[column] = (mean[column] ?? 0) + (row[column] ?? 0) / side.length
    }
  }
  return mean
}

function shareOf(side: Side): number {
  return side.reduce((sum, { left }) => sum + left, 0) / Math.max(1, side.length)
}
