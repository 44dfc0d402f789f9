import type { DeskIssue } from '../../../contract/desk/desk.ts'
import { paths } from '../../paths.ts'
import { formatDay } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Words } from '../../ui/Words.tsx'
import { Timeline } from '../issues/Timeline.tsx'
import { useRatingNames } from '../ratings/useRatingNames.ts'
import { isRated, sayThread } from '../say-thread.ts'
import { ThreadInColumn } from '../ThreadInColumn.tsx'

type Props = { readonly page: DeskIssue; readonly workspace: string }

/** The customer's side: their last words first, the issue so far in one line, then the whole story. */
export function Lived({ page, workspace }: Props) {
  const { issue, interactions, others } = page.record
  const names = useRatingNames(workspace, isRated(issue.thread))
  const last = interactions.findLast(
    ({ from, kind, text }) => from === 'customer' && kind !== 'survey' && text !== null,
  )
  return (
    <div className="desk-lived">
      {last?.text != null && (
        <figure className="quote quote-large">
          <blockquote>
            <Words text={last.text} />
          </blockquote>
          <figcaption>
            {[
              issue.customer ?? 'A customer without a name',
              last.channel,
              last.at === null ? null : formatDay(last.at),
            ]
              .filter((part) => part !== null)
              .join(', ')}
          </figcaption>
        </figure>
      )}
      <p className="issue-lead">{sayThread(issue.thread, names)}</p>
      <ThreadInColumn workspace={workspace} thread={issue.thread} />
      <details open={interactions.length <= 6}>
        <summary>All that happened</summary>
        <Timeline workspace={workspace} interactions={interactions} promises={issue.thread.promises} />
      </details>
      {others.length > 0 && (
        <p className="small">
          What else they came for:{' '}
          {others.slice(0, 3).map((other) => (
            <Go key={other.id} className="other-issue" href={paths.deskIssue(workspace, other.id)}>
              {other.cause ?? 'no cause found'}
            </Go>
          ))}
        </p>
      )}
    </div>
  )
}
