import type { CauseRow } from '../../../contract/screens.ts'
import { plural, startWithCapital } from '../../ui/format.ts'
import { sayWhole } from '../overview/say-share.ts'

/** The answer that the list of causes opens with: how few bring half of all contacts, and the largest. */
export function sayCauses(causes: readonly Pick<CauseRow, 'name' | 'share' | 'from'>[]): string {
  const bySize = causes.toSorted((left, right) => right.share.value - left.share.value)
  const half = countHalf(bySize)
  const few =
    half === null || half === causes.length || half === 1
      ? plural(causes.length, 'cause')
      : `${startWithCapital(sayWhole(half))} of ${causes.length} causes bring half of all contacts`
  const source = causes.some(({ from }) => from === 'text')
    ? 'They are read from what customers said'
    : 'They are the source’s own categories'
  return `${few}; the largest is “${bySize[0]?.name}”. ${source}.`
}

/** How many of the largest hold half of all contacts; null where all together hold less. */
function countHalf(bySize: readonly Pick<CauseRow, 'share'>[]): number | null {
  let held = 0
  for (const [index, { share }] of bySize.entries()) {
    held += share.value
    if (held >= 0.5) return index + 1
  }
  return null
}
