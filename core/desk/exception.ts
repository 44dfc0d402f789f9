import { hourMs, type Instant } from '../base/time.ts'
import { whyNotText } from '../guidelines/can.ts'
import {
  type AuthorityRole,
  authorityOf,
  type Default,
  type Guideline,
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
 * Who decides on an exception: someone of the role that stands beyond the asker's, else the guideline's owner; never the
 * asker themself, never someone who left. Says why when there is nobody.
 * Assumes people in the order in which they are listed; the first who may is named, unless one is asked for.
 */
export function findApprover(
  guideline: Guideline,
  asker: { readonly name: string; readonly role: AuthorityRole },
  people: readonly Person[],
): { readonly approver: string } | { readonly whyNot: string } {
  const beyond = authorityOf(guideline, asker.role)?.beyond ?? null
  const may = people.filter(({ name, hasLeft }) => !hasLeft && name !== asker.name)
  const found =
    (beyond === null ? undefined : may.find(({ role }) => role === beyond)) ??
    may.find(({ name }) => name === guideline.owner)
  if (found !== undefined) return { approver: found.name }
  return guideline.owner === asker.name
    ? {
        whyNot: `${asker.name} owns this guideline and can’t approve their own exception. Change the guideline instead.`,
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
