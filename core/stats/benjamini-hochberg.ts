/**
 * The largest p-value to accept so that at most `falseShare` of the accepted tests are expected to be chance; 0 or less than
 * any when none is. Assumes tests that are independent or depend positively. Source: Benjamini & Hochberg (1995), J. R. Stat.
 * Soc. B 57, 289-300. Cost: O(n log n). Example: of 0.01, 0.02, 0.9 at 5 %, 0.02 (0.02 <= 2/3 x 0.05).
 */
export function acceptedByBenjaminiHochberg(pValues: readonly number[], falseShare: number): number {
  const ordered = pValues.toSorted((left, right) => left - right)
  let accepted = -1
  ordered.forEach((pValue, index) => {
    if (pValue <= (falseShare * (index + 1)) / ordered.length) accepted = pValue
  })
  return accepted
}
