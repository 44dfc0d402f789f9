import type { CaseId, Identity, InteractionId } from '../base/ids.ts'
import type { Instant } from '../base/time.ts'

/**
 * What the interaction was. `event` is an entry of a log (a state change, a transfer): always company-side. `leaving` says that
 * the customer left: ended the contract, closed the account.
 */
export type InteractionKind = 'message' | 'call' | 'visit' | 'survey' | 'leaving' | 'event'

export const interactionKinds: readonly InteractionKind[] = [
  'message',
  'call',
  'visit',
  'survey',
  'leaving',
  'event',
]

export type Side = 'customer' | 'company'

/**
 * One thing that happened between a customer and the company at one time. A fact: append-only, never edited.
 * `null` means that the source does not tell.
 */
export type Interaction = {
  readonly id: InteractionId
  readonly source: string
  readonly externalId: string
  /** Position in the source; breaks ties between interactions of the same instant. */
  readonly sequence: number
  readonly at: Instant | null
  /** Whom it concerns, strongest identity first; empty when the source names nobody. */
  readonly identities: readonly Identity[]
  readonly caseId: CaseId | null
  /** When the case opened, where the source says so apart from the interaction's own time. */
  readonly caseOpenedAt: Instant | null
  readonly kind: InteractionKind
  readonly from: Side
  readonly channel: string | null
  readonly team: string | null
  readonly agent: string | null
  readonly text: string | null
  readonly category: string | null
  /** As given, on the source's own scale. */
  readonly rating: number | null
  readonly durationSeconds: number | null
  /** Columns of the source that the mapping keeps, by the source's own column name. */
  readonly attributes: Readonly<Record<string, string>>
}
