import { hourMs, type Instant } from '../base/time.ts'
import type { Interaction } from '../interactions/interaction.ts'
import type { Signal } from '../signals/signal.ts'
import { readDue } from '../text/read-due.ts'
import { isTurnOfCompany, isTurnOfCustomer } from './group-into-contacts.ts'

/** What a customer was told would happen, and what became of it. */
export type JudgedPromise = {
  readonly interaction: Interaction
  readonly said: Instant
  /** Null where no time was named. */
  readonly due: Instant | null
  readonly state: 'open' | 'kept' | 'broken'
}

/** A company's word this soon belongs to the talk in which the promise was made. */
const sameTalkMs = hourMs

/**
 * Says of each promise in an issue whether it was kept: the company came back by itself by the time it named. Broken: the
 * customer had to come back after that time without a word from the company, or came back sooner and says what they were
 * told. Else open: nothing in the record tells. Assumes interactions of one issue in time order, a company message an hour
 * or more after the promise to be the coming back. Cost: promises x interactions of the issue.
 */
export function judgePromises(
  interactions: readonly Interaction[],
  signalsOf: (interaction: Interaction) => readonly Signal[],
): readonly JudgedPromise[] {
  return interactions.flatMap((interaction, index) => {
    const promise = signalsOf(interaction).find(({ kind }) => kind === 'promise')
    if (promise === undefined || interaction.from !== 'company' || interaction.at === null) return []
    const said = interaction.at
    const due = readDue(sentenceOf(interaction.text ?? '', promise), said)
    const after = interactions.slice(index + 1).filter(({ at }) => at !== null && at >= said + sameTalkMs)
    return [{ interaction, said, due, state: judge(after, due, signalsOf) }]
  })
}

/** The first who comes back by themselves decides. */
function judge(
  after: readonly Interaction[],
  due: Instant | null,
  signalsOf: (interaction: Interaction) => readonly Signal[],
): JudgedPromise['state'] {
  let isAsked = false
  for (const interaction of after) {
    const isLate = due !== null && (interaction.at ?? 0) >= due
    if (isTurnOfCustomer(interaction)) {
      if (isLate || signalsOf(interaction).some(({ kind }) => kind === 'expectation')) return 'broken'
      isAsked = true
    } else if (isTurnOfCompany(interaction)) {
      if (!isAsked) return isLate ? 'open' : 'kept'
      isAsked = false
    }
  }
  return 'open'
}

/** The promise's words up to where its sentence ends, and what stands before them in it. */
function sentenceOf(text: string, { start, end }: Signal): string {
  const from = Math.max(text.lastIndexOf('.', start - 1), text.lastIndexOf('\n', start - 1)) + 1
  const stop = text.slice(end).search(/[.!?\n](?:\s|$)/)
  return text.slice(from, stop < 0 ? text.length : end + stop)
}
