import type { Names } from '../../../sources/receivers/heard.ts'
import type { KnownConnector } from '../known-connector.ts'

/** What a fetcher works with. It begins where `cursor` says, or at its beginning when that is null. */
export type Pulling = {
  readonly connector: KnownConnector
  readonly now: number
  readonly signal: AbortSignal
  /** Only the open internet may be reached. */
  readonly isGuarded: boolean
  /** For threads of mails: the case of an interaction that is known. */
  findCase(externalId: string): Promise<string | null>
  /** Whether an answer of that id was sent from here, by whichever mailbox. */
  isOwnAnswer(id: string): Promise<boolean>
}

/** Some of what there is: documents for the receiver of the kind, and from where to go on once they are kept. */
export type Pulled = {
  readonly documents: readonly unknown[]
  readonly cursor: unknown
  readonly names: Names
}
