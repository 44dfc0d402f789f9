import { dayMs } from '../base/time.ts'

/** What speaks for and against a contact being about an issue that is still open. */
export type LinkEvidence = {
  /** Since the last contact. */
  readonly gapMs: number
  /** How much nearer the customer's words lie to another cause than to the issue's, as a difference of cosines. */
  readonly otherness: number
  /** The customer speaks of an earlier contact, of waiting, of coming again. */
  readonly refersBack: boolean
  /** The customer names an amount, a date or an order number that the contacts named. */
  readonly namesSameNumber: boolean
}

/** Fitted once by logistic regression on stories of the invented company that no reported figure uses; see docs/method/issues.md. */
const weights = { start: 4.2, aDay: -0.35, otherness: -8.4, refersBack: 1.4, namesSameNumber: 3.2 } as const

/**
 * The chance, 0 to 1, that a contact of the same customer continues an open issue when neither case nor cause says so.
 * Assumes a contact within the gap after the last, whose words can be read. Fixed coefficients, so that the same facts
 * are linked alike everywhere. Source: Fellegi & Sunter (1969), record linkage, in its logistic form.
 */
export function chanceOfContinuing({ gapMs, otherness, refersBack, namesSameNumber }: LinkEvidence): number {
  const evidence =
    weights.start +
    weights.aDay * (gapMs / dayMs) +
    weights.otherness * otherness +
    (refersBack ? weights.refersBack : 0) +
    (namesSameNumber ? weights.namesSameNumber : 0)
  return 1 / (1 + Math.exp(-evidence))
}
