import '../parts/issues/issues.css'
import '../parts/changes/changes.css'
import '../parts/desk/desk.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouterState } from '@tanstack/react-router'
import { type MouseEvent, useMemo } from 'react'
import { takePanelToken } from '../panel-token.ts'
import { AtTheDesk } from '../parts/desk/AtTheDesk.tsx'
import { CaseNotRead, isNotRead } from '../parts/desk-queue/CaseNotRead.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/panel/$panelOf')

const waiting = <Skeleton lines={8} height={40} />

/** The desk for those who stay in another help desk: the case that is open there, in a frame beside it. */
export function PanelPage() {
  const { panelOf: workspace } = route.useParams()
  const fragment = useRouterState({ select: (state) => state.location.hash })
  const open = useMemo(() => takePanelToken(fragment), [fragment])
  const found = useQuery(queries.issueOfCase(workspace, open))
  const id = found.data?.issue
  const query = useQuery(queries.deskIssue(workspace, id, false))
  const cause = query.data?.record.issue.cause
  return (
    <div className="side-panel" onClickCapture={openBeside}>
      <Page title={cause?.name ?? (id === undefined ? 'Outside-In' : 'An issue without a cause')}>
        {open === null ? (
          <Unsigned />
        ) : isNotRead(found.error) ? (
          <CaseNotRead number={open.case} />
        ) : (
          <Answer query={found} waiting={waiting}>
            {({ issue }) => (
              <Answer query={query} waiting={waiting}>
                {(page) => <AtTheDesk key={issue} page={page} workspace={workspace} id={issue} />}
              </Answer>
            )}
          </Answer>
        )}
        {id !== undefined && <a href={paths.deskIssue(workspace, id)}>Open it in Outside-In</a>}
      </Page>
    </div>
  )
}

function Unsigned() {
  return (
    <p role="alert">
      This page shows inside your help desk, which says who you are and which case is open. This address does
      not say it: open a ticket there, or ask whoever set it up.
    </p>
  )
}

/** A link leads to a page of its own beside the help desk, where people sign in themselves. */
function openBeside(event: MouseEvent<HTMLElement>) {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (link === null || link.getAttribute('href')?.startsWith('#')) return
  link.setAttribute('target', '_blank')
  event.stopPropagation()
}
