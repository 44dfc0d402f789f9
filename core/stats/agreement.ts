/**
 * Krippendorff's alpha of two readers who each say yes or no; null where neither ever says yes, or both always do.
 * Source: Krippendorff (2004), Content Analysis, ch. 11: nominal data, two observers, none missing.
 */
export function alphaOf(pairs: readonly (readonly [boolean, boolean])[]): number | null {
  const values = pairs.length * 2
  const yes = pairs.reduce((sum, [first, second]) => sum + Number(first) + Number(second), 0)
  if (yes === 0 || yes === values) return null
  const disagreed = pairs.filter(([first, second]) => first !== second).length / pairs.length
  const expected = (2 * yes * (values - yes)) / (values * (values - 1))
  return 1 - disagreed / expected
}

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
