import { solveSymmetric } from '../../stats/solve-symmetric.ts'

const rounds = 60
/** Means must agree to this many standard deviations. */
const tolerance = 1e-4
/** Columns that say the same as others must not stop the solver. */
const ridge = 1e-7

/**
 * Weights, adding up to 1, under which the mean of each column over `rows` is its `target`, and which stay otherwise as even
 * as they can: entropy balancing. Columns should be on a common scale.
 * Refuses (`null`) when no weights do that: the target lies outside what the rows span.
 * Source: Hainmueller (2012), Political Analysis 20(1), 25-46. Cost: O(rows x columns² x rounds).
 */
export function balance(rows: readonly Float64Array[], target: Float64Array): Float64Array | null {
  const size = target.length
  let pull = new Float64Array(size)
  let current = weigh(rows, pull)
  for (let round = 0; round < rounds; round++) {
    const gap = gapOf(rows, current.weights, target)
    if (gap.every((distance) => Math.abs(distance) < tolerance)) return current.weights
    const step = solveSymmetric(spreadOf(rows, current.weights, target, gap), [...gap])
    if (step === null) return null
    const next = stepDown(rows, target, { pull, value: objective(current, pull, target) }, step)
    if (next === null) return null
    pull = next
    current = weigh(rows, pull)
  }
  return null
}

type Weighed = { readonly weights: Float64Array; readonly logarithm: number }

function weigh(rows: readonly Float64Array[], pull: Float64Array): Weighed {
  const scores = Float64Array.from(rows, (row) => product(row, pull))
  const most = scores.reduce((known, score) => Math.max(known, score), Number.NEGATIVE_INFINITY)
  const weights = scores.map((score) => Math.exp(score - most))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return { weights: weights.map((weight) => weight / total), logarithm: most + Math.log(total) }
}

function objective({ logarithm }: Weighed, pull: Float64Array, target: Float64Array): number {
  return logarithm - product(pull, target)
}

/** How far each column's weighted mean lies below its target. */
function gapOf(rows: readonly Float64Array[], weights: Float64Array, target: Float64Array): Float64Array {
  const gap = target.slice()
  for (const [index, row] of rows.entries()) {
    const weight = weights[index] ?? 0
    for (let column = 0; column < gap.length; column++) {
      gap[column] = (gap[column] ?? 0) - weight * (row[column] ?? 0)
    }
  }
  return gap
}

/** The weighted covariance of the columns. */
function spreadOf(
  rows: readonly Float64Array[],
  weights: Float64Array,
  target: Float64Array,
  gap: Float64Array,
): number[][] {
  const size = target.length
  const centre = target.map((value, column) => value - (gap[column] ?? 0))
  const sums = Array.from({ length: size }, () => new Float64Array(size))
  for (const [index, row] of rows.entries()) {
    const weight = weights[index] ?? 0
    if (weight < 1e-12) continue
    for (let one = 0; one < size; one++) {
      const line = sums[one]
      const value = weight * ((row[one] ?? 0) - (centre[one] ?? 0))
      if (line === undefined || value === 0) continue
      for (let other = 0; other <= one; other++) {
        line[other] = (line[other] ?? 0) + value * ((row[other] ?? 0) - (centre[other] ?? 0))
      }
    }
  }
  return sums.map((line, one) =>
    Array.from(line, (value, other) =>
      one === other ? value + ridge : other < one ? value : (sums[other]?.[one] ?? 0),
    ),
  )
}

/** Newton's step, halved until it leads downhill. */
function stepDown(
  rows: readonly Float64Array[],
  target: Float64Array,
  from: { readonly pull: Float64Array; readonly value: number },
  step: readonly number[],
): Float64Array<ArrayBuffer> | null {
  for (let share = 1; share > 1e-6; share /= 2) {
    const pull = new Float64Array(from.pull.map((value, column) => value + share * (step[column] ?? 0)))
    const value = objective(weigh(rows, pull), pull, target)
    if (Number.isFinite(value) && value <= from.value + 1e-12) return pull
  }
  return null
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0)
  return sum
}
