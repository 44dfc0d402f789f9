import type { Instant } from '../../base/time.ts'
import type { Interaction } from '../../interactions/interaction.ts'
import type { Signal } from '../../signals/signal.ts'
import { onlyCloses } from './only-closes.ts'

/**
 * The words of a customer that wait for a word from us: what they said after we spoke last, beginning with the first that
 * does more than thank or close; empty when nothing of it does. What is not in words, such as a call that nobody wrote down,
 * waits. A subject that stands over every message of a case is said once, not again with each.
 * Assumes all that happened with the customer, in order of time. Cost: linear.
 */
export function unansweredOf(
  interactions: readonly Interaction[],
  { now, signalsOf }: { readonly now: Instant; readonly signalsOf: (one: Interaction) => readonly Signal[] },
): readonly Interaction[] {
  const spoken = interactions.filter(({ kind, at }) => isSpoken(kind) && at !== null && at <= now)
  const unanswered = spoken.slice(spoken.findLastIndex(({ from }) => from !== 'customer') + 1)
  const first = unanswered.findIndex((one) => {
    const words = wordsWithoutSubject(one, spoken)
    return words === null || !onlyCloses(words, signalsOf(one))
  })
  return first < 0 ? [] : unanswered.slice(first)
}

function isSpoken(kind: Interaction['kind']): boolean {
  return kind === 'message' || kind === 'call' || kind === 'visit'
}

/** Sources join a subject to the words by an empty line. */
function wordsWithoutSubject(
  { id, caseId, text }: Interaction,
  spoken: readonly Interaction[],
): string | null {
  if (text === null || caseId === null) return text
  const subject = subjectOf(text)
  const before = spoken.slice(
    0,
    spoken.findIndex((one) => one.id === id),
  )
  const isRepeated =
    subject !== null && before.some((one) => one.caseId === caseId && subjectOf(one.text) === subject)
  return isRepeated ? text.slice(text.indexOf('\n\n') + 2) : text
}

function subjectOf(text: string | null): string | null {
  const end = text?.indexOf('\n\n') ?? -1
  return text === null || end < 0 ? null : text.slice(0, end).replace(/^(?:re|aw|fwd?):\s*/i, '')
}
