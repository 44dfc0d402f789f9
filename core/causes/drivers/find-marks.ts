import type { CauseId, ContactId } from '../../base/ids.ts'
import { compareText } from '../../base/order.ts'
import { dayMs } from '../../base/time.ts'
import type { CustomerReading, ReadContact } from '../read-customer.ts'
import { anyRule, topicOfRule } from './cited-rule.ts'

/** What happened on the way: a step of the handling, a rule that was cited, what the customer had come about before. */
export const markKinds = ['step', 'rule', 'before'] as const
export type MarkKind = (typeof markKinds)[number]

/** What is said of a contact; the value is null where it could have happened and only that is said. */
export type Mark = { readonly kind: MarkKind; readonly attribute: string; readonly value: string | null }

/** Days in which an earlier contact about something else counts as having come before. */
const beforeDays = 30
const longestValue = 40

/**
 * Finds what happened in each contact beyond what its opener carries: whether the issue was passed on or back, or the customer
 * told to turn elsewhere; what entries of a log recorded later that the first did not; the rules that the company cited; and,
 * for the first contact of an issue, what the same customer came about last, within 30 days, if that was something else.
 * A contact with a possibility but no event has the possibility as a mark without a value, so that shares have a base.
 * Values of a log with digits or of more than 40 characters are times and names rather than steps, and left out.
 * Assumes contacts in order of time. Cost: O(interactions × attributes).
 */
export function findMarks(reading: CustomerReading): ReadonlyMap<ContactId, readonly Mark[]> {
  const issues = new Map(reading.issues.map((issue) => [issue.id, issue]))
  let last: ReadContact | null = null
  const marks = new Map<ContactId, readonly Mark[]>()
  for (const contact of reading.contacts) {
    const issue = contact.issue === null ? undefined : issues.get(contact.issue)
    const steps = [
      ...(issue !== undefined && issue.handOffs.length > 0 ? ['passed on'] : []),
      ...(issue?.isPingPong ? ['passed back'] : []),
      ...(contact.spokenHandOffs > 0 ? ['told to turn elsewhere'] : []),
    ]
    const all = [
      ...toMarks('step', 'handling', steps),
      ...stepsOfLog(contact),
      ...citedRules(contact, reading),
      ...(reading.record.isKnown && contact.positionInIssue === 1
        ? toMarks('before', 'cause', cameAfter(contact, last))
        : []),
    ]
    marks.set(contact.id, all)
    if (contact.at !== null) last = contact
  }
  return marks
}

function toMarks(kind: MarkKind, attribute: string, values: readonly string[]): Mark[] {
  const distinct = [...new Set(values)].sort(compareText)
  return [null, ...distinct].map((value) => ({ kind, attribute, value }))
}

function stepsOfLog({ opener, interactions }: ReadContact): Mark[] {
  const later = interactions.filter(({ id, kind }) => kind === 'event' && id !== opener.id)
  const recorded = new Map<string, string[]>()
  for (const { attributes } of later) {
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute.includes('=')) continue
      const values = recorded.get(attribute) ?? []
      if (value !== opener.attributes[attribute] && isStep(value)) values.push(value)
      recorded.set(attribute, values)
    }
  }
  return [...recorded].flatMap(([attribute, values]) => toMarks('step', attribute, values))
}

function isStep(value: string): boolean {
  return value !== '' && value.length <= longestValue && !/\p{N}/u.test(value)
}

/** Where the company said nothing in words, nobody knows whether it cited a rule. */
function citedRules({ interactions }: ReadContact, { signals }: CustomerReading): Mark[] {
  const said = interactions.filter(({ from, text }) => from === 'company' && text !== null)
  if (said.length === 0) return []
  const topics = said.flatMap(({ id, text }) =>
    (signals.get(id) ?? [])
      .filter(({ kind }) => kind === 'ruleCited')
      .flatMap(({ start, end }) => [anyRule, topicOfRule((text ?? '').slice(start, end)) ?? anyRule]),
  )
  return toMarks('rule', 'cited', topics)
}

function cameAfter({ at, cause }: ReadContact, last: ReadContact | null): CauseId[] {
  if (at === null || last === null || last.at === null || last.cause === null) return []
  return last.cause !== cause && at - last.at < beforeDays * dayMs ? [last.cause] : []
}

/** As it is kept with a contact: `rule:cited=a time limit`, and `rule:cited` where it only could have happened. */
export function writeMark({ kind, attribute, value }: Mark): string {
  return value === null ? `${kind}:${attribute}` : `${kind}:${attribute}=${value}`
}
