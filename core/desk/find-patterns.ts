import { dayMs, type Instant } from '../base/time.ts'
import { plural } from './plural.ts'

/** Something that the same customer was granted before. */
export type EarlierGrant = { readonly at: Instant; readonly cost: number }

export type Pattern = { readonly words: string }

const windowDays = 90
/** So rare among customers who were granted anything that it is worth a look, and no more than that. */
const rareShare = 0.02
const leastPeople = 50

/**
 * What stands out in what a customer was granted before, beside everybody else who was granted something: a fact to know,
 * never a verdict on a person. Says nothing where few customers were granted anything, because then everybody stands out.
 * `counts` holds for each customer of the last 90 days how often. Cost: O(n).
 */
export function findPatterns(
  earlier: readonly EarlierGrant[],
  { counts, now }: { readonly counts: readonly number[]; readonly now: Instant },
): readonly Pattern[] {
  const recent = earlier.filter(({ at }) => now - at < windowDays * dayMs).length
  if (recent < 2 || counts.length < leastPeople) return []
  const asMany = counts.filter((count) => count >= recent).length
  if (asMany / counts.length > rareShare) return []
  return [
    {
      words: `Granted something ${plural(recent, 'time')} in ${windowDays} days; ${asMany} of ${counts.length} customers had as many. Often that means that something of ours keeps going wrong for them: look there first.`,
    },
  ]
}
