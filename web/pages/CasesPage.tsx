import '../parts/evidence/evidence.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { CaseList } from '../../contract/screens.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { Nothing } from '../parts/evidence/Nothing.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { formatCount, nothing, plural, sayTotal } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { More } from '../ui/More.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/cases')

/** The company's own cases behind a figure of hand-offs. */
export function CasesPage() {
  const { workspace } = route.useParams()
  const view = route.useSearch()
  const query = useInfiniteQuery(queries.cases(workspace, view))
  const handOffs = useHandOffs(workspace, view)
  return (
    <Page title={sayView(view)} above={<Go href={paths.today(workspace)}>Evidence for today</Go>}>
      <Answer query={query} waiting={<Skeleton lines={12} height={24} />}>
        {({ pages }) => {
          const cases = pages.flatMap((page) => page.cases)
          const counted = pages[0] ?? nothing
          if (counted.total === 0)
            return <Nothing what="case that was passed on" all={paths.cases(workspace)} />
          return (
            <section className="section" aria-label="Cases">
              <p className="soft">
                {sayTotal(counted, 'case')}
                {handOffs !== null && `, ${plural(handOffs, 'hand-off')}`}
              </p>
              <table className="cases">
                <thead>
                  <tr>
                    <th scope="col">Case</th>
                    <th scope="col">Teams, in order of first touch</th>
                    <th scope="col" className="number">
                      Hand-offs
                    </th>
                    <th scope="col" className="number">
                      Interactions
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {cases.map((one) => (
                    <OneCase key={one.case} one={one} workspace={workspace} />
                  ))}
                </tbody>
              </table>
              <More shown={cases.length} counted={counted} query={query} />
            </section>
          )
        }}
      </Answer>
    </Page>
  )
}

/** Of all these cases together, where the reading counted just them. */
function useHandOffs(workspace: string, { pingPong }: { readonly pingPong?: string }): number | null {
  const isWhole = pingPong === undefined
  const cases = useQuery({ ...queries.overview(workspace), enabled: isWhole }).data?.report.handOffs.cases
  return isWhole && cases !== undefined && isKnown(cases) ? cases.handOffs : null
}

type CaseProps = { readonly one: CaseList['cases'][number]; readonly workspace: string }

function OneCase({ one, workspace }: CaseProps) {
  return (
    <tr>
      <th scope="row">
        {one.issue === null ? (
          one.case
        ) : (
          <Go data-row href={paths.issue(workspace, one.issue)}>
            {one.case}
          </Go>
        )}
      </th>
      <td>
        {one.teams.join(' → ')}
        {one.isPingPong && <span className="small soft"> and back to one that had it</span>}
      </td>
      <td className="number">{formatCount(one.handOffs)}</td>
      <td className="number">{formatCount(one.interactions)}</td>
    </tr>
  )
}

function sayView(view: { readonly pingPong?: string }): string {
  if (view.pingPong !== undefined) return 'Cases that went back to a team that had them before'
  return 'Cases passed on to another team'
}
