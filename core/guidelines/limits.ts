import type { Authority, Minor } from './guideline.ts'

/** What a grant draws on, and the most that may be drawn. */
export type Limit = {
  readonly kind: 'perGrant' | 'perIssue' | 'perDay' | 'shareOfIssues'
  /** Who shares the limit: two grants with the same key draw on one account. */
  readonly key: string
  /** What this grant takes of it. */
  readonly takes: number
  readonly most: number
}

/** Who grants what, on which issue, on which day. */
export type Spending = {
  readonly guideline: number
  readonly person: string
  readonly issue: string
  /** `2026-03-09`, in UTC, so that no time zone gives a day twice. */
  readonly day: string
  readonly cost: Minor
  /** Issues with the guideline's causes within 30 days up to now. */
  readonly issuesWithin30Days: number
}

/**
 * The limits that a grant draws on, in one order for everybody, so that two grants at once wait for each other instead of
 * for a circle. A share of issues becomes a number of grants within the month of the day: the whole part of the share,
 * and never less than one, so that a share never forbids the first customer.
 */
export function limitsOf(authority: Authority, spending: Spending): readonly Limit[] {
  const { guideline, person, issue, day, cost, issuesWithin30Days } = spending
  const { perGrant, perIssue, perDay, shareOfIssues } = authority
  const limits: Limit[] = [
    { kind: 'perGrant', key: '', takes: cost, most: perGrant },
    { kind: 'perDay', key: `day ${guideline} ${day} ${person}`, takes: cost, most: perDay },
    { kind: 'perIssue', key: `issue ${guideline} ${issue}`, takes: cost, most: perIssue },
  ]
  if (shareOfIssues !== null) {
    const most = shareOfIssues === 0 ? 0 : Math.max(1, Math.floor(shareOfIssues * issuesWithin30Days))
    limits.push({ kind: 'shareOfIssues', key: `share ${guideline} ${day.slice(0, 7)}`, takes: 1, most })
  }
  return limits
}

/**
 * The first limit that a grant would break, by what was drawn before; null when it keeps within all of them. The store
 * decides by the same rule, row by row and under a lock.
 */
export function findBroken(limits: readonly Limit[], drawn: (key: string) => number): Limit | null {
  return limits.find(({ key, takes, most }) => (key === '' ? 0 : drawn(key)) + takes > most) ?? null
}

/** A limit in the words that a rep reads. */
export function sayLimit({ kind }: Pick<Limit, 'kind'>): string {
  switch (kind) {
    case 'perGrant':
      return 'It is more than you may grant at once.'
    case 'perIssue':
      return 'With what was granted before, it is more than you may grant on one issue.'
    case 'perDay':
      return 'With what you granted today, it is more than you may grant on one day.'
    case 'shareOfIssues':
      return 'More of these issues were granted something this month than the guideline means to.'
  }
}
