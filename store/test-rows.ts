import {
  caseIdOf,
  causeId,
  contactId,
  customerId,
  type Identity,
  identityOf,
  interactionId,
  issueId,
} from '../core/base/ids.ts'
import type { Interaction } from '../core/interactions/interaction.ts'
import type { ReviewCandidate } from '../core/signals/corrections/review-candidates.ts'
import { aCorrection } from '../core/signals/corrections/test-kit.ts'
import { replaceAssumptions } from './assumptions.ts'
import { type CaseHandOffs, resolveCases, saveCaseHandOffs } from './cases.ts'
import { replaceCauses } from './causes.ts'
import { addChange, addDecision } from './changes.ts'
import { type StoredContact, saveContacts } from './contacts.ts'
import { saveCorrection } from './corrections.ts'
import { addSpending, saveEndpointAnswers } from './endpoint-answers.ts'
import { saveEndpointChoice } from './endpoint-settings.ts'
import { replaceIdentities, saveIdentityLinks } from './identities.ts'
import { saveIdentityRuling } from './identity-rulings.ts'
import { addImport } from './imports.ts'
import { type Fact, saveInteractions } from './interactions.ts'
import { type StoredIssue, saveIssues } from './issues.ts'
import { saveKeptItems, savePoolFloors } from './kept-items.ts'
import type { Connection } from './postgres/client.ts'
import { finishReading, saveReadingDocuments, startReading } from './readings.ts'
import { saveRevisions } from './revisions.ts'
import { saveRuling } from './rulings.ts'
import type { Scope } from './scope.ts'
import { addDueTexts, saveSearchTexts, takeDueTexts } from './search/due.ts'
import { saveSetAside } from './set-aside.ts'
import { saveSetAsideByApi } from './set-aside-by-api.ts'
import { type StoredSignal, saveSignals } from './signals.ts'
import { saveTallyPart } from './tally-parts.ts'
import { fillAccess } from './test-access-rows.ts'
import { fillConnector } from './test-connector-rows.ts'
import { fillDeskTables } from './test-desk-rows.ts'
import { addFormerOwners, addUnread } from './unread.ts'
import { saveUpload } from './uploads.ts'
import { addWhy } from './whys.ts'

/** 2016-02-29T01:16:00Z */
export const testTime = 1_456_708_560_000

/** The n-th id: 32 hexadecimal digits. */
export function anId(n: number): string {
  return n.toString(16).padStart(32, '0')
}

export function aFact(n: number, given: Partial<Interaction> = {}, identity?: Identity): Fact {
  const interaction: Interaction = {
    id: interactionId(anId(n)),
    source: 'desk',
    externalId: String(n),
    sequence: n,
    at: testTime + n,
    identities: [identityOf('account:1')],
    caseId: null,
    caseOpenedAt: null,
    kind: 'message',
    from: 'customer',
    channel: null,
    team: null,
    agent: null,
    text: null,
    category: null,
    rating: null,
    durationSeconds: null,
    attributes: {},
    ...given,
  }
  return {
    interaction,
    digest: anId(n),
    identity: identity ?? interaction.identities[0] ?? identityOf(`row:${n}`),
  }
}

export function aContact(n: number, given: Partial<StoredContact> = {}): StoredContact {
  return {
    customer: customerId('account:1'),
    hasCustomer: true,
    id: contactId(anId(n)),
    identity: identityOf('account:1'),
    issueId: issueId(anId(n)),
    causeId: null,
    causeStrength: null,
    at: testTime + n,
    channel: null,
    source: 'desk',
    caseId: null,
    positionInIssue: 0,
    minutesToNext: null,
    minutesToSame: null,
    emotion: null,
    effort: 0,
    spokenHandOffs: 0,
    rating: null,
    firstTeam: null,
    marks: [],
    ...given,
  }
}

export function anIssue(n: number, given: Partial<StoredIssue> = {}): StoredIssue {
  return {
    customer: customerId('account:1'),
    hasCustomer: true,
    id: issueId(anId(n)),
    causeId: null,
    firstAt: testTime + n,
    lastAt: testTime + n,
    contacts: 1,
    interactions: 1,
    cases: [],
    channels: [],
    teams: [],
    handOffs: 0,
    isPingPong: false,
    spokenHandOffs: 0,
    emotion: null,
    ...given,
  }
}

