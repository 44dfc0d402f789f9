import { unreachable } from '../base/invariant.ts'
import type { Condition, GuidelineOption } from './guideline.ts'

/** What conditions ask of an issue. */
export type IssueFacts = {
  readonly contacts: number
  /** From its first contact until now, or until its last. */
  readonly lastingDays: number
  readonly channels: readonly string[]
  /** Since the customer was last granted something under the guideline; null when they never were. */
  readonly daysSinceGrant: number | null
}

/**
 * Why an option may not be given for an issue, in words; null when it may. Example: with a condition of two contacts, an
 * issue of one is told “It takes 2 contacts; this issue has 1.”
 */
export function whyNotFor({ conditions }: GuidelineOption, facts: IssueFacts): string | null {
  for (const condition of conditions) {
    const why = whyUnmet(condition, facts)
    if (why !== null) return why
  }
  return null
}

function whyUnmet(condition: Condition, facts: IssueFacts): string | null {
  switch (condition.kind) {
    case 'contacts':
      return facts.contacts >= condition.least
        ? null
        : `It takes ${condition.least} contacts; this issue has ${facts.contacts}.`
    case 'lastingDays':
      return facts.lastingDays >= condition.least
        ? null
        : `The issue must have lasted ${condition.least} days; it has lasted ${Math.floor(facts.lastingDays)}.`
    case 'channel':
      return facts.channels.includes(condition.channel) ? null : `It is meant for ${condition.channel}.`
    case 'notWithinDays':
      return facts.daysSinceGrant === null || facts.daysSinceGrant >= condition.days
        ? null
        : `They had something ${Math.floor(facts.daysSinceGrant)} days ago; it takes ${condition.days} days in between.`
    default:
      return unreachable(condition)
  }
}
