import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseIdOf, causeId, customerId, identityOf, interactionId, issueId } from '../core/base/ids.ts'
import { findAnswer, findAnswerByKey, listAnswers } from './answers.ts'
import { listApiKeys, revokeApiKey } from './api-keys.ts'
import { listAssumptions } from './assumptions.ts'
import { listAuditEntries } from './audit-log.ts'
import { countHandedOffCases, listHandedOffCases, resolveCases } from './cases.ts'
import { findCause, listCauses } from './causes.ts'
import { findChange, listChanges } from './changes.ts'
import { findConnector, findExample, findSecrets, listConnectors } from './connectors.ts'
import { countContacts, listContacts } from './contacts.ts'
import { countChannels, countTouched, listDailyContacts } from './contacts-in-scope.ts'
import { listCorrections, listCorrectionsOf, withdrawCorrection } from './corrections.ts'
import { listEndpointAnswers } from './endpoint-answers.ts'
import { findEndpointChoice } from './endpoint-settings.ts'
import { listEvidenceAround, listLinksAmong, streamIdentityLinks } from './identities.ts'
import { listIdentityRulings, listIdentityRulingsOf } from './identity-rulings.ts'
import { findImport, listImports, setImportState } from './imports.ts'
import {
  countInteractions,
  countInteractionsUnder,
  findInteraction,
  listInteractions,
  listInteractionsOfCustomers,
} from './interactions.ts'
import { countIssues, findIssue, listIssues, listIssuesOfCustomer } from './issues.ts'
import { streamOpeners } from './openers.ts'
import { partitionCount, streamPartition } from './partitions.ts'
import { listMembers, removeMember } from './people.ts'
import { type Connection, inTransaction } from './postgres/client.ts'
import { findReading, findReadingStart } from './readings.ts'
import { listReviewCandidates } from './review-candidates.ts'
import { countRulingsEver, listRulings, withdrawRuling } from './rulings.ts'
import type { Scope } from './scope.ts'
import { findSearchState } from './search/due.ts'
import { findCustomers } from './search/find-customers.ts'
import { searchTexts } from './search/search-texts.ts'
import { countSetAside, listSetAside, listSetAsideReasons, streamSetAside } from './set-aside.ts'
import { areSignalsKeptByCause, countSignalled, listSignalled } from './signals.ts'
import { countSurveyAnswers, listSurveyAnswers } from './survey-answers.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { anId, fillEveryTable, testTime } from './test-rows.ts'
import { findUpload, listUploads } from './uploads.ts'
import { listWhys } from './whys.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await inTransaction(store.pool, (client) => fillEveryTable(client, store.scope, 1))
})
afterAll(() => store.close())

async function streamAll(client: Connection, scope: Scope) {
  const all: unknown[] = []
  for (let part = 0; part < partitionCount; part++) {
    for await (const batch of streamPartition(client, scope, { readingId: 0, partition: part }))
      all.push(...batch)
  }
  return all
}

async function streamAside(client: Connection, scope: Scope, importId: string | null) {
  const all: unknown[] = []
  for await (const batch of streamSetAside(client, scope, importId === null ? null : { importId }))
    all.push(...batch)
  return all
}

async function streamAllOpeners(client: Connection, scope: Scope) {
  const all: unknown[] = []
  for await (const batch of streamOpeners(client, scope)) all.push(...batch)
  return all
}

const touched = { causes: ['late'], channels: [], segments: [] }
const one = customerId('account:1')
const id = anId(1)

