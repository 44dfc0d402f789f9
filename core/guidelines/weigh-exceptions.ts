import { cannotSay, type Known } from '../base/cannot-say.ts'
import type { Share } from '../base/figure.ts'
import { wilson } from '../stats/wilson.ts'
import type { Default } from './guideline.ts'

/** An exception to a guideline that was answered: whether the customer came back about the same within 30 days after. */
export type PastException = {
  readonly answer: Default
  /** Null while the 30 days are not over, or nobody can say. */
  readonly cameBack: boolean | null
}

export type ExceptionOutcome = {
  /** All that were answered so, of whatever age. */
  readonly answered: number
  /** Of those whose 30 days are over. */
  readonly cameBack: Known<Share>
}

/** Fewer say nothing that an owner should change a rule for. */
export const leastObserved = 8

/**
 * What exceptions to a rule led to, those granted and those declined apart. Who is granted one is not drawn by lot, so the
 * difference does not say what granting does. Refuses a share of fewer than eight whose 30 days are over.
 * Source: Wilson interval. Cost: linear.
 */
export function weighExceptions(past: readonly PastException[]): Readonly<Record<Default, ExceptionOutcome>> {
  return { granted: outcomeOf(past, 'granted'), declined: outcomeOf(past, 'declined') }
}

function outcomeOf(past: readonly PastException[], answer: Default): ExceptionOutcome {
  const own = past.filter((one) => one.answer === answer)
  const observed = own.filter(({ cameBack }) => cameBack !== null)
  const back = observed.filter(({ cameBack }) => cameBack === true).length
  const share = wilson(back, observed.length)
  const cameBack =
    share === null || observed.length < leastObserved
      ? cannotSay(
          observed.length === 0
            ? 'of none are the 30 days over'
            : `the 30 days of only ${observed.length} are over, and ${back} of them came back; ${leastObserved} are the least that say something`,
        )
      : share
  return { answered: own.length, cameBack }
}
