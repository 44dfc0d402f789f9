import type { Share } from '../base/figure.ts'
import { compareNumber, compareText } from '../base/order.ts'
import { type IssueFacts, whyNotFor } from '../guidelines/fits.ts'
import type { GuidelineOption } from '../guidelines/guideline.ts'
import { wilson } from '../stats/wilson.ts'

/** What became of one option, given for issues like this one; only those whose 30 days are over. */
export type Outcome = {
  readonly given: number
  /** No further contact about it within 30 days. */
  readonly settled: number
  /** The customer said so themselves. */
  readonly confirmed: number
}

export type Evidence =
  | { readonly kind: 'enough'; readonly settled: Share; readonly confirmed: number }
  /** Too few to tell from chance: shown, but not ranked by. */
  | { readonly kind: 'thin'; readonly given: number; readonly settled: number }
  | { readonly kind: 'none' }

export type RankedOption = {
  readonly option: GuidelineOption
  readonly evidence: Evidence
  /** Why it may not be given here; null when it may. */
  readonly whyNot: string | null
}

/** Fewer than these say nothing that a rep should rely on. */
export const leastGiven = 8

/**
 * Puts the options of an issue in order: those that may be given first; among them by the low end of the interval of how
 * often nobody came back, so that a little evidence never beats a lot; those with thin or no evidence after them, by what
 * they are worth to the customer. Assumes outcomes of like issues whose 30 days are over. Cost: O(n log n).
 */
export function rankOptions(
  options: readonly GuidelineOption[],
  facts: IssueFacts,
  outcomeOf: (option: string) => Outcome | null,
): readonly RankedOption[] {
  return options
    .map((option) => ({ option, evidence: weigh(outcomeOf(option.id)), whyNot: whyNotFor(option, facts) }))
    .sort(
      (left, right) =>
        Number(left.whyNot !== null) - Number(right.whyNot !== null) ||
        compareNumber(lowEnd(right.evidence), lowEnd(left.evidence)) ||
        right.option.value - left.option.value ||
        compareText(left.option.id, right.option.id),
    )
}

/** In words a rep can pass on, honest about how little is known. */
export function sayEvidence(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'none':
      return 'Not given yet, so nothing is known of how it works.'
    case 'thin':
      return `Given ${evidence.given} ${evidence.given === 1 ? 'time' : 'times'}, ${evidence.settled} did not come back: too few to say.`
    case 'enough': {
      const { value, low, high, n } = evidence.settled
      const percent = (share: number) => Math.round(share * 100)
      const confirmed = evidence.confirmed === 0 ? '' : ` ${evidence.confirmed} said so themselves.`
      return `${percent(value)} % of ${n} did not come back within 30 days (${percent(low)} to ${percent(high)} %).${confirmed}`
    }
  }
}

function weigh(outcome: Outcome | null): Evidence {
  if (outcome === null || outcome.given === 0) return { kind: 'none' }
  const settled = outcome.given < leastGiven ? null : wilson(outcome.settled, outcome.given)
  return settled === null
    ? { kind: 'thin', given: outcome.given, settled: outcome.settled }
    : { kind: 'enough', settled, confirmed: outcome.confirmed }
}

/** Below any share, so that what nobody knows comes after what works at all. */
function lowEnd(evidence: Evidence): number {
  return evidence.kind === 'enough' ? evidence.settled.low : -1
}
