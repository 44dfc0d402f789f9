import '../parts/issues/issues.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { OneInteraction } from '../parts/issues/Timeline.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Go } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/said/$id')

/** Leads from one interaction to its place in its issue; one that belongs to none is shown by itself. */
export function SaidPage() {
  const { workspace, id } = route.useParams()
  const query = useQuery(queries.interaction(workspace, id))
  const issue = query.data?.issue ?? null
  const { history } = useRouter()
  useEffect(() => {
    if (issue !== null) history.replace(paths.inIssue(workspace, issue, id))
  }, [history, workspace, issue, id])
  return (
    <Page title="What was said" above={<Go href={paths.issues(workspace)}>Issues</Go>}>
      <Answer query={query} waiting={<Skeleton lines={4} height={48} />}>
        {({ interaction }) =>
          issue === null && (
            <section className="section" aria-label="Interaction">
              <p className="soft">
                It belongs to no issue: who the customer is, or what it was about, is not known.
              </p>
              <OneInteraction interaction={interaction} workspace={workspace} />
            </section>
          )
        }
      </Answer>
    </Page>
  )
}
