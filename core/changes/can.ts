import type { Range } from '../base/figure.ts'
import {
  type Change,
  type ChangePlan,
  type FeltChange,
  isFelt,
  nextSteps,
  overlaps,
  type Step,
} from './change.ts'

/** A step as a person asks for it. */
export type AskedStep = {
  readonly step: Step
  readonly who: string
  readonly reason: string
  readonly on: string
}

const mostMoney = 1e9
const mostLeadDays = 5 * 365
const longestText = 500
const day = /^\d{4}-\d{2}-\d{2}$/

/** Why a plan can't be taken, or null when it can. */
export function whyNotPlan(plan: ChangePlan): string | null {
  const { what, owner, scope, effect, costToMake, costToRun, leadDays, promise, adjusts } = plan
  return (
    whyNotText('what is to change', what) ??
    whyNotText('who owns it', owner) ??
    (scope.causes.length === 0 ? 'A change needs at least one cause that it is meant for.' : null) ??
    whyNotRange('The expected effect', effect, { least: -1, most: 1, unit: 'from -100 to 100 %' }) ??
    whyNotRange('The cost to make it', costToMake, money) ??
    whyNotRange('The cost to run it', costToRun, money) ??
    whyNotLead(leadDays) ??
    [promise, adjusts].map(whyTooLong).find((why) => why !== null) ??
    null
  )
}

/**
 * Why a step can't be taken on a change, or null when it can. The server refuses with it, the screen explains a greyed
 * button with it. `today` is the day of the one who asks.
 */
export function whyNotStep(change: Change, asked: AskedStep, today: string): string | null {
  return whyNotFrom(change, asked.step) ?? whyNotSaid(asked) ?? whyNotDay(change, asked, today)
}

/** Why it isn't said who decides and for what reason. */
export function whyNotSaid({ who, reason }: Pick<AskedStep, 'who' | 'reason'>): string | null {
  return whyNotText('who decides', who) ?? whyNotText('the reason', reason)
}

/** Why a step can't follow from where a change is. */
export function whyNotFrom({ state }: Change, step: Step): string | null {
  if (nextSteps[state].includes(step)) return null
  const next = nextSteps[state]
  if (next.length === 0) return `This change was ${state}; that is settled. Plan a new one instead.`
  return `A change that is ${state} can’t be ${step} next, only ${next.join(' or ')}.`
}

/**
 * Other changes that customers felt at the same time and that touch the same contacts, as a warning: starting is not
 * refused, but what each did cannot be told apart.
 */
export function findOverlaps(change: Change, others: readonly Change[]): readonly FeltChange[] {
  return others
    .filter(isFelt)
    .filter((other) => other.id !== change.id && overlaps(change.plan.scope, other.plan.scope))
}

function whyNotDay(change: Change, { step, on }: AskedStep, today: string): string | null {
  if (!day.test(on) || Number.isNaN(Date.parse(on)) || new Date(on).toISOString().slice(0, 10) !== on) {
    return `“${on}” is not a day. Write it like 2026-03-09.`
  }
  if (on > today) {
    return `${on} lies in the future. A step is written down on its day or later; until then the change stays ${change.state}.`
  }
  if (isFelt(change) && on < change.startedOn) {
    return `${on} is before the change started, on ${change.startedOn}.`
  }
  return step === 'started' && on < '1970-01-01' ? 'A change can’t have started before 1970.' : null
}

function whyNotText(name: string, text: string): string | null {
  if (text.trim() === '') return `Say ${name}; it is empty.`
  return whyTooLong(text)
}

function whyTooLong(text: string | null): string | null {
  if (text === null || text.length <= longestText) return null
  return `A text has ${text.length} characters; ${longestText} are the most.`
}

type Bounds = { readonly least: number; readonly most: number; readonly unit: string }
const money: Bounds = { least: 0, most: mostMoney, unit: 'from 0 to one thousand million' }

function whyNotRange(name: string, { low, mid, high }: Range, { least, most, unit }: Bounds): string | null {
  if (![low, mid, high].every(Number.isFinite)) return `${name} needs a number for low, middle and high.`
  if (low > mid || mid > high) return `${name}: low must not be above the middle, nor the middle above high.`
  return low < least || high > most ? `${name} must be ${unit}.` : null
}

function whyNotLead(leadDays: number): string | null {
  if (!Number.isFinite(leadDays)) return 'The lead time needs a number of days.'
  return leadDays < 0 || leadDays > mostLeadDays ? 'The lead time must be from 0 days to five years.' : null
}
