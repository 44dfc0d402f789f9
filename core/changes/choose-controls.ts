import type { CauseId } from '../base/ids.ts'

export type CountedCause = { readonly id: CauseId; readonly contacts: number }

/** Causes whose contacts, taken together, stand for how the days would have gone without the change. */
export type ControlGroup = { readonly name: string; readonly causes: readonly CauseId[] }

const groups = 3

/**
 * Deals the causes that no change touches into three groups of about the same size, so that each is large enough to show
 * how busy the days were, and leaving one out tells whether a single group decides.
 * Assumes: the causes named in `touched` are those of this change and of any other that customers felt.
 * Refuses: nothing; with fewer causes there are fewer groups, or none. Cost: O(n log n).
 */
export function chooseControls(
  causes: readonly CountedCause[],
  touched: ReadonlySet<CauseId>,
): readonly ControlGroup[] {
  const untouched = causes
    .filter(({ id, contacts }) => contacts > 0 && !touched.has(id))
    .toSorted((left, right) => right.contacts - left.contacts || (left.id < right.id ? -1 : 1))
  const dealt = Array.from({ length: Math.min(groups, untouched.length) }, (_, group) =>
    untouched.filter((__, index) => placeOf(index) === group).map(({ id }) => id),
  )
  return dealt.map((ids, index) => ({ name: `untouched causes ${index + 1}`, causes: ids }))
}

/** There and back again, so that no group gets the larger one each time: 0 1 2 2 1 0 0 1 2. */
function placeOf(index: number): number {
  const place = index % (2 * groups)
  return place < groups ? place : 2 * groups - 1 - place
}
