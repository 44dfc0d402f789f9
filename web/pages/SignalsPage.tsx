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
    <Page title={signs.name} above={<Above workspace={workspace} isOfGroup={Object.keys(view).length > 0} />}>
      {signs.meaning !== null && <p className="page-intro">{signs.meaning}</p>}
      <Answer query={query} waiting={<Skeleton lines={8} height={64} />}>
        {({ pages }) => {
          const interactions = pages.flatMap((page) => page.interactions)
          const counted = pages[0] ?? { ...nothing, about: null }
          if (counted.total === 0) return <Nothing what="interaction" all={paths.contacts(workspace)} />
          return (
            <section className="section" aria-label="Interactions">
              <p className="soft">
                {sayTotal(counted, 'interaction')}
                {view.team === undefined ? '' : ` of ${view.team}`}
                {counted.about === null ? '' : ` about “${counted.about}”`}
              </p>
              <ol className="evidence">
                {interactions.map((interaction) => (
                  <li key={interaction.id}>
                    <OneInteraction interaction={interaction} workspace={workspace} />
                    <p className="small evidence-way">
                      <Go data-row href={paths.said(workspace, interaction.id)}>
                        See the whole issue
                      </Go>
                    </p>
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

/** A team's, a cause's and a guideline's lists are the evidence of how customers are answered. */
function Above({ workspace, isOfGroup }: { readonly workspace: string; readonly isOfGroup: boolean }) {
  return isOfGroup ? (
    <Go href={paths.postures(workspace)}>How customers are answered</Go>
  ) : (
    <Go href={paths.today(workspace)}>Evidence for today</Go>
  )
}
