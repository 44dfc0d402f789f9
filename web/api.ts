import type { Role, Verb } from '../contract/access.ts'
import type { DecisionInput, PlanInput, WhyInput } from '../contract/changes.ts'
import type { ConnectorChange, ConnectorInput } from '../contract/connectors.ts'
import type { CorrectionInput } from '../contract/corrections.ts'
import type { SaveAssumptions } from '../contract/cost.ts'
import type { AnswerAsk, AnswerInput } from '../contract/desk/answers.ts'
import type {
  CustomerStep,
  ExceptionAnswer,
  GrantRequest,
  ObjectionInput,
  StepRequest,
} from '../contract/desk/desk.ts'
import type {
  ObjectionAnswer,
  PersonJson,
  ReplayRequest,
  SaveGuideline,
} from '../contract/desk/guidelines.ts'
import type { EndpointInput } from '../contract/endpoint.ts'
import type { IdentityRulingInput } from '../contract/identities.ts'
import type { RulingInput } from '../contract/rulings.ts'
import type { Upload } from '../contract/screens.ts'
import type { Mapping } from '../core/interactions/mapping.ts'
import { addressOf, call, methodOf, noAnswer, toFailure } from './client.ts'
import type { PanelCase } from './panel-token.ts'
import type { View } from './paths.ts'

export type MendedRow = { readonly id: string; readonly raw: string }

