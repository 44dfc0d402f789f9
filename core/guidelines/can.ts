import type { Authority, Condition, Guideline, GuidelineOption, Minor, Person } from './guideline.ts'

const longestText = 1000
const mostMinor = 1e9
const mostOptions = 20

/**
 * Why a guideline can't be kept, in words that say what to do; null when it can. Assumes `people` to be everybody the
 * company has named. Refuses: no owner or one who left, nobody to decide beyond an authority, approvals that run in a
 * circle, money that is negative or no whole number, texts that are empty or too long. Cost: O(options + authorities).
 */
export function whyNotGuideline(guideline: Guideline, people: readonly Person[]): string | null {
  const { name, intent, owner, causes, options, authorities, answerHours } = guideline
  return (
    whyNotText('what the guideline is called', name) ??
    whyNotText('what it is for', intent) ??
    whyNotOwner(owner, people) ??
    (causes.length === 0 ? 'A guideline needs at least one cause that it is meant for.' : null) ??
    (options.length > mostOptions
      ? `${options.length} options are more than anyone can choose from.`
      : null) ??
    findTwice(
      'option',
      options.map(({ id }) => id),
    ) ??
    findTwice(
      'role',
      authorities.map(({ role }) => role),
    ) ??
    first(options, whyNotOption) ??
    first(authorities, whyNotAuthority) ??
    whyNotRoute(authorities, people) ??
    (isBetween(answerHours, 0.25, 30 * 24)
      ? null
      : 'An exception must be answered within a quarter of an hour to 30 days.') ??
    (guideline.roundWeeks === null || isBetween(guideline.roundWeeks, 1, 52)
      ? null
      : 'Reps are asked every 1 to 52 weeks, or never.')
  )
}

/** An amount that can be granted: whole, above nothing, within reason. */
export function whyNotAmount(name: string, amount: Minor): string | null {
  if (!Number.isSafeInteger(amount)) return `${name} must be a whole number of the smallest coin.`
  if (amount < 0) return `${name} is negative; a customer is never charged by an option.`
  return amount > mostMinor ? `${name} is beyond ten million.` : null
}

export function whyNotText(name: string, text: string): string | null {
  if (text.trim() === '') return `Say ${name}; it is empty.`
  return text.length > longestText
    ? `A text has ${text.length} characters; ${longestText} are the most.`
    : null
}

function whyNotOwner(owner: string, people: readonly Person[]): string | null {
  if (owner.trim() === '') return 'A guideline needs an owner: someone who answers when it gets in the way.'
  const person = people.find(({ name }) => name === owner)
  if (person === undefined) return `Nobody here is called ${owner}. Name the owner as they are listed.`
  return person.hasLeft ? `${owner} has left. Name someone who is here as owner.` : null
}

function whyNotOption({ gives, say, because, value, cost, conditions }: GuidelineOption): string | null {
  return (
    whyNotText('what the customer gets', gives) ??
    whyNotText(`what to say when offering “${gives}”`, say) ??
    whyNotText(`why “${gives}” is allowed`, because) ??
    whyNotAmount(`What “${gives}” costs us`, cost) ??
    whyNotAmount(`What “${gives}” is worth to the customer`, value) ??
    first(conditions, whyNotCondition)
  )
}

function whyNotCondition(condition: Condition): string | null {
  switch (condition.kind) {
    case 'contacts':
      return isBetween(condition.least, 1, 1000) ? null : 'A number of contacts must be from 1 to 1000.'
    case 'lastingDays':
      return isBetween(condition.least, 0, 3650) ? null : 'A number of days must be from 0 to 3650.'
    case 'notWithinDays':
      return isBetween(condition.days, 1, 3650) ? null : 'A number of days must be from 1 to 3650.'
    case 'channel':
      return whyNotText('which channel', condition.channel)
  }
}

function whyNotAuthority({ role, perGrant, perIssue, perDay, shareOfIssues }: Authority): string | null {
  const why =
    whyNotAmount(`What a ${role} may grant at once`, perGrant) ??
    whyNotAmount(`What a ${role} may grant on one issue`, perIssue) ??
    whyNotAmount(`What a ${role} may grant on one day`, perDay)
  if (why !== null) return why
  if (perGrant > perIssue || perIssue > perDay) {
    return `For a ${role}, one grant must not be above one issue, nor one issue above one day.`
  }
  return shareOfIssues === null || isBetween(shareOfIssues, 0, 1)
    ? null
    : 'A share of issues must be from 0 to 100 %.'
}

/** Follows from each role who decides beyond it: the way must end, and someone must stand at each step. */
function whyNotRoute(authorities: readonly Authority[], people: readonly Person[]): string | null {
  for (const { role } of authorities) {
    const passed = [role]
    for (;;) {
      const last = passed.at(-1)
      const next = authorities.find((authority) => authority.role === last)?.beyond ?? null
      if (next === null) break
      if (passed.includes(next)) {
        return `Approvals run in a circle: ${[...passed, next].join(' → ')}. Let one of them end with the owner.`
      }
      if (!people.some((person) => person.role === next && !person.hasLeft)) {
        return `Nobody here is a ${next}, so nobody could decide beyond a ${last}.`
      }
      passed.push(next)
    }
  }
  return null
}

function findTwice(name: string, values: readonly string[]): string | null {
  const twice = values.find((value, index) => values.indexOf(value) !== index)
  return twice === undefined ? null : `The ${name} “${twice}” is there twice.`
}

function first<T>(all: readonly T[], why: (one: T) => string | null): string | null {
  for (const one of all) {
    const found = why(one)
    if (found !== null) return found
  }
  return null
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isFinite(value) && value >= least && value <= most
}