export function aSignal(n: number, given: Partial<StoredSignal> = {}): StoredSignal {
  return {
    customer: customerId('account:1'),
    identity: identityOf('account:1'),
    interactionId: interactionId(anId(n)),
    at: testTime + n,
    causeId: causeId('late'),
    kind: 'anger',
    firstChar: 0,
    lastChar: 5,
    strength: 0.5,
    method: 'cues-1',
    ...given,
  }
}

export function aHandedOffCase(n: number, given: Partial<CaseHandOffs> = {}): CaseHandOffs {
  return {
    customer: customerId('account:1'),
    source: 'desk',
    caseId: caseIdOf(`INC${n}`),
    issueId: issueId(anId(n)),
    interactions: 2,
    teams: ['first line', 'billing'],
    handOffs: 1,
    isPingPong: false,
    ...given,
  }
}

export function aCandidate(n: number): ReviewCandidate {
  const { customer, interactionId, kind, firstChar, lastChar, strength, method } = aSignal(n)
  const span = { start: firstChar, end: lastChar }
  return { chosen: 'lot', customer, interaction: interactionId, kind, span, strength, method }
}

export type Rows = {
  readonly contacts?: readonly StoredContact[]
  readonly issues?: readonly StoredIssue[]
  readonly signals?: readonly StoredSignal[]
  readonly cases?: readonly CaseHandOffs[]
  readonly report?: unknown
}

/** A finished reading with these rows and one cause. */
export async function saveReading(client: Connection, scope: Scope, rows: Rows): Promise<number> {
  const readingId = await startReading(client, scope, {
    method: 'test-1',
    at: testTime,
    facts: 3,
    causeModel: {},
  })
  await saveContacts(client, scope, { readingId, contacts: rows.contacts ?? [] })
  await saveIssues(client, scope, { readingId, issues: rows.issues ?? [] })
  await saveSignals(client, scope, { readingId, signals: rows.signals ?? [] })
  await saveCaseHandOffs(client, scope, { readingId, cases: rows.cases ?? [] })
  await replaceCauses(client, scope, {
    readingId,
    causes: [{ id: causeId('late'), document: { name: 'Late' } }],
  })
  await saveReadingDocuments(client, scope, {
    id: readingId,
    report: rows.report ?? {},
    overview: {},
    cost: {},
  })
  await finishReading(client, scope, { id: readingId, at: testTime })
  return readingId
}

