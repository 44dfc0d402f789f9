import { type CountFit, fitRows } from './count-regression.ts'
import { twoSidedTail } from './normal-tail.ts'

/** Where a share steps to another level, beyond what goes up and down smoothly. */
export type ChangePoint = {
  /** Index of the first time on the new level, and between which indices it lies, 95 %. */
  readonly at: number
  readonly earliest: number
  readonly latest: number
  /** New level over the old one, with its 95 % interval. */
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number }
  /** Corrected for the number of times at which a step was looked for. */
  readonly pValue: number
}

const leastTimes = 12
const leastEvents = 20
/** A step is looked for where at least this many times lie on either side. */
const margin = 3
const z95 = 1.959963984540054
/** The 95 % point of chi-square with one degree of freedom: how much worse than the best a place may be. */
const placeDrop = z95 ** 2
/** The best of many steps leaves too small a dispersion; by how much, the calibration told. */
const chosenBest = 1.2
/** Added to each count, so that a level of nought has a logarithm. */
const ghost = 0.1

/**
 * Looks for one step in a share of counts over time. A smooth course (a polynomial of third degree on the
 * log scale, enough for a trend and for one season) is fitted with
 * and without a step at each time; the best step counts when it explains more than chance would have at any of them
 * (quasi-likelihood with the dispersion that is left, Bonferroni over the times).
 * With `totals`, counts are parts of them, and the step is one in their odds over the odds given as exposures.
 * Assumes: counts that vary more than chance by one factor, and otherwise independent of each other.
 * Refuses (`null`): fewer than 12 times or 20 events. Source: McCullagh & Nelder (1989), 9; calibrated in
 * test/calibration/change-point.test.ts. Cost: O(times²).
 */
export function findChangePoint(
  counts: readonly number[],
  exposures: readonly number[],
  totals: readonly number[] | null = null,
): ChangePoint | null {
  const used = counts
    .map((_, index) => index)
    .filter((index) => (exposures[index] ?? 0) > 0 && (totals === null || (totals[index] ?? 0) > 0))
  const rows = {
    counts: used.map((index) => (counts[index] ?? 0) + ghost),
    exposures: used.map((index) => exposures[index] ?? 0),
    totals: totals && used.map((index) => (totals[index] ?? 0) + 2 * ghost),
  }
  if (used.length < leastTimes || counts.reduce((sum, count) => sum + count, 0) < leastEvents) return null
  const smooth = smoothColumns(used.length)
  const without = fitRows(smooth, rows)
  if (without === null) return null
  const steps = Array.from({ length: used.length - 2 * margin + 1 }, (_, index) => margin + index).flatMap(
    (at) => {
      const fit = fitRows([...smooth, stepAt(at, used.length)], rows)
      return fit === null ? [] : [{ at, fit }]
    },
  )
  const [first] = steps
  if (first === undefined) return null
  const best = steps.reduce((least, step) => (step.fit.deviance < least.fit.deviance ? step : least), first)
  const dispersion = Math.max(1, (chosenBest * best.fit.pearson) / (used.length - smooth.length - 1))
  const drop = Math.max(0, without.deviance - best.fit.deviance) / dispersion
  const near = steps.filter(({ fit }) => (fit.deviance - best.fit.deviance) / dispersion <= placeDrop)
  return {
    at: used[best.at] ?? 0,
    earliest: used[near[0]?.at ?? best.at] ?? 0,
    latest: used[near.at(-1)?.at ?? best.at] ?? 0,
    ratio: ratioOf(best.fit, dispersion),
    pValue: Math.min(1, steps.length * twoSidedTail(Math.sqrt(drop))),
  }
}

function smoothColumns(times: number): readonly (readonly number[])[] {
  const at = Array.from({ length: times }, (_, index) => (2 * index) / (times - 1) - 1)
  return [at.map(() => 1), at, at.map((time) => time ** 2 - 1 / 3), at.map((time) => time ** 3 - 0.6 * time)]
}

function stepAt(at: number, times: number): readonly number[] {
  return Array.from({ length: times }, (_, index) => (index >= at ? 1 : 0))
}

function ratioOf({ coefficients, covariance }: CountFit, dispersion: number): ChangePoint['ratio'] {
  const step = coefficients.at(-1) ?? 0
  const spread = z95 * Math.sqrt((covariance.at(-1)?.at(-1) ?? 0) * dispersion)
  return { value: Math.exp(step), low: Math.exp(step - spread), high: Math.exp(step + spread) }
}
