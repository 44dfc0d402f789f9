import '../parts/issues/issues.css'
import '../parts/changes/changes.css'
import '../parts/desk/desk.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { AtTheDesk } from '../parts/desk/AtTheDesk.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Go } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/desk/$id')

/** One issue at the desk: what they lived, what was understood, what may be given, how it ends. */
export function DeskIssuePage() {
  const { workspace, id } = route.useParams()
  const query = useQuery(queries.deskIssue(workspace, id))
  const issue = query.data?.record.issue
  return (
    <Page
      title={issue === undefined ? 'At the desk' : (issue.cause?.name ?? 'An issue without a cause')}
      above={<Go href={paths.desk(workspace)}>Desk</Go>}
    >
      <Answer query={query} waiting={<Skeleton lines={8} height={40} />}>
        {(page) => <AtTheDesk key={id} page={page} workspace={workspace} id={id} />}
      </Answer>
    </Page>
  )
}
