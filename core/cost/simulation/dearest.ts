import type { Range } from '../../base/figure.ts'
import { addTimes } from '../../stats/arrays.ts'
import { rangeOf } from './range-of.ts'

const most = 10

export type Dearest = ReturnType<typeof startDearest>

/** Keeps the draws of the dearest causes, so that they can be added up draw by draw. */
export function startDearest() {
  let kept: { readonly mid: number; readonly cost: Float64Array }[] = []
  return {
    add(mid: number, cost: Float64Array): void {
      kept.push({ mid, cost })
      if (kept.length >= 2 * most) kept = dearestOf(kept)
    },
    result(draws: number): Range & { readonly causes: number } {
      const sum = new Float64Array(draws)
      const chosen = dearestOf(kept)
      for (const { cost } of chosen) addTimes(sum, cost, 1)
      return { causes: chosen.length, ...rangeOf(sum) }
    },
  }
}

function dearestOf<T extends { readonly mid: number }>(kept: readonly T[]): T[] {
  return kept.toSorted((left, right) => right.mid - left.mid).slice(0, most)
}
