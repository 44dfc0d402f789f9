import type { WordTable } from '../../text/word-table.ts'
import { defaultGrain, drawTree, type Reason } from '../discover-causes.ts'

/** Messages of one cause that hang together more than with the rest: perhaps a cause of their own. */
export type ProposedPart = {
  readonly name: string
  readonly words: readonly string[]
  /** Of the reasons that belong to it, smallest first. */
  readonly ids: readonly string[]
}

const leastReasons = 5

/**
 * Proposes how a cause could be split: its reasons drawn by themselves, at the grain that suits them. Largest first; none where they
 * hang together as one. A proposal only: people decide.
 * Assumes reasons of one cause. Refuses (none) groups of fewer than five reasons. Cost: as drawTree.
 */
export function proposeParts(reasons: readonly Reason[], table: WordTable): readonly ProposedPart[] {
  const { model, sample, groups } = drawTree(reasons, table, { grain: defaultGrain })
  const parts = model.causes.map(({ name, words }, group) => ({
    name,
    words,
    ids: sample.flatMap(({ ids }, index) => (groups[index] === group ? ids : [])),
  }))
  return parts.length < 2 ? [] : parts.filter(({ ids }) => ids.length >= leastReasons)
}
