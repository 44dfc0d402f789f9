import type { CauseId } from '../base/ids.ts'
import type { Instant } from '../base/time.ts'
import type { Cause } from './cause.ts'

/** Stamped on every reading; a new way of finding or assigning causes gets a new one. */
export const causeMethod = 'graph-4'

/** A group of causes that lie close together. */
export type Theme = { readonly id: string; readonly name: string; readonly causes: readonly CauseId[] }

export type DiscoveredCause = Cause & {
  readonly theme: string
  /** Texts of the discovery, repeated ones included, that were assigned to it. */
  readonly texts: number
  /** Ids of the texts that stand for it best, best first. */
  readonly examples: readonly string[]
}

/** What discovery found, as plain JSON: enough to assign any text, on any machine, to the same cause by the word table. */
export type CauseModel = Space & {
  /** The same causes as an endpoint sees them, where one was asked; row for row. */
  readonly given?: Space & { readonly engine: string }
  readonly method: string
  readonly grain: number
  /** Largest first. */
  readonly causes: readonly DiscoveredCause[]
  readonly themes: readonly Theme[]
  readonly texts: number
  readonly assigned: number
  /** What the tree was drawn from: until there is twice as much, it is only added to. */
  readonly drawn: { readonly texts: number; readonly upTo: Instant | null }
  /** The cause that each row of `centroids` stands for; a cause may have several, after a merge. */
  readonly owners: readonly CauseId[]
  /** Texts that people placed; as discovered there are none. */
  readonly labels: readonly CauseLabel[]
}

/** Where causes lie. */
export type Space = {
  /** Cosine to its centroid below which a text is honestly none of these. */
  readonly threshold: number
  /** What all texts have in common; taken away before texts are compared. */
  readonly mean: Rows
  readonly centroids: Rows
}

/** These texts are about this cause, or about none, because a person said so. */
export type CauseLabel = { readonly cause: CauseId | null; readonly texts: readonly string[] }

/** Rows of numbers, quantised: 16-bit integers in base64 and one scale. */
export type Rows = {
  readonly rows: number
  readonly columns: number
  readonly scale: number
  readonly base64: string
}
