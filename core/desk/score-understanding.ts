import type { Share } from '../base/figure.ts'
import { wilson } from '../stats/wilson.ts'
import type { DeskEvent } from './step.ts'

/** How often an understanding was right as first shared, by what customers said to it. */
export type UnderstandingScore = {
  readonly shared: number
  /** Of those that were answered; null while none was. */
  readonly rightAtOnce: Share | null
}

/**
 * Scores what we understood by what customers said: confirmed at once, or corrected first. Understandings without an
 * answer count as shared, never as right. Takes the events of each issue in order. Cost: O(n).
 */
export function scoreUnderstanding(issues: readonly (readonly DeskEvent[])[]): UnderstandingScore {
  let shared = 0
  let answered = 0
  let right = 0
  for (const events of issues) {
    const first = events.findIndex(({ step }) => step.kind === 'understandingShared')
    if (first < 0) continue
    shared += 1
    const reply = events
      .slice(first)
      .find(({ step }) => step.kind === 'understandingConfirmed' || step.kind === 'understandingCorrected')
    if (reply === undefined) continue
    answered += 1
    if (reply.step.kind === 'understandingConfirmed') right += 1
  }
  return { shared, rightAtOnce: wilson(right, answered) }
}
