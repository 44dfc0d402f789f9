import '../ui/ui.css'
import './shell.css'
import { Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { Help } from './Help.tsx'
import { Presence } from './Presence.tsx'
import { Rooms } from './Rooms.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SignedIn } from './SignedIn.tsx'
import { ThemeToggle } from './ThemeToggle.tsx'
import { useNews } from './useNews.ts'
import { WorkspaceChoice } from './WorkspaceChoice.tsx'

/** The frame of every page: the rooms, the page itself, and the keys that work everywhere. A customer's page and the side panel have none of it. */
export function Shell() {
  const { workspace, token, panelOf } = useParams({ strict: false })
  const main = useRef<HTMLElement>(null)
  useFocusOnArrival(main)
  useNews(workspace)
  if (token !== undefined || panelOf !== undefined) {
    return (
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    )
  }
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="masthead">
        <Go className="brand" href={workspace === undefined ? paths.first() : paths.today(workspace)}>
          Outside-In
        </Go>
        {workspace !== undefined && <WorkspaceChoice workspace={workspace} />}
        {workspace !== undefined && <SearchBox workspace={workspace} />}
        {workspace !== undefined && <Rooms workspace={workspace} />}
        <div className="masthead-foot">
          <Presence />
          <ThemeToggle />
          <Help />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <SignedIn />
      </main>
    </div>
  )
}

/** After a move to another page the keyboard and the screen reader start at its beginning. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>) {
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current !== pathname) main.current?.focus({ preventScroll: true })
    last.current = pathname
  }, [pathname, main])
}
