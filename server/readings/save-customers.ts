import { caseIdOf, identityOf } from '../../core/base/ids.ts'
import { findMarks, writeMark } from '../../core/causes/drivers/find-marks.ts'
import { findFirstTeams } from '../../core/causes/drivers/first-team.ts'
import type { CustomerReading } from '../../core/causes/read-customer.ts'
import { emotions } from '../../core/signals/emotion.ts'
import { type CaseHandOffs, saveCaseHandOffs } from '../../store/cases.ts'
import { type StoredContact, saveContacts } from '../../store/contacts.ts'
import { type StoredIssue, saveIssues } from '../../store/issues.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { ReadRows } from '../../store/remove-read.ts'
import type { Scope } from '../../store/scope.ts'
import { type StoredSignal, saveSignals } from '../../store/signals.ts'
import type { StoredRecord } from './group-by-customer.ts'

/** Rows wait here until there are enough for a COPY to be worth its start. */
const enough = 5000

/** Writes customers' readings, gathering them into few large COPYs. Call `flush` at the end. */
export function saveCustomers(client: Connection, scope: Scope, readingId: number) {
  let waiting = noRows()

  async function flush(): Promise<void> {
    await saveReadRows(client, scope, { readingId, ...waiting })
    waiting = noRows()
  }

  async function add(record: StoredRecord, reading: CustomerReading): Promise<void> {
    addRows(waiting, record, reading)
    if (waiting.contacts.length + waiting.signals.length >= enough) await flush()
  }

  return { add, flush }
}

export async function saveReadRows(
  client: Connection,
  scope: Scope,
  { readingId, contacts, issues, signals, cases }: ReadRows & { readonly readingId: number },
): Promise<void> {
  await saveContacts(client, scope, { readingId, contacts })
  await saveIssues(client, scope, { readingId, issues })
  await saveSignals(client, scope, { readingId, signals })
  await saveCaseHandOffs(client, scope, { readingId, cases })
}

type Waiting = {
  contacts: StoredContact[]
  issues: StoredIssue[]
  signals: StoredSignal[]
  cases: CaseHandOffs[]
}

export function noRows(): Waiting {
  return { contacts: [], issues: [], signals: [], cases: [] }
}

/** What is kept of a customer's reading. */
export function addRows(rows: Waiting, record: StoredRecord, reading: CustomerReading): void {
  rows.contacts.push(...contactsOf(record, reading))
  rows.issues.push(...issuesOf(record, reading))
  rows.signals.push(...signalsOf(record, reading))
  rows.cases.push(...caseHandOffsOf(record, reading))
}

function contactsOf(record: StoredRecord, reading: CustomerReading): StoredContact[] {
  const { customer, isKnown } = record
  const teams = findFirstTeams(reading)
  const marks = findMarks(reading)
  const kept = new Map(record.interactions.map(({ id, identity }) => [id, identity]))
  return reading.contacts.map((contact) => ({
    customer,
    hasCustomer: isKnown,
    id: contact.id,
    identity: kept.get(contact.opener.id) ?? identityOf(customer),
    issueId: contact.issue,
    causeId: contact.cause,
    causeStrength: contact.causeStrength,
    at: contact.at,
    channel: contact.opener.channel,
    source: contact.opener.source,
    caseId: contact.opener.caseId,
    positionInIssue: contact.positionInIssue,
    minutesToNext: contact.minutesToNext,
    minutesToSame: contact.minutesToSame,
    emotion: contact.emotion,
    effort: contact.effort,
    spokenHandOffs: contact.spokenHandOffs,
    rating: contact.rating,
    firstTeam: teams.get(contact.id) ?? null,
    marks: (marks.get(contact.id) ?? []).map(writeMark),
  }))
}

function issuesOf({ customer, isKnown }: StoredRecord, { issues, contacts }: CustomerReading): StoredIssue[] {
  return issues.map((issue) => {
    const own = contacts.filter((contact) => contact.issue === issue.id)
    return {
      customer,
      hasCustomer: isKnown,
      id: issue.id,
      causeId: issue.cause,
      firstAt: issue.firstAt,
      lastAt: issue.lastAt,
      contacts: own.length,
      interactions: issue.interactions.length,
      cases: distinct(own.map(({ opener }) => opener.caseId)),
      channels: distinct(own.map(({ opener }) => opener.channel)),
      teams: issue.teams,
      handOffs: issue.handOffs.length,
      isPingPong: issue.isPingPong,
      spokenHandOffs: own.reduce((sum, contact) => sum + contact.spokenHandOffs, 0),
      emotion: emotions.find((emotion) => own.some((contact) => contact.emotion === emotion)) ?? null,
    }
  })
}

function signalsOf(
  { customer, interactions }: StoredRecord,
  { signals, contacts }: CustomerReading,
): StoredSignal[] {
  const causes = new Map(
    contacts.flatMap((contact) => contact.interactions.map(({ id }) => [id, contact.cause] as const)),
  )
  return interactions.flatMap(({ id, at, identity }) =>
    (signals.get(id) ?? []).map(({ kind, start, end, strength, method }) => ({
      customer,
      interactionId: id,
      identity,
      at,
      causeId: causes.get(id) ?? null,
      kind,
      firstChar: start,
      lastChar: end,
      strength,
      method,
    })),
  )
}

function caseHandOffsOf({ customer }: StoredRecord, { cases }: CustomerReading): CaseHandOffs[] {
  return cases
    .filter(({ handOffs }) => handOffs.length > 0)
    .map(({ interactions, issue, teams, handOffs, isPingPong }) => ({
      customer,
      source: interactions[0]?.source ?? '',
      caseId: caseIdOf(interactions[0]?.caseId ?? ''),
      issueId: issue,
      interactions: interactions.length,
      teams,
      handOffs: handOffs.length,
      isPingPong,
    }))
}

function distinct<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))]
}
