import type { AnswersJson } from '../../../contract/desk/answers.ts'
import type { DeskIssue } from '../../../contract/desk/desk.ts'
import { whyNotAsk } from '../../../core/desk/answer.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatMoment } from '../../ui/format.ts'
import type { Desk } from '../desk/useDesk.ts'

type Written = AnswersJson['written'][number]

/** What was written to them from here, and whether it has gone out. */
export function SentAnswers({ page, desk }: { readonly page: DeskIssue; readonly desk: Desk }) {
  const { written } = page.answers
  if (written.length === 0) return null
  return (
    <ul className="answers" aria-live="polite">
      {written.map((one) => (
        <li key={one.id}>
          <blockquote className="shared-words">{one.text}</blockquote>
          <p className={isStuck(one) ? 'failed-step' : 'small'}>
            {one.who}. {sayState(one)}
          </p>
          {whyNotAsk(one.state, 'sendAgain') === null && (
            <p className="row-form">
              <button
                type="button"
                className="button"
                disabled={desk.askOfAnswer.isPending}
                onClick={() => desk.askOfAnswer.mutate({ answer: one.id, ask: 'sendAgain' })}
              >
                {one.state === 'waiting' ? 'Try now' : 'Send it again'}
              </button>
              <button
                type="button"
                className="button"
                disabled={desk.askOfAnswer.isPending}
                onClick={() => desk.askOfAnswer.mutate({ answer: one.id, ask: 'takeBack' })}
              >
                Take it back
              </button>
            </p>
          )}
        </li>
      ))}
      {desk.askOfAnswer.isError && (
        <li>
          <FailedStep error={desk.askOfAnswer.error} />
        </li>
      )}
    </ul>
  )
}

function isStuck({ state, failure }: Written): boolean {
  return state !== 'sent' && state !== 'takenBack' && failure !== null
}

function sayState({ state, failure, sentAt, nextTryAt, writtenAt }: Written): string {
  const next = nextTryAt === null ? '' : ` Next time: ${formatMoment(nextTryAt)}.`
  switch (state) {
    case 'waiting':
      return failure === null ? 'On its way.' : `Has not gone out yet. ${failure}${next}`
    case 'sending':
      return 'On its way.'
    case 'sent':
      return `Sent ${formatMoment(sentAt ?? writtenAt)}.`
    case 'failed':
      return `Could not be sent. ${failure ?? ''}`
    case 'unclear':
      return `Perhaps sent. ${failure ?? ''}`
    case 'returned':
      return failure ?? 'It came back.'
    case 'takenBack':
      return 'Taken back; it was not sent.'
  }
}
