import type { Letter } from '../../contract/desk/answers.ts'
import type { KnownConnector } from '../connectors/known-connector.ts'

/** What became of one try to send an answer. Why is for the rep to read. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** Nothing has gone out; it is tried again by itself. */
  | { readonly kind: 'later'; readonly why: string }
  /** Nothing has gone out, and nothing will until somebody does something. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Nobody wants it sent any more. */
  | { readonly kind: 'takenBack' }
  /** It may have gone out. */
  | { readonly kind: 'unclear'; readonly why: string }

export type Delivering = {
  readonly connector: KnownConnector
  readonly letter: Letter
  /** Who wrote it, and whether that was a machine. */
  readonly by: { readonly name: string; readonly isMachine: boolean }
  readonly now: number
  readonly signal: AbortSignal
  /** Only the open internet may be reached. */
  readonly isGuarded: boolean
  /**
   * Notes that from here on it may go out, on disk before the other side can take it; false when it was taken back
   * meanwhile.
   */
  beforeHandingOver(): Promise<boolean>
}
