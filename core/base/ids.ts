/** Branded ids: a plain string of the wrong noun does not type-check. This file alone mints them. */

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** 32 hexadecimal digits, derived from (source, external id) or, without an external id, from the row itself. */
export type InteractionId = Branded<'InteractionId'>
/** The id of the contact's first interaction. */
export type ContactId = Branded<'ContactId'>
/** The id of the issue's first contact. */
export type IssueId = Branded<'IssueId'>
/** Stable for the same facts; see core/causes. */
export type CauseId = Branded<'CauseId'>
/** `kind:value`, such as `account:4711` or `email:ann@example.org`; kinds are listed in interactions/identity.ts. */
export type Identity = Branded<'Identity'>
/** The identity that stands for a customer: the smallest of those known to be the same person. */
export type CustomerId = Branded<'CustomerId'>
/** The company's own container (ticket, conversation, call number), unique within a source. */
export type CaseId = Branded<'CaseId'>

/** A deliberate adjustment, numbered by the store. */
export type ChangeId = number & { readonly [brand]: 'ChangeId' }

export const interactionId = (text: string) => text as InteractionId
export const contactId = (text: string) => text as ContactId
export const issueId = (text: string) => text as IssueId
export const causeId = (text: string) => text as CauseId
export const identityOf = (text: string) => text as Identity
export const customerId = (text: string) => text as CustomerId
export const changeId = (number: number) => number as ChangeId
export const caseIdOf = (text: string) => text as CaseId
