import { dayMs, type Instant } from '../base/time.ts'
import { whyNotText } from './can.ts'

/** What someone at the front says of a guideline. */
export const fits = ['fits', 'fitsBut', 'inTheWay'] as const
export type Fit = (typeof fits)[number]

export const answers = ['kept', 'changed', 'retired'] as const
export type Answer = (typeof answers)[number]

/** A word on a guideline from the front line, kept with the issue that it is about. */
export type Objection = {
  readonly id: string
  readonly guideline: number
  readonly version: number
  readonly issue: string
  readonly fit: Fit
  readonly word: string
  readonly who: string
  readonly at: Instant
  /** By when the owner answers; null when it fits and nothing is asked. */
  readonly due: Instant | null
  /** The round in which they were asked; null when they said it unasked. */
  readonly round: number | null
  readonly answer: {
    readonly kind: Answer
    readonly reason: string
    readonly who: string
    readonly at: Instant
    /** The change that will show whether it helped, where one was planned. */
    readonly change: number | null
  } | null
}

/** An owner has this long to answer what gets in the way. */
export const answerDays = 14

export function dueOf(fit: Fit, at: Instant): Instant | null {
  return fit === 'fits' ? null : at + answerDays * dayMs
}

/** Why a word can't be kept: what gets in the way needs a word why, “it fits” does not. */
export function whyNotObjection({ fit, word }: Pick<Objection, 'fit' | 'word'>): string | null {
  return fit === 'fits' && word.trim() === '' ? null : whyNotText('in a word why', word)
}

/** Why an answer can't be taken: only the owner answers, once, with a reason; keeping it needs a reason most of all. */
export function whyNotAnswer(
  objection: Objection,
  asked: { readonly who: string; readonly owner: string; readonly reason: string },
): string | null {
  if (objection.answer !== null) return `${objection.answer.who} has answered already.`
  if (objection.due === null) return 'It fits; there is nothing to answer.'
  if (asked.who !== asked.owner) return `${asked.owner} owns this guideline and answers for it.`
  return whyNotText('the reason', asked.reason)
}

export type Weighed = {
  readonly fits: number
  readonly fitsBut: number
  readonly inTheWay: number
  readonly people: number
  readonly issues: number
  readonly unanswered: number
  readonly overdue: number
}

/**
 * How many said what of a guideline, and how much of it waits for the owner. What was said unasked and what was answered in
 * a round are weighed apart by the caller: those who speak up by themselves are not those who were drawn.
 */
export function weighObjections(objections: readonly Objection[], now: Instant): Weighed {
  const count = (fit: Fit) => objections.filter((objection) => objection.fit === fit).length
  const open = objections.filter(({ due, answer }) => due !== null && answer === null)
  return {
    fits: count('fits'),
    fitsBut: count('fitsBut'),
    inTheWay: count('inTheWay'),
    people: new Set(objections.map(({ who }) => who)).size,
    issues: new Set(objections.map(({ issue }) => issue)).size,
    unanswered: open.length,
    overdue: open.filter(({ due }) => due !== null && due < now).length,
  }
}
