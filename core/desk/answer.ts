import { dayMs, hourMs, type Instant, minuteMs } from '../base/time.ts'

/**
 * Where an answer is on its way. `unclear`: the mail server broke off while it took it, so that it may have gone out.
 * `failed`: it was refused, or nobody could be reached for two days. `returned`: it was sent and came back.
 */
export const answerStates = [
  'waiting',
  'sending',
  'sent',
  'unclear',
  'failed',
  'returned',
  'takenBack',
] as const
export type AnswerState = (typeof answerStates)[number]

/** What an answer is drafted from; what is not there stays out. */
export type AnswerParts = {
  /** The statement of understanding. */
  readonly understanding: string | null
  /** What the customer chose and was not given yet. */
  readonly chosen: string | null
  /** What is theirs, in the words of the option. */
  readonly given: readonly string[]
  /** What was promised, with its day as the customer reads it. */
  readonly promises: readonly { readonly what: string; readonly by: string }[]
  /** Address of the customer's own page. */
  readonly page: string | null
  readonly from: string
}

/**
 * A first draft of an answer from the parts that were chosen for it; the rep edits it before it goes. Says nothing that
 * is not in the parts. Example: understanding “You were charged twice.” and one promise →
 * “Hello,⏎⏎You were charged twice.⏎⏎We promise: your money back, by 3 December 2026.⏎⏎Rita”.
 */
export function composeAnswer({ understanding, chosen, given, promises, page, from }: AnswerParts): string {
  const paragraphs = [
    'Hello,',
    understanding?.trim() ?? '',
    chosen === null ? '' : `You chose: ${withoutStop(chosen)}.`,
    given.length === 0 ? '' : `This is yours: ${given.map(withoutStop).join('; ')}.`,
    promises.length === 0
      ? ''
      : `We promise: ${promises.map(({ what, by }) => `${withoutStop(what)}, by ${by}`).join('; ')}.`,
    page === null ? '' : `Here you can put us right, choose, and see what became of it: ${page}`,
    from.trim(),
  ]
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
}

/** More answers about one issue within an hour are two machines that answer each other. */
const mostWithinHour = 6

/** Why nothing more is sent about an issue just now; null when it may be. `written`: when answers were, in any order. */
export function whyNotMore(written: readonly Instant[], now: Instant): string | null {
  const recent = written.filter((at) => at > now - hourMs).length
  return recent < mostWithinHour
    ? null
    : 'Six answers went out about this within an hour. That looks like two machines answering each other; wait, or call.'
}

/** What may be asked of an answer that was written. */
export type AnswerRequest = 'sendAgain' | 'takeBack'

/** Why an answer can't be sent again or taken back; null when it can. */
export function whyNotAsk(state: AnswerState, asked: AnswerRequest): string | null {
  switch (state) {
    case 'waiting':
    case 'failed':
    case 'unclear':
      return null
    case 'sending':
      return 'It is on its way to the mail server just now.'
    case 'sent':
      return asked === 'takeBack' ? 'It has gone out already.' : 'It has gone out; it is not sent twice.'
    case 'returned':
      return 'It came back. Write another answer, or call.'
    case 'takenBack':
      return 'It was taken back. Write another one.'
  }
}

const longestPauseMs = hourMs
const givenUpAfterMs = 2 * dayMs

/**
 * When sending is tried next after `attempts` that failed for now: a minute later, then twice as long each time, an hour
 * at most. Null after two days: a person must decide.
 */
export function nextTry({
  attempts,
  writtenAt,
  now,
}: {
  readonly attempts: number
  readonly writtenAt: Instant
  readonly now: Instant
}): Instant | null {
  if (now - writtenAt >= givenUpAfterMs) return null
  return now + Math.min(minuteMs * 2 ** Math.min(Math.max(0, attempts - 1), 10), longestPauseMs)
}

function withoutStop(text: string): string {
  return text.trim().replace(/[.!]+$/u, '')
}
