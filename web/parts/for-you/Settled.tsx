import type { CustomerPage } from '../../../contract/desk/desk.ts'
import { formatMoment } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import type { PartProps } from './props.ts'
import { TellUs } from './TellUs.tsx'

/** What is theirs, what is being decided and what happens when, what was promised, and whether it is solved. */
export function Settled({ page, draft, isPending, onSay }: PartProps) {
  const { given, deciding, declined, promises, withWhom, solved, stillPromised, isConfirmed, reopened } = page
  const isAwaited = page.chosen !== null && given.length + deciding.length + declined.length === 0
  const isEmpty =
    !isAwaited &&
    given.length + deciding.length + declined.length + promises.length === 0 &&
    withWhom === null &&
    solved === null &&
    reopened === null
  if (isEmpty) return null
  return (
    <Section title="What happens now">
      <ul className="sentences">
        {given.map(({ gives, at }) => (
          <li key={at}>
            Yours since {formatMoment(at)}: <strong>{gives}</strong>
          </li>
        ))}
        {isAwaited && <li>We see to what you chose, and say here what became of it.</li>}
        {deciding.map(({ gives, due, byDefault }) => (
          <li key={gives}>
            We are deciding about “{gives}” until {formatMoment(due)}.{' '}
            {byDefault === 'granted'
              ? 'If nobody here has answered by then, it is yours.'
              : 'If nobody here has answered by then, we can’t give it, and tell you what else there is.'}
          </li>
        ))}
        {declined.map((gives) => (
          <li key={gives}>We can’t give “{gives}”. We tell you what else there is.</li>
        ))}
        {promises.map((promise) => (
          <li key={promise.what}>{sayPromise(promise)}</li>
        ))}
        {withWhom !== null && <li>This is with {withWhom} now; you need not tell it again.</li>}
        {solved !== null && <li>Solved, as we see it: {solved}</li>}
        {stillPromised !== '' && <li>Still to come: {stillPromised}</li>}
        {reopened !== null && <li>You told us what is still open: “{reopened}”. We come back to you.</li>}
      </ul>
      {solved !== null && isConfirmed && <p className="answer-right">You said that it is solved.</p>}
      {solved !== null && !isConfirmed && (
        <>
          <p>
            <button
              type="button"
              className="button button-first"
              disabled={isPending}
              onClick={() => onSay({ kind: 'solutionConfirmed' })}
            >
              Yes, it is solved
            </button>
          </p>
          <TellUs
            question="No, it is not solved"
            label="What is still open?"
            draft={draft}
            isPending={isPending}
            onTell={(reason) => onSay({ kind: 'reopened', reason })}
          />
        </>
      )}
    </Section>
  )
}

function sayPromise({ what, due, isKept, isOverdue }: CustomerPage['promises'][number]): string {
  if (isKept) return `Done: ${what}`
  return isOverdue
    ? `Promised by ${formatMoment(due)}, and not done yet; we have not forgotten it: ${what}`
    : `Promised by ${formatMoment(due)}: ${what}`
}
