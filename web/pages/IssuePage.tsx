import '../parts/issues/issues.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { IssuePage as IssueReply } from '../../contract/screens.ts'
import { Timeline } from '../parts/issues/Timeline.tsx'
import { useRatingNames } from '../parts/ratings/useRatingNames.ts'
import { ContactRulings } from '../parts/rulings/ContactRulings.tsx'
import { WhoThisIs } from '../parts/rulings/WhoThisIs.tsx'
import { isRated, sayThread } from '../parts/say-thread.ts'
import { ThreadInColumn } from '../parts/ThreadInColumn.tsx'
import { ThreadKey } from '../parts/ThreadKey.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { formatDay, plural, startWithCapital } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/issues/$id')

/** One issue: its thread, then the whole story. */
export function IssuePage() {
  const { workspace, id } = route.useParams()
  const query = useQuery(queries.issue(workspace, id))
  const issue = query.data?.issue
  return (
    <Page
      title={issue === undefined ? 'Issue' : (issue.cause?.name ?? 'An issue without a cause')}
      above={<Go href={paths.issues(workspace)}>Issues</Go>}
    >
      <Answer query={query} waiting={<Waiting />}>
        {(reply) => <Filled reply={reply} workspace={workspace} />}
      </Answer>
    </Page>
  )
}

function Filled({ reply, workspace }: { readonly reply: IssueReply; readonly workspace: string }) {
  const { issue, interactions, others } = reply
  const names = useRatingNames(workspace, isRated(issue.thread))
  return (
    <>
      <div className="section">
        <p className="issue-lead">
          {startWithCapital(issue.customer ?? 'a customer without a name')}
          {issue.firstAt !== null && `, since ${formatDay(issue.firstAt)}`}. {sayThread(issue.thread, names)}
        </p>
        {issue.cause !== null && (
          <p>
            <Go href={paths.cause(workspace, issue.cause.id)}>All who came for this cause</Go>
          </p>
        )}
      </div>
      <figure className="section">
        <ThreadInColumn workspace={workspace} thread={issue.thread} />
        <figcaption>
          <ThreadKey thread={issue.thread} />
        </figcaption>
      </figure>
      <Section title="What happened">
        <Timeline workspace={workspace} interactions={interactions} promises={issue.thread.promises} />
      </Section>
      <ContactRulings workspace={workspace} reply={reply} />
      <WhoThisIs workspace={workspace} issue={issue.id} />
      {others.length > 0 && (
        <Section title="What else this customer came for">
          <ul className="sentences">
            {others.map((other) => (
              <li key={other.id}>
                <Go href={paths.issue(workspace, other.id)}>{other.cause ?? 'An issue without a cause'}</Go>
                <span className="soft small">
                  {' '}
                  {plural(other.contacts, 'contact')}
                  {other.firstAt !== null && `, since ${formatDay(other.firstAt)}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Waiting() {
  return (
    <div className="section">
      <Skeleton lines={2} height={24} />
      <Skeleton lines={1} height={200} />
      <Skeleton lines={6} height={48} />
    </div>
  )
}
