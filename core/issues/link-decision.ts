import type { ContactId } from '../base/ids.ts'

/** What a person decided about two contacts of one customer: one issue, or two. The later decision on a pair holds. */
export type LinkDecision = {
  readonly kind: 'same' | 'notSame'
  readonly one: ContactId
  readonly other: ContactId
}

/** What was decided about two contacts, whichever was named first; null when nothing was. */
export function prepareLinks(decisions: readonly LinkDecision[]) {
  const kinds = new Map(decisions.map(({ kind, one, other }) => [keyOf(one, other), kind]))
  const between = (one: ContactId, other: ContactId) => kinds.get(keyOf(one, other)) ?? null
  return { between }
}

function keyOf(one: ContactId, other: ContactId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
