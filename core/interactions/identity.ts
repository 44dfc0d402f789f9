import { type Identity, identityOf } from '../base/ids.ts'

/** Strongest first: an account number is surer than an e-mail address, which is surer than a phone number or a name. */
export const identityKinds = ['account', 'email', 'phone', 'name'] as const
export type IdentityKind = (typeof identityKinds)[number]

/**
 * Makes an identity of a raw value, so that `Ann@Example.org ` and `ann@example.org` are one.
 * E-mail is lowercased, and of `Ann Ray <ann@example.org>` or `Ann Ray (ann@example.org)` the address alone; a phone number keeps its digits (and a leading +); the rest is trimmed and its spaces folded.
 * Refuses (null) what is empty, or an e-mail or phone number that is none.
 */
export function toIdentity(kind: IdentityKind, raw: string): Identity | null {
  const value = normalise(kind, raw)
  return value === null ? null : identityOf(`${kind}:${value}`)
}

/** With a name before it. */
const longestAddress = 500

/** The one address of a value; of several nobody knows whose the value is. */
const address = /(?<=^[^@]*[<(]|^)[^\s@<>()]+@[^\s@<>()]+(?=[>)][^@]*$|$)/

function normalise(kind: IdentityKind, raw: string): string | null {
  const folded = raw.trim().replace(/\s+/g, ' ')
  if (folded === '') return null
  if (kind === 'email')
    return folded.length > longestAddress ? null : (address.exec(folded)?.[0].toLowerCase() ?? null)
  if (kind !== 'phone') return folded
  const dialled = folded.replace(/^tel:/i, '')
  const digits = dialled.replace(/\D/g, '')
  if (digits.length < 5) return null
  return dialled.startsWith('+') || dialled.startsWith('00') ? `+${digits.replace(/^00/, '')}` : digits
}
