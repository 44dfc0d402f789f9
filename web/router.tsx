import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { OverviewPage } from './pages/OverviewPage.tsx'
import { StartPage } from './pages/StartPage.tsx'
import { Broken } from './ui/Broken.tsx'
import { Shell } from './ui/Shell.tsx'

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })
const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: StartPage })
const roomRoute = createRoute({ getParentRoute: () => rootRoute, path: '/w/$workspace' })

const todayRoute = createRoute({ getParentRoute: () => roomRoute, path: '/', component: OverviewPage })
const causesRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'causes',
  component: lazyRouteComponent(() => import('./pages/CausesPage.tsx'), 'CausesPage'),
})

const inRoom = [todayRoute, causesRoute] as const

export const router = createRouter({
  routeTree: rootRoute.addChildren([startRoute, roomRoute.addChildren(inRoom)]),
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (view) => {
    const text = new URLSearchParams(view).toString()
    return text === '' ? '' : `?${text}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
