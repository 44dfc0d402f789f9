import '../parts/desk/desk.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import type { Queue } from '../../contract/desk/desk.ts'
import type { PanelCase } from '../panel-token.ts'
import { useWhyNot } from '../parts/access/useMe.ts'
import { WhoAmI } from '../parts/desk/WhoAmI.tsx'
import { CaseNotRead, isNotRead } from '../parts/desk-queue/CaseNotRead.tsx'
import { Exceptions } from '../parts/desk-queue/Exceptions.tsx'
import { ForRep } from '../parts/desk-queue/ForRep.tsx'
import { QueueRows } from '../parts/desk-queue/QueueRows.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { FailedStep } from '../ui/FailedStep.tsx'
import { plural } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/desk')

/** Who waits, in the order in which to turn to them. */
export function DeskPage() {
  const { workspace } = route.useParams()
  const { case: number, source } = route.useSearch()
  const why = useWhyNot(workspace, 'desk')
  const query = useQuery({ ...queries.queue(workspace), enabled: why === null })
  if (why !== null) {
    return (
      <Page title="Desk">
        <p>{why}</p>
        <p>
          <Go href={paths.issues(workspace)}>Look at issues</Go>
        </p>
      </Page>
    )
  }
  return (
    <Page title="Desk">
      {number !== undefined && (
        <OfCase
          workspace={workspace}
          of={source === undefined ? { case: number } : { case: number, source }}
        />
      )}
      <Answer query={query} waiting={<Skeleton lines={8} height={48} />}>
        {(queue) => <Filled queue={queue} workspace={workspace} />}
      </Answer>
    </Page>
  )
}

/** A link from another help desk leads to the issue of its case, as soon as something of it has been read. */
function OfCase({ workspace, of }: { readonly workspace: string; readonly of: PanelCase }) {
  const { data, error } = useQuery(queries.issueOfCase(workspace, of))
  if (data !== undefined) return <Navigate to={paths.deskIssue(workspace, data.issue)} replace />
  if (error !== null)
    return isNotRead(error) ? <CaseNotRead number={of.case} /> : <FailedStep error={error} />
  return <p role="status">Looking for case {of.case}.</p>
}

function Filled({ queue, workspace }: { readonly queue: Queue; readonly workspace: string }) {
  return (
    <>
      <div className="section">
        <p className="lead">{sayQueue(queue)}</p>
        <WhoAmI workspace={workspace} />
      </div>
      <ForRep workspace={workspace} />
      {queue.exceptions.length > 0 && (
        <Section title="Waiting for a decision">
          <Exceptions workspace={workspace} exceptions={queue.exceptions} />
        </Section>
      )}
      {queue.issues.length === 0 ? (
        <div className="section">
          <p>Whoever writes, calls or answers by their link stands here.</p>
          <p>
            <Go className="button" href={paths.issues(workspace)}>
              Look at issues
            </Go>
          </p>
        </div>
      ) : (
        <Section title="Who to turn to next">
          <QueueRows workspace={workspace} issues={queue.issues} />
        </Section>
      )}
    </>
  )
}

function sayQueue({ issues, understood }: Queue): string {
  const overdue = issues.filter(({ reasons }) =>
    reasons.some(({ words }) => words === 'a promise is overdue'),
  )
  const many = `${plural(issues.length, 'customer')} ${issues.length === 1 ? 'waits' : 'wait'}`
  const waiting = issues.length === 0 ? 'Nobody waits' : many
  const broken = overdue.length === 0 ? '' : `, ${overdue.length} of them for something that we promised`
  const { right, answered } = understood
  const score =
    right === null
      ? ''
      : ` Of ${answered} understandings that customers answered, ${right} were right at once.`
  return `${waiting}${broken}.${score}`
}
