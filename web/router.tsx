import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { OverviewPage } from './pages/OverviewPage.tsx'
import { StartPage } from './pages/StartPage.tsx'
import { Broken } from './shell/Broken.tsx'
import { Room } from './shell/Room.tsx'
import { Shell } from './shell/Shell.tsx'
import { contactKeys, issueKeys, readView, surveyKeys } from './views.ts'

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })
const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: StartPage })
const roomRoute = createRoute({ getParentRoute: () => rootRoute, path: '/w/$workspace', component: Room })

const todayRoute = createRoute({ getParentRoute: () => roomRoute, path: '/', component: OverviewPage })
const causesRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'causes',
  component: lazyRouteComponent(() => import('./pages/CausesPage.tsx'), 'CausesPage'),
})
const causeRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'causes/$id',
  component: lazyRouteComponent(() => import('./pages/CausePage.tsx'), 'CausePage'),
})
const issuesRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'issues',
  validateSearch: readView(issueKeys),
  component: lazyRouteComponent(() => import('./pages/IssuesPage.tsx'), 'IssuesPage'),
})
const issueRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'issues/$id',
  component: lazyRouteComponent(() => import('./pages/IssuePage.tsx'), 'IssuePage'),
})
const contactsRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'contacts',
  validateSearch: readView(contactKeys),
  component: lazyRouteComponent(() => import('./pages/ContactsPage.tsx'), 'ContactsPage'),
})
const surveyAnswersRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'survey-answers',
  validateSearch: readView(surveyKeys),
  component: lazyRouteComponent(() => import('./pages/SurveyAnswersPage.tsx'), 'SurveyAnswersPage'),
})
const casesRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'cases',
  validateSearch: readView(['handedOff', 'pingPong']),
  component: lazyRouteComponent(() => import('./pages/CasesPage.tsx'), 'CasesPage'),
})
const signalsRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'signals/$kind',
  validateSearch: readView(['team', 'cause', 'guideline']),
  component: lazyRouteComponent(() => import('./pages/SignalsPage.tsx'), 'SignalsPage'),
})
const searchRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'search',
  validateSearch: readView(['words', 'from', 'channel']),
  component: lazyRouteComponent(() => import('./pages/SearchPage.tsx'), 'SearchPage'),
})
const saidRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'said/$id',
  component: lazyRouteComponent(() => import('./pages/SaidPage.tsx'), 'SaidPage'),
})
const reviewRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'review',
  validateSearch: readView(['ask', 'kind']),
  component: lazyRouteComponent(() => import('./pages/ReviewPage.tsx'), 'ReviewPage'),
})
const posturesRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'postures',
  component: lazyRouteComponent(() => import('./pages/PosturesPage.tsx'), 'PosturesPage'),
})
const costRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'cost',
  validateSearch: readView(['months', 'without']),
  component: lazyRouteComponent(() => import('./pages/CostPage.tsx'), 'CostPage'),
})
const changesRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'changes',
  component: lazyRouteComponent(() => import('./pages/ChangesPage.tsx'), 'ChangesPage'),
})
const changeRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'changes/$id',
  component: lazyRouteComponent(() => import('./pages/ChangePage.tsx'), 'ChangePage'),
})
const deskRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'desk',
  validateSearch: readView(['case', 'source']),
  component: lazyRouteComponent(() => import('./pages/DeskPage.tsx'), 'DeskPage'),
})
const deskIssueRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'desk/$id',
  component: lazyRouteComponent(() => import('./pages/DeskIssuePage.tsx'), 'DeskIssuePage'),
})
const guidelinesRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'guidelines',
  component: lazyRouteComponent(() => import('./pages/GuidelinesPage.tsx'), 'GuidelinesPage'),
})
const guidelineRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'guidelines/$id',
  component: lazyRouteComponent(() => import('./pages/GuidelinePage.tsx'), 'GuidelinePage'),
})
const forYouRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/for-you/$token',
  component: lazyRouteComponent(() => import('./pages/ForYouPage.tsx'), 'ForYouPage'),
})
const panelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/panel/$panelOf',
  component: lazyRouteComponent(() => import('./pages/PanelPage.tsx'), 'PanelPage'),
})
const sourcesRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'sources',
  component: lazyRouteComponent(() => import('./pages/SourcesPage.tsx'), 'SourcesPage'),
})
const sourceRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'sources/$id',
  component: lazyRouteComponent(() => import('./pages/SourcePage.tsx'), 'SourcePage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'settings',
  component: lazyRouteComponent(() => import('./pages/SettingsPage.tsx'), 'SettingsPage'),
})
const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readView(['next']),
  component: lazyRouteComponent(() => import('./pages/SignInPage.tsx'), 'SignInPage'),
})
const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./pages/WelcomePage.tsx'), 'WelcomePage'),
})
const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/AccountPage.tsx'), 'AccountPage'),
})

const toldRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'sources/told',
  component: lazyRouteComponent(() => import('./pages/ToldPage.tsx'), 'ToldPage'),
})
const connectorRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: 'sources/connectors/$id',
  component: lazyRouteComponent(() => import('./pages/ConnectorPage.tsx'), 'ConnectorPage'),
})

const inRoom = [
  todayRoute,
  causesRoute,
  causeRoute,
  issuesRoute,
  issueRoute,
  contactsRoute,
  surveyAnswersRoute,
  casesRoute,
  signalsRoute,
  searchRoute,
  saidRoute,
  reviewRoute,
  posturesRoute,
  costRoute,
  changesRoute,
  changeRoute,
  deskRoute,
  deskIssueRoute,
  guidelinesRoute,
  guidelineRoute,
  sourcesRoute,
  sourceRoute,
  connectorRoute,
  toldRoute,
  settingsRoute,
] as const

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    startRoute,
    forYouRoute,
    panelRoute,
    signInRoute,
    welcomeRoute,
    accountRoute,
    roomRoute.addChildren(inRoom),
  ]),
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
