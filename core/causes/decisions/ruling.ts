import type { CauseId, ContactId } from '../../base/ids.ts'
import type { Instant } from '../../base/time.ts'
import type { LinkDecision } from '../../issues/link-decision.ts'
import type { CauseDecision } from './cause-decision.ts'

/** A contact that a person spoke of, with the reason it gave then; null where only the contact matters. */
export type RuledContact = { readonly contact: ContactId; readonly reason: string | null }

/** What is ruled, without who and when. */
export type RulingContent =
  | { readonly kind: 'renamed'; readonly cause: CauseId; readonly name: string }
  | { readonly kind: 'pinned'; readonly cause: CauseId }
  | { readonly kind: 'merged'; readonly cause: CauseId; readonly into: CauseId }
  | { readonly kind: 'split'; readonly cause: CauseId; readonly part: CauseId; readonly name: string }
  | { readonly kind: 'placed'; readonly cause: CauseId | null }
  | { readonly kind: 'same' | 'notSame' }

/**
 * What a person decided about causes and issues. A fact like a correction: kept with who and when, holds for every later
 * reading, can be taken back.
 */
export type Ruling = {
  readonly id: string
  readonly content: RulingContent
  readonly contacts: readonly RuledContact[]
  readonly reviewer: string
  readonly at: Instant
}

/** What rulings decide about causes, in their order. One whose texts were erased with their customer decides nothing. */
export function causeDecisionsOf(rulings: readonly Ruling[]): readonly CauseDecision[] {
  return rulings.flatMap(({ content, contacts }): readonly CauseDecision[] => {
    const texts = contacts.map(({ reason }) => reason).filter((reason) => reason !== null)
    switch (content.kind) {
      case 'renamed':
      case 'pinned':
      case 'merged':
        return [content]
      case 'split':
        return texts.length === 0 ? [] : [{ ...content, texts }]
      case 'placed':
        return texts.map((text) => ({ ...content, text }))
      case 'same':
      case 'notSame':
        return []
      default:
        return content satisfies never
    }
  })
}

/** What rulings decide about which contacts are one issue, in their order. */
export function linkDecisionsOf(rulings: readonly Ruling[]): readonly LinkDecision[] {
  return rulings.flatMap(({ content: { kind }, contacts: [one, other] }) =>
    (kind === 'same' || kind === 'notSame') && one !== undefined && other !== undefined
      ? [{ kind, one: one.contact, other: other.contact }]
      : [],
  )
}

/** Names that hold at once, before the next reading: of renamed causes, of parts, and of what a merged cause is now. */
export function ruledNames(
  names: ReadonlyMap<string, string>,
  rulings: readonly Ruling[],
): ReadonlyMap<string, string> {
  const ruled = new Map(names)
  for (const { content } of rulings) {
    if (content.kind === 'renamed' && ruled.has(content.cause)) ruled.set(content.cause, content.name)
    if (content.kind === 'split') ruled.set(content.part, content.name)
  }
  return ruled
}
