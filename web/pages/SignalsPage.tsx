import '../parts/evidence/evidence.css'
import '../parts/issues/issues.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Nothing } from '../parts/evidence/Nothing.tsx'
import { OneInteraction } from '../parts/issues/Timeline.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { nothing, sayTotal } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { More } from '../ui/More.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { nameSigns } from '../ui/signals.ts'

const route = getRouteApi('/w/$workspace/signals/$kind')

/** The interactions in which one kind of signal was read, with the words that show it. */
export function SignalsPage() {
  const { workspace, kind } = route.useParams()
  const view = route.useSearch()
  const query = useInfiniteQuery(queries.signals(workspace, kind, view))
  const signs = nameSigns(kind)
  return (
    <Page title={signs.name} above={<Go href={paths.today(workspace)}>Evidence for today</Go>}>
      {signs.meaning !== null && <p className="page-intro">{signs.meaning}</p>}
      <Answer query={query} waiting={<Skeleton lines={8} height={64} />}>
        {({ pages }) => {
          const interactions = pages.flatMap((page) => page.interactions)
          const counted = pages[0] ?? nothing
          if (counted.total === 0) return <Nothing what="interaction" all={paths.contacts(workspace)} />
          return (
            <section className="section" aria-label="Interactions">
              <p className="soft">
                {sayTotal(counted, 'interaction')}
                {view.team === undefined ? '' : ` of ${view.team}`}
              </p>
              <ol className="evidence">
                {interactions.map((interaction) => (
                  <li key={interaction.id}>
                    <OneInteraction interaction={interaction} workspace={workspace} />
                    {interaction.issue !== null && (
                      <p className="small evidence-way">
                        <Go data-row href={paths.issue(workspace, interaction.issue)}>
                          See the whole issue
                        </Go>
                      </p>
                    )}
                  </li>
                ))}
              </ol>
              <More shown={interactions.length} counted={counted} query={query} />
            </section>
          )
        }}
      </Answer>
    </Page>
  )
}
