import '../parts/overview/overview.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { CauseBars } from '../parts/CauseBars.tsx'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/causes')

export function CausesPage() {
  const { workspace } = route.useParams()
  const query = useQuery(queries.causes(workspace))
  return (
    <Page title="Causes">
      <Answer query={query} waiting={<Skeleton lines={12} />}>
        {({ causes }) => <CauseBars workspace={workspace} causes={causes} />}
      </Answer>
    </Page>
  )
}
