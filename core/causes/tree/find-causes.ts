import type { CauseId } from '../../base/ids.ts'
import type { WordTable } from '../../text/word-table.ts'
import { type CauseModel, causeMethod } from '../cause-model.ts'
import { type CauseSettings, drawTree, type Reason } from '../discover-causes.ts'
import { carryOver } from './carry-over.ts'
import { extendTree } from './extend-tree.ts'
import { byReading, byTree, type MergedCauses } from './find-known.ts'

export type KnownCauses = {
  readonly previous: CauseModel | null
  /** Causes that people decided something about: they stay, also when they would not be found any more. */
  readonly decided: ReadonlySet<CauseId>
  /** How reasons were read, asked only where the known causes are of another method. */
  readonly reading?: {
    /** What each was read to be about, by its id. */
    readonly causes: ReadonlyMap<string, CauseId>
    readonly merged: MergedCauses
  }
}

/** A tree is drawn anew when there are this many times as many reasons as it was drawn from. */
const outgrown = 2

/**
 * Finds the causes of all reasons heard so far, starting from those known. Until there are twice as many reasons as the tree was
 * drawn from, what is known stays where it is and only new causes are added; then, and when the grain changes, it is drawn
 * anew, and a cause that is found again keeps its id and its name. So it is after a change of the method.
 * Assumes all reasons of the workspace, old and new, or a fixed sample of them. A pure function of them and of the known
 * tree; the order of the reasons does not matter. Method: docs/method/causes.md. Cost: as drawTree.
 */
export function findCauses(
  reasons: readonly Reason[],
  { previous, decided, reading }: KnownCauses,
  table: WordTable,
  settings: CauseSettings,
): CauseModel {
  const isKnown = previous !== null && previous.method === causeMethod
  if (isKnown && !isOutgrown(previous, reasons, settings))
    return extendTree(previous, reasons, table, settings)
  const fresh = drawTree(reasons, table, settings)
  if (previous === null) return fresh.model
  if (isKnown) return carryOver(fresh, previous, { decided, causeBefore: byTree(previous, table) })
  const { causes, merged } = reading ?? { causes: new Map(), merged: new Map() }
  return carryOver(fresh, previous, { decided, causeBefore: byReading(causes), merged })
}

/** Also where an endpoint says now what reasons mean and did not before, or another one. */
function isOutgrown(
  previous: CauseModel,
  reasons: readonly Reason[],
  { grain, engine }: CauseSettings,
): boolean {
  const isOtherEngine = engine !== undefined && previous.given?.engine !== engine
  return isOtherEngine || previous.grain !== grain || reasons.length >= outgrown * previous.drawn.texts
}
