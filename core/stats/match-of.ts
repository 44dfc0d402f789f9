export type Match = {
  readonly truths: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

/** How well what was found fits the truth; each null where nothing was found, or there was nothing to find. */
export function matchOf(pairs: readonly (readonly [truth: boolean, found: boolean])[]): Match {
  const truths = pairs.filter(([truth]) => truth).length
  const found = pairs.filter(([, says]) => says).length
  const right = pairs.filter(([truth, says]) => truth && says).length
  return {
    truths,
    precision: found === 0 ? null : right / found,
    recall: truths === 0 ? null : right / truths,
    f1: truths + found === 0 ? null : (2 * right) / (truths + found),
  }
}
