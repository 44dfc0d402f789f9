import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'

/** Whoever has not shown who they are is asked to; every other page waits for that. */
export function SignedIn() {
  const me = useQuery(queries.me())
  const { pathname, href } = useRouterState({ select: (state) => state.location })
  const isOpen = pathname === paths.signIn() || pathname === paths.welcome()
  if (isOpen || me.error !== null) return <Outlet />
  if (me.data === undefined) return null
  return me.data.kind === 'nobody' ? <Navigate to="/sign-in" search={{ next: href }} replace /> : <Outlet />
}