/** A workspace with at least one row in every table, about two customers: account:1 (also mia@example.org) and account:2. */
export async function fillEveryTable(client: Connection, scope: Scope, first: number) {
  const mia = identityOf('email:mia@example.org')
  const one = identityOf('account:1')
  const two = identityOf('account:2')
  const facts = [
    aFact(first, { identities: [one, mia], text: 'Mia says hello' }),
    aFact(first + 1, { identities: [mia] }),
    aFact(first + 2, { identities: [two], kind: 'survey', rating: 4 }),
  ]
  await saveInteractions(client, scope, facts)
  await saveSearchTexts(client, scope, await takeDueTexts(client, scope, 5000))
  await addDueTexts(client, scope, [interactionId(anId(first + 2))])
  await resolveCases(client, scope, [{ source: 'desk', caseId: caseIdOf('INC1'), identity: one }])
  await saveIdentityLinks(client, scope, [{ one, other: mia, interactionId: interactionId(anId(first)) }])
  const ruled = { kind: 'same', one, other: mia, reviewer: 'Ann', at: testTime } as const
  await saveIdentityRuling(client, scope, { ...ruled, id: anId(first) })
  await replaceIdentities(client, scope, [{ identity: mia, customer: customerId(one) }])
  for (const n of [first, first + 2]) {
    const id = interactionId(anId(n))
    const revised = { id, root: interactionId(anId(n + 1)), isWithdrawal: false, revisedAt: testTime }
    await saveRevisions(client, scope, [revised])
  }
  const readingId = await saveReading(client, scope, {
    contacts: [
      aContact(first, { causeId: causeId('late') }),
      aContact(first + 2, { customer: customerId(two), identity: two }),
    ],
    issues: [anIssue(first), anIssue(first + 2, { customer: customerId(two) })],
    signals: [aSignal(first)],
    cases: [aHandedOffCase(first)],
    report: { examples: [{ interaction: anId(first), text: 'Mia says hello' }] },
  })
  await addUnread(client, scope, [
    { id: interactionId(anId(first)), identity: one, wasRead: true },
    { id: interactionId(anId(first + 2)), identity: two, wasRead: true },
  ])
  const quote = { pool: 'quote late', rank: -1, key: anId(first), item: { text: 'Mia says hello' } }
  await saveKeptItems(client, scope, {
    readingId,
    items: [
      { ...quote, customer: customerId(one) },
      { ...quote, key: anId(first + 2), customer: customerId(two), item: {} },
      { ...quote, pool: 'review lot anger', customer: customerId(one), item: aCandidate(first) },
    ],
  })
  await savePoolFloors(client, scope, { readingId, floors: [{ pool: 'quote late', rank: 0, key: '' }] })
  await saveTallyPart(client, scope, { readingId, partition: null, counts: { contacts: 2 } })
  await addFormerOwners(client, scope, [
    { identity: mia, wasCustomer: mia },
    { identity: two, wasCustomer: two },
  ])
  await replaceAssumptions(client, scope, {
    at: testTime,
    by: 'Ann',
    assumptions: [{ name: 'price', low: 1, mid: 2, high: 3 }],
  })
  for (const text of [first, first + 2]) {
    const interaction = interactionId(anId(text))
    await saveCorrection(client, scope, aCorrection({ id: anId(text), interaction, at: testTime }))
  }
  const change = await addChange(client, scope, { what: 'Say it first' })
  await addDecision(client, scope, {
    changeId: change,
    decision: { step: 'planned', who: 'Ann', reason: 'Why not', on: '2016-02-29', at: testTime, figures: {} },
  })
  const why = { cause: causeId('late'), answer: 'Nobody says it', who: 'Ann', at: testTime }
  await addWhy(client, scope, { ...why, interactions: [first, first + 2].map((n) => interactionId(anId(n))) })
  await saveRuling(client, scope, {
    id: anId(first),
    content: { kind: 'placed', cause: causeId('late') },
    contacts: [{ contact: contactId(anId(first)), reason: 'Mia says hello' }],
    reviewer: 'Ann',
    at: testTime,
  })
  const answer = { answer: { name: 'Mia says' }, vector: null, texts: [anId(first)] }
  await saveEndpointAnswers(client, scope, { answers: [{ ...answer, hash: Buffer.of(1) }], at: testTime })
  await addSpending(client, scope, { month: '2016-02', requests: 1, tokens: 10 })
  await saveEndpointChoice(client, scope, { kind: 'nothing' })
  await saveUpload(client, scope, {
    id: anId(first),
    name: 'a.csv',
    path: '/a.csv',
    bytes: 1,
    createdAt: testTime,
  })
  const file = { name: 'a.csv', path: '/a.csv', format: 'csv', bytesTotal: 10, context: null }
  await addImport(client, scope, { id: anId(first), mapping: null, startedAt: testTime, files: [file] })
  const raw = Buffer.from('soon;Mia@Example.org\0')
  const row = { file: 'a.csv', line: 7, reason: 'no time', detail: 'the time is "soon"', raw }
  const other = { ...row, line: 8, raw: Buffer.from('never;bob@example.org') }
  await saveSetAside(client, scope, { importId: anId(first), rows: [row, other] })
  const told = { reason: 'same id, other content', detail: 'Known', raw: Buffer.from('{"text":"No name"}') }
  await saveSetAsideByApi(client, scope, { rows: [{ ...told, contradicts: anId(first) }], most: 1 })
  await fillConnector(client, scope, { id: anId(first), row })
  await fillAccess(client, scope, anId(first), testTime)
  await fillDeskTables(client, scope, [anId(first), anId(first + 2)])
}
