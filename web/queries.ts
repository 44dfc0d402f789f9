import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query'
import { api } from './api.ts'
import { auth } from './auth.ts'
import type { PanelCase } from './panel-token.ts'
import type { View } from './paths.ts'

type Page = { readonly next: string | null }

/** A customer's page and the side panel hear no news, so they ask again this often; at the desk it only makes up for news that were lost. */
const liveMs = 3000
const lostNewsMs = 20_000

/** What the pages ask the server, and under which key the answer is kept; all keys start with the workspace. */
export const queries = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: api.findMe }),
  sessions: () => queryOptions({ queryKey: ['me', 'sessions'], queryFn: auth.listSessions }),
  members: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'members'], queryFn: () => api.listMembers(workspace) }),
  keys: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'keys'], queryFn: () => api.listApiKeys(workspace) }),
  audit: (workspace: string, only: string) =>
    listOptions([workspace, 'audit', only], async (before) => {
      const { entries, next } = await api.listAudit(workspace, { only: only || undefined, before })
      return { entries, next: next === null ? null : String(next) }
    }),
  company: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'company'], queryFn: () => api.findCompany(workspace) }),
  retention: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'retention'], queryFn: () => api.findRetention(workspace) }),
  workspaces: () => queryOptions({ queryKey: ['workspaces'], queryFn: api.listWorkspaces }),
  overview: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'overview'], queryFn: () => api.findOverview(workspace) }),
  causes: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'causes'], queryFn: () => api.listCauses(workspace) }),
  cause: (workspace: string, id: string) =>
    queryOptions({ queryKey: [workspace, 'cause', id], queryFn: () => api.findCause(workspace, id) }),
  issue: (workspace: string, id: string) =>
    queryOptions({ queryKey: [workspace, 'issue', id], queryFn: () => api.findIssue(workspace, id) }),
  who: (workspace: string, issue: string) =>
    queryOptions({ queryKey: [workspace, 'who', issue], queryFn: () => api.findWho(workspace, issue) }),
  parts: (workspace: string, cause: string) =>
    queryOptions({ queryKey: [workspace, 'parts', cause], queryFn: () => api.listParts(workspace, cause) }),
  rulings: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'rulings'], queryFn: () => api.listRulings(workspace) }),
  review: (workspace: string, view: View) =>
    queryOptions({
      queryKey: [workspace, 'review', view],
      queryFn: () => api.findReview(workspace, view),
    }),
  cost: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'cost'], queryFn: () => api.findCost(workspace) }),
  changes: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'changes'], queryFn: () => api.listChanges(workspace) }),
  change: (workspace: string, id: string) =>
    queryOptions({ queryKey: [workspace, 'change', id], queryFn: () => api.findChange(workspace, id) }),
  waiting: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'waiting'], queryFn: () => api.listWaiting(workspace) }),
  causeDecision: (workspace: string, cause: string) =>
    queryOptions({
      queryKey: [workspace, 'cause-decision', cause],
      queryFn: () => api.findCauseDecision(workspace, cause),
    }),
  repNotes: (workspace: string, who: string) =>
    queryOptions({
      queryKey: [workspace, 'desk', 'notes', who],
      queryFn: () => api.findRepNotes(workspace, who),
    }),
  queue: (workspace: string) =>
    queryOptions({
      queryKey: [workspace, 'desk'],
      queryFn: () => api.findQueue(workspace),
      refetchInterval: lostNewsMs,
    }),
  deskIssue: (workspace: string, id: string | undefined, hearsNews = true) =>
    queryOptions({
      queryKey: [workspace, 'desk', id],
      queryFn: id === undefined ? skipToken : () => api.findDeskIssue(workspace, id),
      refetchInterval: hearsNews ? lostNewsMs : liveMs,
    }),
  guidelines: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'guidelines'], queryFn: () => api.listGuidelines(workspace) }),
  guideline: (workspace: string, id: string) =>
    queryOptions({ queryKey: [workspace, 'guideline', id], queryFn: () => api.findGuideline(workspace, id) }),
  forYou: (token: string) =>
    queryOptions({
      queryKey: ['for-you', token],
      queryFn: () => api.findCustomerPage(token),
      refetchInterval: liveMs,
    }),
  /** The case of another help desk: what has just come in there is known here within seconds. */
  issueOfCase: (workspace: string, of: PanelCase | null) =>
    queryOptions({
      queryKey: [workspace, 'desk', 'of-case', of],
      queryFn: of === null ? skipToken : () => api.findIssueOfCase(workspace, of),
      refetchInterval: liveMs,
    }),
  panel: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'panel'], queryFn: () => api.findPanel(workspace) }),
  endpoint: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'endpoint'], queryFn: () => api.findEndpoint(workspace) }),
  imports: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'imports'], queryFn: () => api.listImports(workspace) }),
  import: (workspace: string, id: string) =>
    queryOptions({ queryKey: [workspace, 'import', id], queryFn: () => api.findImport(workspace, id) }),
  connectors: (workspace: string) =>
    queryOptions({ queryKey: [workspace, 'connectors'], queryFn: () => api.listConnectors(workspace) }),
  connector: (workspace: string, id: string) =>
    queryOptions({
      queryKey: [workspace, 'connector', id],
      queryFn: () => api.findConnector(workspace, id),
    }),
  connectorGuess: (workspace: string, id: string) =>
    queryOptions({
      queryKey: [workspace, 'connector-guess', id],
      queryFn: () => api.guessConnector(workspace, id),
    }),
  connectorSetAside: (workspace: string, id: string) =>
    listOptions([workspace, 'connector-set-aside', id], (after) =>
      api.listConnectorSetAside(workspace, id, { after }),
    ),
  issues: (workspace: string, view: View) =>
    listOptions([workspace, 'issues', view], (after) => api.listIssues(workspace, { ...view, after })),
  surveyAnswers: (workspace: string, view: View) =>
    listOptions([workspace, 'survey-answers', view], (after) =>
      api.listSurveyAnswers(workspace, { ...view, after }),
    ),
  contacts: (workspace: string, view: View) =>
    listOptions([workspace, 'contacts', view], (after) => api.listContacts(workspace, { ...view, after })),
  cases: (workspace: string, view: View) =>
    listOptions([workspace, 'cases', view], (after) => api.listCases(workspace, { ...view, after })),
  signals: (workspace: string, kind: string, view: View) =>
    listOptions([workspace, 'signals', kind, view], (after) =>
      api.listSignals(workspace, kind, { ...view, after }),
    ),
  search: (workspace: string, view: View) =>
    listOptions([workspace, 'search', view], (after) => api.searchTexts(workspace, { ...view, after })),
  interaction: (workspace: string, id: string) =>
    queryOptions({
      queryKey: [workspace, 'interaction', id],
      queryFn: () => api.findInteraction(workspace, id),
    }),
  toldSetAside: (workspace: string) =>
    listOptions([workspace, 'told-set-aside'], (after) => api.listToldSetAside(workspace, { after })),
  setAside: (workspace: string, id: string) =>
    listOptions([workspace, 'set-aside', id], (after) => api.listSetAside(workspace, id, { after })),
} as const

function listOptions<T extends Page>(
  queryKey: readonly unknown[],
  page: (after: string | null) => Promise<T>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }: { pageParam: string | null }) => page(pageParam),
    initialPageParam: firstPage(),
    getNextPageParam: (last: T) => last.next,
  })
}

function firstPage(): string | null {
  return null
}
