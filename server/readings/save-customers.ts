import { caseIdOf, identityOf } from '../../core/base/ids.ts'
import type { CustomerReading } from '../../core/causes/read-customer.ts'
import { emotions } from '../../core/signals/emotion.ts'
import { type CaseHandOffs, saveCaseHandOffs } from '../../store/cases.ts'
import { type StoredContact, saveContacts } from '../../store/contacts.ts'
import { type StoredIssue, saveIssues } from '../../store/issues.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { type StoredSignal, saveSignals } from '../../store/signals.ts'
import type { StoredRecord } from './group-by-customer.ts'

/** Rows wait here until there are enough for a COPY to be worth its start. */
const enough = 5000

/** Writes customers' readings, gathering them into few large COPYs. Call `flush` at the end. */
export function saveCustomers(client: Connection, scope: Scope, readingId: number) {
  let contacts: StoredContact[] = []
  let issues: StoredIssue[] = []
  let signals: StoredSignal[] = []
  let caseHandOffs: CaseHandOffs[] = []

  async function flush(): Promise<void> {
    await saveContacts(client, scope, { readingId, contacts })
    await saveIssues(client, scope, { readingId, issues })
    await saveSignals(client, scope, { readingId, signals })
    await saveCaseHandOffs(client, scope, { readingId, cases: caseHandOffs })
    contacts = []
    issues = []
    signals = []
    caseHandOffs = []
  }

  async function add(record: StoredRecord, reading: CustomerReading): Promise<void> {
    contacts.push(...contactsOf(record, reading))
    issues.push(...issuesOf(record, reading))
    signals.push(...signalsOf(record, reading))
    caseHandOffs.push(...caseHandOffsOf(record, reading))
    if (contacts.length + signals.length >= enough) await flush()
  }

  return { add, flush }
}

function contactsOf(record: StoredRecord, { contacts }: CustomerReading): StoredContact[] {
  const { customer, isKnown } = record
  const kept = new Map(record.interactions.map(({ id, identity }) => [id, identity]))
  return contacts.map((contact) => ({
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

function signalsOf({ customer, interactions }: StoredRecord, { signals }: CustomerReading): StoredSignal[] {
  return interactions.flatMap(({ id, at, identity }) =>
    (signals.get(id) ?? []).map(({ kind, start, end, strength, method }) => ({
      customer,
      interactionId: id,
      identity,
      at,
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
