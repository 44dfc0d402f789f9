import { hourMs, type Instant } from '../base/time.ts'
import { whyNotText } from '../guidelines/can.ts'
import {
  type Authority,
  type AuthorityRole,
  authorityOf,
  type Default,
  type Guideline,
  type Minor,
  type Person,
} from '../guidelines/guideline.ts'

/** An option beyond the authority, on its way to someone who may. */
export type Exception = {
  readonly id: string
  readonly asker: string
  readonly approver: string
  readonly due: Instant
  readonly byDefault: Default
  readonly answer: Default | null
}

/**
 * Who decides on an exception: the first along the way beyond the asker's role who may grant that much, else the
 * guideline's owner; never the asker themself, never someone who left. Says why when there is nobody. Assumes a way
 * without a circle (whyNotGuideline refuses one); of several people of a role, the first listed is named.
 */
export function findApprover(
  guideline: Guideline,
  { name, role, cost }: { readonly name: string; readonly role: AuthorityRole | null; readonly cost: Minor },
  people: readonly Person[],
): { readonly approver: string } | { readonly whyNot: string } {
  const may = people.filter((person) => !person.hasLeft && person.name !== name)
  let next = role === null ? null : (authorityOf(guideline, role)?.beyond ?? null)
  while (next !== null) {
    const authority: Authority | null = authorityOf(guideline, next)
    const found = may.find((person) => person.role === next)
    if (found !== undefined && authority !== null && cost <= authority.perGrant)
      return { approver: found.name }
    next = authority?.beyond ?? null
  }
  if (may.some((person) => person.name === guideline.owner)) return { approver: guideline.owner }
  return guideline.owner === name
    ? {
        whyNot: `${name} owns this guideline and can’t approve their own exception. Change the guideline instead.`,
      }
    : { whyNot: `Nobody is here who could decide: ${guideline.owner} has left. Name another owner first.` }
}

export function dueOfException({ answerHours }: Pick<Guideline, 'answerHours'>, now: Instant): Instant {
  return now + answerHours * hourMs
}

/** Why someone can't answer an exception; null when they can. A deadline is an instant: at it, the default holds. */
export function whyNotAnswerException(
  exception: Exception,
  { who, reason, now }: { readonly who: string; readonly reason: string; readonly now: Instant },
): string | null {
  if (exception.answer !== null) return `It was ${exception.answer} already.`
  if (who === exception.asker) return 'Who asked for it can’t answer it.'
  if (who !== exception.approver) return `${exception.approver} was asked; only they can answer.`
  if (now >= exception.due)
    return `The time to answer is over; it is ${exception.byDefault} by the guideline’s default.`
  return whyNotText('the reason', reason)
}

/** The default that holds once nobody answered in time; null before, or once it was answered. */
export function defaultNow({ answer, due, byDefault }: Exception, now: Instant): Default | null {
  return answer === null && now >= due ? byDefault : null
}