/** Every way to read something, with arguments that find something in the workspace that holds it. */
const readers: Readonly<Record<string, (client: Connection, scope: Scope) => Promise<unknown>>> = {
  answer: (client, scope) => findAnswer(client, scope, id),
  answerByKey: (client, scope) => findAnswerByKey(client, scope, `answer ${store.scope} ${id}`),
  answers: (client, scope) => listAnswers(client, scope, [id]),
  apiKeys: listApiKeys,
  assumptions: listAssumptions,
  auditLog: async (client, scope) =>
    (await listAuditEntries(client, scope, { before: null, verb: null, only: null })).rows,
  members: listMembers,
  cases: async (client, scope) => (await listHandedOffCases(client, scope, {})).rows,
  countHandedOffCases: async (client, scope) => (await countHandedOffCases(client, scope, {})).count,
  causes: listCauses,
  cause: (client, scope) => findCause(client, scope, causeId('late')),
  endpointChoice: async (client, scope) => {
    const { kind } = await findEndpointChoice(client, scope)
    return kind === 'server' ? null : kind
  },
  endpointAnswers: (client, scope) => listEndpointAnswers(client, scope, [Buffer.of(1)]),
  corrections: listCorrections,
  correctionsOf: (client, scope) => listCorrectionsOf(client, scope, [interactionId(id)]),
  change: async (client, scope) => {
    const [first] = await listChanges(client, store.scope)
    return first && findChange(client, scope, first.id)
  },
  changes: listChanges,
  whys: (client, scope) => listWhys(client, scope, causeId('late')),
  channelCounts: (client, scope) => countChannels(client, scope, { causes: ['late'], at: 0 }),
  dayCounts: (client, scope) => listDailyContacts(client, scope, touched),
  countTouched: (client, scope) => countTouched(client, scope, touched),
  openers: streamAllOpeners,
  contacts: async (client, scope) => (await listContacts(client, scope, {})).rows,
  countContacts: async (client, scope) => (await countContacts(client, scope, {})).count,
  surveyAnswers: async (client, scope) =>
    (await listSurveyAnswers(client, scope, { source: 'desk', rating: { from: 4, to: 4 } })).rows,
  countSurveyAnswers: async (client, scope) =>
    (await countSurveyAnswers(client, scope, { source: 'desk' })).count,
  identityLinks: (client, scope) => Array.fromAsync(streamIdentityLinks(client, scope)),
  identityRulings: listIdentityRulings,
  identityRulingsOf: (client, scope) => listIdentityRulingsOf(client, scope, [identityOf(one)]),
  linksAmong: (client, scope) =>
    listLinksAmong(client, scope, [identityOf(one), identityOf('email:mia@example.org')]),
  evidence: async (client, scope) => {
    const { links, rulings } = await listEvidenceAround(client, scope, [identityOf(one)])
    return [...links, ...rulings]
  },
  import: (client, scope) => findImport(client, scope, id),
  imports: listImports,
  countInteractions,
  countInteractionsUnder: (client, scope) => countInteractionsUnder(client, scope, [identityOf(one)]),
  interaction: (client, scope) => findInteraction(client, scope, interactionId(id)),
  interactions: (client, scope) => listInteractions(client, scope, [interactionId(id)]),
  interactionsOfCustomer: (client, scope) => listInteractionsOfCustomers(client, scope, [one]),
  partitions: streamAll,
  countIssues: async (client, scope) => (await countIssues(client, scope, {})).count,
  issue: (client, scope) => findIssue(client, scope, issueId(id)),
  issues: async (client, scope) => (await listIssues(client, scope, {})).rows,
  issuesOfCustomer: (client, scope) => listIssuesOfCustomer(client, scope, one),
  reading: findReading,
  reviewCandidates: listReviewCandidates,
  rulings: listRulings,
  countRulingsEver,
  readingStart: findReadingStart,
  search: async (client, scope) =>
    (await searchTexts(client, scope, { words: 'hello', newestAt: testTime })).rows,
  searchState: async (client, scope) => (await findSearchState(client, scope)).texts,
  searchWaiting: async (client, scope) => (await findSearchState(client, scope)).waiting,
  customersByIdentity: (client, scope) => findCustomers(client, scope, [identityOf('email:mia@example.org')]),
  connector: (client, scope) => findConnector(client, scope, id),
  connectors: listConnectors,
  connectorSecrets: (client, scope) => findSecrets(client, scope, id),
  connectorExample: (client, scope) => findExample(client, scope, id),
  setAsideOfConnector: async (client, scope) => (await listSetAside(client, scope, { connectorId: id })).rows,
  setAsideByApi: async (client, scope) => (await listSetAside(client, scope, { by: 'api' })).rows,
  setAside: async (client, scope) => (await listSetAside(client, scope, { importId: id })).rows,
  countSetAside: (client, scope) => countSetAside(client, scope, { importId: id }),
  setAsideReasons: (client, scope) => listSetAsideReasons(client, scope, [id]),
  streamSetAside: (client, scope) => streamAside(client, scope, null),
  streamSetAsideOfImport: (client, scope) => streamAside(client, scope, id),
  signals: async (client, scope) => (await listSignalled(client, scope, { kind: 'anger' })).rows,
  signalsByCause: areSignalsKeptByCause,
  countSignalled: async (client, scope) => (await countSignalled(client, scope, { kind: 'anger' })).count,
  upload: (client, scope) => findUpload(client, scope, id),
  uploads: listUploads,
}

function isNothing(found: unknown): boolean {
  return found === null || found === 0 || found === false || (Array.isArray(found) && found.length === 0)
}

test.each(Object.entries(readers))(
  '%s: a workspace sees its own, and a stranger nothing',
  async (_name, read) => {
    await inTransaction(store.pool, async (client) => {
      expect(isNothing(await read(client, store.scope))).toBe(false)
      expect(isNothing(await read(client, store.stranger))).toBe(true)
    })
  },
)

test('a stranger can’t take back what was said', async () => {
  await inTransaction(store.pool, async (client) => {
    const taken = { id, by: 'Eve', at: testTime }
    expect(await withdrawCorrection(client, store.stranger, taken)).toBe(false)
    expect(await withdrawRuling(client, store.stranger, taken)).toBe(false)
    expect(await revokeApiKey(client, store.stranger, { id, at: testTime })).toBe(false)
    expect(await removeMember(client, store.stranger, id)).toBe(false)
    expect(await listRulings(client, store.scope)).toHaveLength(1)
    expect(await listCorrections(client, store.scope)).toHaveLength(2)
  })
})

test('a stranger learns nobody’s name from a case, and changes no import', async () => {
  await inTransaction(store.pool, async (client) => {
    const wanted = [{ source: 'desk', caseId: caseIdOf('INC1'), identity: null }]
    expect((await resolveCases(client, store.scope, wanted)).owners).toEqual(['account:1'])
    expect((await resolveCases(client, store.stranger, wanted)).owners).toEqual([null])
    await setImportState(client, store.stranger, { id, state: 'failed', step: 'stolen' })
    expect(await findImport(client, store.scope, id)).toMatchObject({ state: 'waiting', step: '' })
  })
})