/** What the pages ask of the server; the contract says what each needs and replies. */
export const api = {
  listWorkspaces: () => call('listWorkspaces', {}),
  findOverview: (workspace: string) => call('findOverview', { path: { workspace } }),
  listCauses: (workspace: string) => call('listCauses', { path: { workspace } }),
  findCause: (workspace: string, id: string) => call('findCause', { path: { workspace, id } }),
  listIssues: (workspace: string, query: View) => call('listIssues', { path: { workspace }, query }),
  findIssue: (workspace: string, id: string) => call('findIssue', { path: { workspace, id } }),
  listContacts: (workspace: string, query: View) => call('listContacts', { path: { workspace }, query }),
  listSurveyAnswers: (workspace: string, query: View) =>
    call('listSurveyAnswers', { path: { workspace }, query }),
  listCases: (workspace: string, query: View) => call('listCases', { path: { workspace }, query }),
  listSignals: (workspace: string, kind: string, query: View) =>
    call('listSignals', { path: { workspace, kind }, query }),
  searchTexts: (workspace: string, query: View) => call('searchTexts', { path: { workspace }, query }),
  findInteraction: (workspace: string, id: string) => call('findInteraction', { path: { workspace, id } }),
  findCost: (workspace: string) => call('findCost', { path: { workspace } }),
  saveAssumptions: (workspace: string, body: SaveAssumptions) =>
    call('saveAssumptions', { path: { workspace }, body }),
  saveCorrection: (workspace: string, body: CorrectionInput) =>
    call('saveCorrection', { path: { workspace }, body }),
  withdrawCorrection: (workspace: string, id: string, reviewer: string) =>
    call('withdrawCorrection', { path: { workspace, id }, body: { reviewer } }),
  listChanges: (workspace: string) => call('listChanges', { path: { workspace } }),
  planChange: (workspace: string, body: PlanInput) => call('planChange', { path: { workspace }, body }),
  findChange: (workspace: string, id: string) => call('findChange', { path: { workspace, id } }),
  decideChange: (workspace: string, id: string, body: DecisionInput) =>
    call('decideChange', { path: { workspace, id }, body }),
  listWaiting: (workspace: string) => call('listWaiting', { path: { workspace } }),
  findCauseDecision: (workspace: string, id: string) =>
    call('findCauseDecision', { path: { workspace, id } }),
  addWhy: (workspace: string, id: string, body: WhyInput) =>
    call('addWhy', { path: { workspace, id }, body }),
  removeWhy: (workspace: string, id: string, why: number) =>
    call('removeWhy', { path: { workspace, id, why: String(why) } }),
  findReview: (workspace: string, query: View) => call('findReview', { path: { workspace }, query }),
  listParts: (workspace: string, id: string) => call('listParts', { path: { workspace, id } }),
  listRulings: (workspace: string) => call('listRulings', { path: { workspace } }),
  saveRuling: (workspace: string, body: RulingInput) => call('saveRuling', { path: { workspace }, body }),
  withdrawRuling: (workspace: string, id: string, reviewer: string) =>
    call('withdrawRuling', { path: { workspace, id }, body: { reviewer } }),
  findWho: (workspace: string, issue: string) => call('findWho', { path: { workspace, id: issue } }),
  saveIdentityRuling: (workspace: string, issue: string, body: IdentityRulingInput) =>
    call('saveIdentityRuling', { path: { workspace, id: issue }, body }),
  withdrawIdentityRuling: (workspace: string, id: string) =>
    call('withdrawIdentityRuling', { path: { workspace, id } }),
  startReading: (workspace: string) => call('startReading', { path: { workspace } }),
  previewUpload: (workspace: string, id: string, mapping: Mapping) =>
    call('previewUpload', { path: { workspace, id }, body: { mapping } }),
  startImport: (workspace: string, uploads: readonly string[], mapping: Mapping | null) =>
    call('startImport', { path: { workspace }, body: { uploads: [...uploads], mapping } }),
  findQueue: (workspace: string) => call('findQueue', { path: { workspace } }),
  findDeskIssue: (workspace: string, id: string) => call('findDeskIssue', { path: { workspace, id } }),
  takeDeskStep: (workspace: string, id: string, body: StepRequest) =>
    call('takeDeskStep', { path: { workspace, id }, body }),
  grantOption: (workspace: string, id: string, body: GrantRequest) =>
    call('grantOption', { path: { workspace, id }, body }),
  objectToGuideline: (workspace: string, id: string, body: ObjectionInput) =>
    call('objectToGuideline', { path: { workspace, id }, body }),
  makeLink: (workspace: string, id: string, who: string) =>
    call('makeLink', { path: { workspace, id }, body: { who, days: 14 } }),
  findRepNotes: (workspace: string, who: string) =>
    call('findRepNotes', { path: { workspace }, query: { who } }),
  readAnswer: (workspace: string, id: string, who: string) =>
    call('readAnswer', { path: { workspace, id }, body: { who } }),
  answerException: (workspace: string, id: string, body: ExceptionAnswer) =>
    call('answerException', { path: { workspace, id }, body }),
  writeAnswer: (workspace: string, id: string, body: AnswerInput) =>
    call('writeAnswer', { path: { workspace, id }, body }),
  askOfAnswer: (workspace: string, id: string, body: AnswerAsk) =>
    call('askOfAnswer', { path: { workspace, id }, body }),
  listGuidelines: (workspace: string) => call('listGuidelines', { path: { workspace } }),
  findGuideline: (workspace: string, id: string) => call('findGuideline', { path: { workspace, id } }),
  saveGuideline: (workspace: string, body: SaveGuideline) =>
    call('saveGuideline', { path: { workspace }, body }),
  saveGuidelineVersion: (workspace: string, id: string, body: SaveGuideline) =>
    call('saveGuidelineVersion', { path: { workspace, id }, body }),
  putGuidelineLive: (workspace: string, id: string, who: string, version: number) =>
    call('putGuidelineLive', { path: { workspace, id }, body: { who, version } }),
  replayGuideline: (workspace: string, body: ReplayRequest) =>
    call('replayGuideline', { path: { workspace }, body }),
  saveDeskPerson: (workspace: string, body: PersonJson) =>
    call('saveDeskPerson', { path: { workspace }, body }),
  answerObjection: (workspace: string, id: string, body: ObjectionAnswer) =>
    call('answerObjection', { path: { workspace, id }, body }),
  findCustomerPage: (token: string) => call('findCustomerPage', { path: { token } }),
  takeCustomerStep: (token: string, body: CustomerStep) =>
    call('takeCustomerStep', { path: { token }, body }),
  listImports: (workspace: string) => call('listImports', { path: { workspace } }),
  findImport: (workspace: string, id: string) => call('findImport', { path: { workspace, id } }),
  listSetAside: (workspace: string, id: string, query: View) =>
    call('listSetAside', { path: { workspace, id }, query }),
  rereadSetAside: (workspace: string, id: string, mapping: Mapping | null, mended: readonly MendedRow[]) =>
    call('rereadSetAside', { path: { workspace, id }, body: { mapping, mended: [...mended] } }),
  findMe: () => call('findMe', {}),
  openLink: (body: { token: string; name: string | null; email: string | null; password: string }) =>
    call('openLink', { body }),
  listMembers: (workspace: string) => call('listMembers', { path: { workspace } }),
  saveMember: (workspace: string, body: { email: string; name: string; role: Role }) =>
    call('saveMember', { path: { workspace }, body }),
  makeMemberLink: (workspace: string, id: string) => call('makeMemberLink', { path: { workspace, id } }),
  removeMember: (workspace: string, id: string) => call('removeMember', { path: { workspace, id } }),
  listApiKeys: (workspace: string) => call('listApiKeys', { path: { workspace } }),
  addApiKey: (workspace: string, body: { name: string; verbs: Verb[]; days: number }) =>
    call('addApiKey', { path: { workspace }, body }),
  revokeApiKey: (workspace: string, id: string) => call('revokeApiKey', { path: { workspace, id } }),
  listAudit: (workspace: string, query: View) => call('listAudit', { path: { workspace }, query }),
  exportPerson: (workspace: string, person: string) =>
    call('exportPerson', { path: { workspace }, body: { person } }),
  findPerson: (workspace: string, person: string) =>
    call('findPerson', { path: { workspace }, body: { person } }),
  erasePerson: (workspace: string, person: string) =>
    call('erasePerson', { path: { workspace }, body: { person } }),
  findIssueOfCase: (workspace: string, query: PanelCase) =>
    call('findIssueOfCase', { path: { workspace }, query }),
  findPanel: (workspace: string) => call('findPanel', { path: { workspace } }),
  savePanel: (workspace: string, origins: string[]) =>
    call('savePanel', { path: { workspace }, body: { origins } }),
  makePanelSecret: (workspace: string) => call('makePanelSecret', { path: { workspace } }),
  removePanelSecret: (workspace: string) => call('removePanelSecret', { path: { workspace } }),
  findEndpoint: (workspace: string) => call('findEndpoint', { path: { workspace } }),
  saveEndpoint: (workspace: string, body: EndpointInput) =>
    call('saveEndpoint', { path: { workspace }, body }),
  tryEndpoint: (workspace: string) => call('tryEndpoint', { path: { workspace } }),
  findCompany: (workspace: string) => call('findCompany', { path: { workspace } }),
  saveCompany: (workspace: string, company: { name: string; timeZone: string }) =>
    call('saveCompany', { path: { workspace }, body: company }),
  findRetention: (workspace: string) => call('findRetention', { path: { workspace } }),
  countOlder: (workspace: string, days: number) =>
    call('countOlder', { path: { workspace }, query: { days } }),
  saveRetention: (workspace: string, keepDays: number | null) =>
    call('saveRetention', { path: { workspace }, body: { keepDays } }),
  listConnectors: (workspace: string) => call('listConnectors', { path: { workspace } }),
  addConnector: (workspace: string, body: ConnectorInput) =>
    call('addConnector', { path: { workspace }, body }),
  findConnector: (workspace: string, id: string) => call('findConnector', { path: { workspace, id } }),
  changeConnector: (workspace: string, id: string, body: ConnectorChange) =>
    call('changeConnector', { path: { workspace, id }, body }),
  renewSecret: (workspace: string, id: string) => call('renewSecret', { path: { workspace, id } }),
  removeConnector: (workspace: string, id: string) => call('removeConnector', { path: { workspace, id } }),
  pullConnector: (workspace: string, id: string) => call('pullConnector', { path: { workspace, id } }),
  guessConnector: (workspace: string, id: string) => call('guessConnector', { path: { workspace, id } }),
  previewConnector: (workspace: string, id: string, mapping: Mapping) =>
    call('previewConnector', { path: { workspace, id }, body: { mapping } }),
  listConnectorSetAside: (workspace: string, id: string, query: View) =>
    call('listConnectorSetAside', { path: { workspace, id }, query }),
  rereadConnector: (workspace: string, id: string, mended: readonly MendedRow[]) =>
    call('rereadConnector', { path: { workspace, id }, body: { mended: [...mended] } }),
  listToldSetAside: (workspace: string, query: View) =>
    call('listToldSetAside', { path: { workspace }, query }),
  rereadTold: (workspace: string, mended: readonly MendedRow[]) =>
    call('rereadTold', { path: { workspace }, body: { mended: [...mended] } }),
} as const

/** Sends a file as it is, by XMLHttpRequest: fetch does not say how much has gone up. */
export function saveUpload(workspace: string, file: File, onSent: (share: number) => void): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(methodOf('saveUpload'), addressOf('saveUpload', { workspace }, { name: file.name }))
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
