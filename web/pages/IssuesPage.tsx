import '../parts/issues/issues.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Report } from '../../contract/report.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { IssueFilters } from '../parts/issues/IssueFilters.tsx'
import { IssueRows } from '../parts/issues/IssueRows.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Empty } from '../ui/Empty.tsx'
import { formatCount, nothing, plural, sayTotal, type Total } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { More } from '../ui/More.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/issues')

/** Issues as customers lived them, each with its thread. */
export function IssuesPage() {
  const { workspace } = route.useParams()
  const view = route.useSearch()
  const query = useInfiniteQuery(queries.issues(workspace, view))
  const counts = useQuery(queries.overview(workspace)).data?.report.counts
  // How many people have them is known of all issues only.
  const isWhole = Object.keys(view).every((key) => key === 'sort')
  return (
    <Page title="Issues">
      <IssueFilters workspace={workspace} view={view} />
      <Answer query={query} waiting={<Skeleton lines={10} height={44} />}>
        {({ pages }) => {
          const issues = pages.flatMap((page) => page.issues)
          const counted = pages[0] ?? nothing
          if (counted.total === 0)
            return <NoIssue workspace={workspace} isFiltered={Object.keys(view).length > 0} />
          return (
            <section className="section" aria-label="Issues">
              <p className="soft">
                {counts === undefined ? sayTotal(counted, 'issue') : sayIssues(counted, counts, isWhole)}
              </p>
              <IssueRows workspace={workspace} issues={issues} />
              <More shown={issues.length} counted={counted} query={query} />
            </section>
          )
        }}
      </Answer>
    </Page>
  )
}

/** Of how many people or issues; contacts without a customer are no issues, though each is listed for itself. */
function sayIssues(counted: Total, { customers, issues }: Report['counts'], isWhole: boolean): string {
  if (!isKnown(customers)) return `${sayTotal(counted, 'contact')}, each for itself: ${customers.cannotSay}`
  if (isWhole) return `${sayTotal(counted, 'issue')} of ${plural(customers, 'person', 'people')}`
  if (!isKnown(issues) || counted.isAtLeast) return sayTotal(counted, 'issue')
  return `${formatCount(counted.total)} of ${plural(issues, 'issue')}`
}

function NoIssue({ workspace, isFiltered }: { readonly workspace: string; readonly isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <Empty title="No issue fits all of these filters.">
        <p className="notice-ways">
          <Go className="button" href={paths.issues(workspace)}>
            Show all issues
          </Go>
        </p>
      </Empty>
    )
  }
  return (
    <Empty title="No issues are known here.">
      <p>
        An issue joins the contacts of one customer about one cause. It needs a column that tells who the
        customer is; what the sources told is listed there.
      </p>
      <p className="notice-ways">
        <Go className="button" href={paths.sources(workspace)}>
          See the sources
        </Go>
        <Go href={paths.cases(workspace)}>See the cases instead</Go>
      </p>
    </Empty>
  )
}
