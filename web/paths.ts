/** A view as the URL holds it: plain strings, absent when not set. */
export type View = Readonly<Record<string, string | number | null | undefined>>

/** Appends what is set of a view; the same spelling for our own links and for the server's. */
export function withView(path: string, view: View = {}): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(view)) {
    if (value !== null && value !== undefined && value !== '') query.set(key, String(value))
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

const room = (workspace: string) => `/w/${encodeURIComponent(workspace)}`
const under = (workspace: string, word: string) => `${room(workspace)}/${word}`
const one = (workspace: string, word: string, id: string) =>
  `${under(workspace, word)}/${encodeURIComponent(id)}`

/** All links of the web app. */
export const paths = {
  first: () => '/',
  signIn: () => '/sign-in',
  welcome: () => '/welcome',
  account: () => '/account',
  settings: (workspace: string) => under(workspace, 'settings'),
  today: (workspace: string) => room(workspace),
  causes: (workspace: string) => under(workspace, 'causes'),
  cause: (workspace: string, id: string) => one(workspace, 'causes', id),
  issues: (workspace: string, view: View = {}) => withView(under(workspace, 'issues'), view),
  issue: (workspace: string, id: string) => one(workspace, 'issues', id),
  /** The issue, at one of its interactions. */
  inIssue: (workspace: string, id: string, interaction: string) =>
    `${one(workspace, 'issues', id)}#${interaction}`,
  contacts: (workspace: string, view: View = {}) => withView(under(workspace, 'contacts'), view),
  surveyAnswers: (workspace: string, view: View) => withView(under(workspace, 'survey-answers'), view),
  cases: (workspace: string, view: View = {}) => withView(under(workspace, 'cases'), view),
  review: (workspace: string, view: View = {}) => withView(under(workspace, 'review'), view),
  search: (workspace: string, view: View = {}) => withView(under(workspace, 'search'), view),
  said: (workspace: string, id: string) => one(workspace, 'said', id),
  signals: (workspace: string, kind: string, view: View = {}) =>
    withView(one(workspace, 'signals', kind), view),
  postures: (workspace: string) => under(workspace, 'postures'),
  cost: (workspace: string, view: View = {}) => withView(under(workspace, 'cost'), view),
  changes: (workspace: string) => under(workspace, 'changes'),
  change: (workspace: string, id: string) => one(workspace, 'changes', id),
  /** With `case`, and `source` where two could have that number: the issue of another help desk's case. */
  desk: (workspace: string, view: View = {}) => withView(under(workspace, 'desk'), view),
  deskIssue: (workspace: string, id: string) => one(workspace, 'desk', id),
  /** The desk inside another help desk, which appends what it signed after `#`. */
  panel: (workspace: string) => `/panel/${encodeURIComponent(workspace)}`,
  guidelines: (workspace: string) => under(workspace, 'guidelines'),
  guideline: (workspace: string, id: string) => one(workspace, 'guidelines', id),
  sources: (workspace: string) => under(workspace, 'sources'),
  source: (workspace: string, id: string) => one(workspace, 'sources', id),
  told: (workspace: string) => under(workspace, 'sources/told'),
  connector: (workspace: string, id: string) => one(workspace, 'sources/connectors', id),
} as const

/** Where an address says that one wanted to go, when that is a page of ours; else the first one. */
export function readNext(next: string | undefined): string {
  const { origin } = window.location
  const url = URL.canParse(next ?? '', origin) ? new URL(next ?? '', origin) : null
  return url?.origin === origin ? `${url.pathname}${url.search}${url.hash}` : paths.first()
}
