import type { CauseId } from '../../base/ids.ts'

/** What a person decided about causes. Kept in the order in which it was decided; outlives every re-reading. */
export type CauseDecision =
  | { readonly kind: 'renamed'; readonly cause: CauseId; readonly name: string }
  /** It stays a cause, also where it would not be found again. */
  | { readonly kind: 'pinned'; readonly cause: CauseId }
  /** `cause` is no cause of its own any more; what it was about is about `into`. */
  | { readonly kind: 'merged'; readonly cause: CauseId; readonly into: CauseId }
  /** `part` is a new cause under `cause`'s theme: reasons that are closer to these texts than to the rest go there. */
  | {
      readonly kind: 'split'
      readonly cause: CauseId
      readonly part: CauseId
      readonly name: string
      readonly texts: readonly string[]
    }
  /** This reason is about this cause, or about none: pinned where it was, or moved. Reasons much like it follow. */
  | { readonly kind: 'placed'; readonly text: string; readonly cause: CauseId | null }

/** The causes that a decision is about: they must not vanish from the tree. */
export function causesOf(decision: CauseDecision): readonly CauseId[] {
  switch (decision.kind) {
    case 'renamed':
    case 'pinned':
    case 'split':
      return [decision.cause]
    case 'merged':
      return [decision.cause, decision.into]
    case 'placed':
      return decision.cause === null ? [] : [decision.cause]
    default:
      return decision satisfies never
  }
}
