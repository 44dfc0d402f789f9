import type {
  CauseDecision,
  ChangePage,
  ChangeRow,
  DecisionInput,
  PlanInput,
  Waiting,
  WhyInput,
} from '../contract/changes.ts'
import type { CorrectionInput } from '../contract/corrections.ts'
import type { SaveAssumptions } from '../contract/cost.ts'
import { Failure, type FailureCode, failures } from '../contract/failures.ts'
import type { Review } from '../contract/review.ts'
import type { RulingInput, RulingJson } from '../contract/rulings.ts'
import type {
  CaseList,
  CausePage,
  CauseRow,
  ContactList,
  FailureJson,
  ImportJson,
  IssueList,
  IssuePage,
  Overview,
  SetAsideList,
  SignalList,
  Upload,
  Workspace,
} from '../contract/screens.ts'
import type { Known } from '../core/base/cannot-say.ts'
import type { CostEstimate, CostInputs } from '../core/cost/cost-inputs.ts'
import type { Mapping } from '../core/interactions/mapping.ts'
import { type View, withView } from './paths.ts'

/** Numbers as the contract has them; an id is a plain text on the wire and the same on both sides. */
export type CostReply = { readonly cost: Known<CostEstimate>; readonly inputs: Known<CostInputs> }
export type MendedRow = { readonly id: string; readonly raw: string }

const base = (workspace: string) => `/api/workspaces/${encodeURIComponent(workspace)}`
const part = (text: string) => encodeURIComponent(text)

/** One function per route of the contract; a refusal is thrown as a `Failure`. */
export const api = {
  listWorkspaces: () => read<{ workspaces: Workspace[] }>('/api/workspaces'),
  findOverview: (workspace: string) => read<Overview>(`${base(workspace)}/overview`),
  listCauses: (workspace: string) => read<{ causes: CauseRow[] }>(`${base(workspace)}/causes`),
  findCause: (workspace: string, id: string) => read<CausePage>(`${base(workspace)}/causes/${part(id)}`),
  listIssues: (workspace: string, view: View) => read<IssueList>(withView(`${base(workspace)}/issues`, view)),
  findIssue: (workspace: string, id: string) => read<IssuePage>(`${base(workspace)}/issues/${part(id)}`),
  listContacts: (workspace: string, view: View) =>
    read<ContactList>(withView(`${base(workspace)}/contacts`, view)),
  listCases: (workspace: string, view: View) => read<CaseList>(withView(`${base(workspace)}/cases`, view)),
  listSignals: (workspace: string, kind: string, view: View) =>
    read<SignalList>(withView(`${base(workspace)}/signals/${part(kind)}`, view)),
  findCost: (workspace: string) => read<CostReply>(`${base(workspace)}/cost`),
  saveAssumptions: (workspace: string, entered: SaveAssumptions) =>
    send<CostReply>('PUT', `${base(workspace)}/cost/assumptions`, entered),
  saveCorrection: (workspace: string, correction: CorrectionInput) =>
    send<{ correction: string }>('POST', `${base(workspace)}/corrections`, correction),
  withdrawCorrection: (workspace: string, id: string, reviewer: string) =>
    send<{ correction: string }>('POST', `${base(workspace)}/corrections/${part(id)}/withdraw`, { reviewer }),
  listChanges: (workspace: string) => read<{ changes: ChangeRow[] }>(`${base(workspace)}/changes`),
  planChange: (workspace: string, plan: PlanInput) =>
    send<ChangePage>('POST', `${base(workspace)}/changes`, plan),
  findChange: (workspace: string, id: string) => read<ChangePage>(`${base(workspace)}/changes/${part(id)}`),
  decideChange: (workspace: string, id: string, decision: DecisionInput) =>
    send<ChangePage>('POST', `${base(workspace)}/changes/${part(id)}/decisions`, decision),
  listWaiting: (workspace: string) => read<{ waiting: Waiting[] }>(`${base(workspace)}/decisions-waiting`),
  findCauseDecision: (workspace: string, cause: string) =>
    read<CauseDecision>(`${base(workspace)}/causes/${part(cause)}/decision`),
  addWhy: (workspace: string, cause: string, why: WhyInput) =>
    send<CauseDecision>('POST', `${base(workspace)}/causes/${part(cause)}/whys`, why),
  removeWhy: (workspace: string, cause: string, why: number) =>
    ask<CauseDecision>(`${base(workspace)}/causes/${part(cause)}/whys/${why}`, { method: 'DELETE' }),
  findReview: (workspace: string, view: View) => read<Review>(withView(`${base(workspace)}/review`, view)),
  listRulings: (workspace: string) =>
    read<{ rulings: RulingJson[]; sinceReading: number }>(`${base(workspace)}/rulings`),
  saveRuling: (workspace: string, ruling: RulingInput) =>
    send<{ ruling: string }>('POST', `${base(workspace)}/rulings`, ruling),
  withdrawRuling: (workspace: string, id: string, reviewer: string) =>
    send<{ ruling: string }>('POST', `${base(workspace)}/rulings/${part(id)}/withdraw`, { reviewer }),
  startReading: (workspace: string) => send<ImportJson>('POST', `${base(workspace)}/readings`, {}),
  previewUpload: (workspace: string, upload: string, mapping: Mapping) =>
    send<Upload>('POST', `${base(workspace)}/uploads/${part(upload)}/preview`, { mapping }),
  startImport: (workspace: string, uploads: readonly string[], mapping: Mapping | null) =>
    send<ImportJson>('POST', `${base(workspace)}/imports`, { uploads, mapping }),
  listImports: (workspace: string) => read<{ imports: ImportJson[] }>(`${base(workspace)}/imports`),
  findImport: (workspace: string, id: string) => read<ImportJson>(`${base(workspace)}/imports/${part(id)}`),
  listSetAside: (workspace: string, id: string, view: View) =>
    read<SetAsideList>(withView(`${base(workspace)}/imports/${part(id)}/set-aside`, view)),
  rereadSetAside: (workspace: string, id: string, mapping: Mapping | null, mended: readonly MendedRow[]) =>
    send<ImportJson>('POST', `${base(workspace)}/imports/${part(id)}/reread`, { mapping, mended }),
} as const

