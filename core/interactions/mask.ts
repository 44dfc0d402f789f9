/**
 * Shows whose identity it is to those who know, and to nobody else: `account ··11`, `a··@example.org`, `phone ··67`.
 * Assumes `kind:value`. A stand-in for an unknown customer is shown as such.
 */
export function maskIdentity(identity: string): string {
  const at = identity.indexOf(':')
  const kind = identity.slice(0, at)
  const value = identity.slice(at + 1)
  if (kind === 'case' || kind === 'row') return 'customer not named'
  if (kind === 'email') return `${value.slice(0, 1)}··@${value.slice(value.lastIndexOf('@') + 1)}`
  if (kind === 'name') return maskName(value)
  return `${kind} ··${value.slice(value.length > 6 ? -3 : -2)}`
}

/** Initials: `D.` for Diane, `M. A.` for Mohammed Aman. */
export function maskName(name: string): string {
  const initials = name.split(/\s+/).map((word) => [...word][0]?.toUpperCase())
  return initials.map((initial) => `${initial ?? ''}.`).join(' ')
}
