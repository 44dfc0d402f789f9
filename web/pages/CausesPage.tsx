import '../parts/overview/overview.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Report } from '../../contract/report.ts'
import type { CauseRow } from '../../contract/screens.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { sayEndpoint } from '../../core/causes/say-endpoint.ts'
import { CauseBars } from '../parts/CauseBars.tsx'
import { NewCauses } from '../parts/causes/NewCauses.tsx'
import { sayCauses } from '../parts/causes/say-causes.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { CannotSay } from '../ui/CannotSay.tsx'
import { Figure } from '../ui/Figure.tsx'
import { formatShare, plural } from '../ui/format.ts'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/causes')

/** Why people come, most contacts first. */
export function CausesPage() {
  const { workspace } = route.useParams()
  const query = useQuery(queries.causes(workspace))
  return (
    <Page title="Causes">
      <Answer query={query} waiting={<Skeleton lines={14} />}>
        {({ causes }) =>
          causes.length === 0 ? (
            <NoCauses workspace={workspace} />
          ) : (
            <Filled causes={causes} workspace={workspace} />
          )
        }
      </Answer>
    </Page>
  )
}

function Filled({ causes, workspace }: { readonly causes: readonly CauseRow[]; readonly workspace: string }) {
  const isAgainKnown = causes.some(({ repeatShare }) => repeatShare !== null)
  return (
    <>
      <p className="page-intro">
        {sayCauses(causes)} <Left workspace={workspace} />
      </p>
      {isAgainKnown && (
        <p className="section-note">
          The stronger part of a bar: from people who came back with an issue they had before.
        </p>
      )}
      <NewCauses workspace={workspace} />
      <CauseBars workspace={workspace} causes={causes} by="theme" />
    </>
  )
}

/** What the causes leave out, said where they are listed. */
function Left({ workspace }: { readonly workspace: string }) {
  const report = useQuery(queries.overview(workspace)).data?.report
  return (
    <>
      {report !== undefined && <Unassigned workspace={workspace} coverage={report.coverage} />}
      {report?.endpoint && ` ${sayEndpoint(report.endpoint)}`}
    </>
  )
}

function Unassigned({
  workspace,
  coverage,
}: {
  readonly workspace: string
  readonly coverage: Report['coverage']
}) {
  if (!isKnown(coverage) || coverage.unassigned.count === 0) return null
  const { count, share } = coverage.unassigned
  return (
    <>
      <Figure href={paths.contacts(workspace, { unassigned: 'yes' })}>{plural(count, 'contact')}</Figure>
      {isKnown(share) && ` (${formatShare(share.value)})`} {count === 1 ? 'fits' : 'fit'} none of them.
    </>
  )
}

function NoCauses({ workspace }: { readonly workspace: string }) {
  const causes = useQuery(queries.overview(workspace)).data?.report.causes
  if (causes === undefined) return <Skeleton lines={1} />
  return <CannotSay because={isKnown(causes) ? 'nothing has been read here yet' : causes.cannotSay} />
}
