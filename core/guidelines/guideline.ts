import type { CauseId } from '../base/ids.ts'

/** Whom a guideline can give authority to, from the front line up. */
export const authorityRoles = ['rep', 'lead', 'owner', 'executive'] as const
export type AuthorityRole = (typeof authorityRoles)[number]

/** Money in the smallest unit of the workspace's currency: whole cents, never fractions. */
export type Minor = number

/** What must be so before an option may be given. */
export type Condition =
  | { readonly kind: 'contacts'; readonly least: number }
  | { readonly kind: 'lastingDays'; readonly least: number }
  | { readonly kind: 'channel'; readonly channel: string }
  /** The customer had nothing under this guideline for so many days. */
  | { readonly kind: 'notWithinDays'; readonly days: number }

/** Something that can be offered: what it is to the customer, and what it costs us. */
export type GuidelineOption = {
  readonly id: string
  /** What the customer gets, in words that one could say to them. */
  readonly gives: string
  /** What to say when offering it. */
  readonly say: string
  /** Why it is allowed. */
  readonly because: string
  readonly value: Minor
  readonly cost: Minor
  readonly conditions: readonly Condition[]
}

/** What a role may grant on the spot. */
export type Authority = {
  readonly role: AuthorityRole
  /** The most that one grant may cost. */
  readonly perGrant: Minor
  /** All grants of one issue together. */
  readonly perIssue: Minor
  /** All grants of one person on one day. */
  readonly perDay: Minor
  /** The most of the issues with these causes, within 30 days, that may be granted something; null when all may. */
  readonly shareOfIssues: number | null
  /** Who decides what goes beyond; null when that is the owner. */
  readonly beyond: AuthorityRole | null
}

/** What happens when nobody answers an exception in time. */
export type Default = 'granted' | 'declined'

/** What the company asks of its people. Every version is kept. */
export type Guideline = {
  readonly name: string
  readonly causes: readonly CauseId[]
  /** What it is for. */
  readonly intent: string
  readonly protects: 'customer' | 'company' | 'both'
  readonly options: readonly GuidelineOption[]
  readonly authorities: readonly Authority[]
  readonly owner: string
  /** Within which an exception is answered. */
  readonly answerHours: number
  readonly byDefault: Default
  /** Every so many weeks some who work its causes are asked whether it fits; null: nobody is. */
  readonly roundWeeks: number | null
}

/** Someone of the company by name; who has left stays known, so that what they did can be told. */
export type Person = { readonly name: string; readonly role: AuthorityRole; readonly hasLeft: boolean }

/** A rule leaves no room: nothing that could be offered, or nobody who may. */
export function isRule({ options, authorities }: Guideline): boolean {
  return options.length === 0 || authorities.every(({ perGrant, perDay }) => perGrant === 0 || perDay === 0)
}

/** What a role may do under a guideline; null when it may do nothing. */
export function authorityOf({ authorities }: Guideline, role: AuthorityRole): Authority | null {
  return authorities.find((authority) => authority.role === role) ?? null
}