/** Sends a file as it is, by XMLHttpRequest: fetch does not say how much has gone up. */
export function saveUpload(workspace: string, file: File, onSent: (share: number) => void): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', withView(`${base(workspace)}/uploads`, { name: file.name }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => onSent(event.total === 0 ? 1 : event.loaded / event.total)
    request.onerror = () => reject(noAnswer())
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText))
      else reject(toFailure(request.responseText, request.status))
    }
    request.send(file)
  })
}

function read<T>(url: string): Promise<T> {
  return ask<T>(url, {})
}

function send<T>(method: 'POST' | 'PUT', url: string, body: unknown): Promise<T> {
  return ask<T>(url, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
}

async function ask<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch(() => {
    throw noAnswer()
  })
  if (!response.ok) throw toFailure(await response.text(), response.status)
  return response.json()
}

function noAnswer(): Failure {
  return new Failure('busy', 'The server did not answer.', 'Check that it is running, then try again.')
}

function toFailure(text: string, status: number): Failure {
  const said = parseFailure(text)
  if (said === null) return new Failure('ourFault', `The server answered ${status} without saying why.`)
  const request = said.code === 'ourFault' ? ` Request ${said.request}.` : ''
  return new Failure(
    isCode(said.code) ? said.code : 'ourFault',
    said.message,
    `${said.hint}${request}`.trim(),
  )
}

function parseFailure(text: string): FailureJson['failure'] | null {
  try {
    const json: Partial<FailureJson> = JSON.parse(text)
    return json.failure ?? null
  } catch {
    // A proxy between us and the server may answer in HTML.
    return null
  }
}

function isCode(code: string): code is FailureCode {
  return code in failures
}
