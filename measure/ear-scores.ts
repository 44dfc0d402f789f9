/** How well two groupings of the same things agree. */
export type Agreement = { readonly nmi: number; readonly ari: number; readonly groups: number }

/**
 * Normalised mutual information (arithmetic mean) and adjusted Rand index of two labellings.
 * Source: Vinh, Epps & Bailey (2010); equal to scikit-learn's normalized_mutual_info_score and adjusted_rand_score.
 */
export function scoreAgreement(truth: readonly string[], found: readonly string[]): Agreement {
  const total = truth.length
  const both = countOf(truth.map((label, index) => JSON.stringify([label, found[index]])))
  const left = countOf(truth)
  const right = countOf(found)
  let shared = 0
  let pairs = 0
  for (const [key, count] of both) {
    const [label, group]: [string, string] = JSON.parse(key)
    const expected = ((left.get(label) ?? 0) * (right.get(group) ?? 0)) / total
    shared += (count / total) * Math.log(count / expected)
    pairs += choose2(count)
  }
  const entropy = (entropyOf(left, total) + entropyOf(right, total)) / 2
  const leftPairs = pairsOf(left)
  const rightPairs = pairsOf(right)
  const chance = (leftPairs * rightPairs) / choose2(total)
  const ari = (pairs - chance) / ((leftPairs + rightPairs) / 2 - chance)
  return { nmi: entropy === 0 ? 1 : shared / entropy, ari, groups: right.size }
}

function countOf(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}

function entropyOf(counts: ReadonlyMap<string, number>, total: number): number {
  return [...counts.values()].reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0)
}

function pairsOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + choose2(count), 0)
}

function choose2(count: number): number {
  return (count * (count - 1)) / 2
}
