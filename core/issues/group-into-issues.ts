import { type CauseId, type IssueId, issueId } from '../base/ids.ts'
import { dayMs, type Instant } from '../base/time.ts'
import { cosineOf } from '../stats/cosine.ts'
import type { CausedContact } from './contact.ts'
import { type LinkDecision, prepareLinks } from './link-decision.ts'
import type { ReadingSettings } from './settings.ts'

/** What a customer experiences as one problem, across cases, channels, people and teams. */
export type Issue = {
  readonly id: IssueId
  /** The cause that its contacts name first; null when none of them says. */
  readonly cause: CauseId | null
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  /** In time order, at least one. */
  readonly contacts: readonly CausedContact[]
}

type OpenIssue = {
  readonly contacts: CausedContact[]
  readonly causes: Set<CauseId>
  readonly cases: Set<string>
  lastAt: Instant | null
}

/** Cosine from which two texts of one customer speak of one problem; measured on the demo company, see docs/method/issues.md. */
const sameMeaning = 0.5
/** Enough when the customer also says that they came before. */
const sameMeaningReferred = 0.2

/**
 * Groups the contacts of one customer into issues: contacts in the same case, about the same cause, or meaning the same,
 * until `gapDays` pass without one. What a person decided about two contacts holds over all of it.
 * Assumes: contacts of one customer in time order. A contact without a time joins issues by its case alone.
 * Cost: O(n x contacts of open issues).  Source: GLOSSARY, "issue".
 */
export function groupIntoIssues(
  contacts: readonly CausedContact[],
  settings: Pick<ReadingSettings, 'gapDays'>,
  decisions: readonly LinkDecision[] = [],
): readonly Issue[] {
  const issues: OpenIssue[] = []
  const links = prepareLinks(decisions)
  for (const contact of contacts) {
    const holds = (kind: LinkDecision['kind']) => (issue: OpenIssue) =>
      issue.contacts.some(({ id }) => links.between(id, contact.id) === kind)
    const isApart = holds('notSame')
    const issue =
      issues.findLast(holds('same')) ??
      findIssue(
        issues.filter((open) => !isApart(open)),
        contact,
        settings.gapDays * dayMs,
      ) ??
      startIssue(issues)
    issue.contacts.push(contact)
    issue.cases.add(contact.caseKey)
    if (contact.cause !== null) issue.causes.add(contact.cause)
    issue.lastAt = contact.at ?? issue.lastAt
  }
  return issues.map(toIssue)
}

function startIssue(issues: OpenIssue[]): OpenIssue {
  const issue: OpenIssue = { contacts: [], causes: new Set(), cases: new Set(), lastAt: null }
  issues.push(issue)
  return issue
}

/** The case is surer than the cause, the cause surer than likeness; the latest of several wins. */
function findIssue(issues: readonly OpenIssue[], contact: CausedContact, gapMs: number): OpenIssue | null {
  const { caseKey, cause, at } = contact
  const open = issues.filter(({ lastAt }) => at === null || lastAt === null || at - lastAt < gapMs)
  const ofCase = open.findLast(({ cases }) => cases.has(caseKey))
  if (ofCase !== undefined || at === null) return ofCase ?? null
  return (
    (cause === null ? undefined : open.findLast(({ causes }) => causes.has(cause))) ??
    findClosest(open, contact)
  )
}

function findClosest(open: readonly OpenIssue[], contact: CausedContact): OpenIssue | null {
  const meaning = open.length === 0 ? null : contact.meaning()
  if (meaning === null) return null
  let closest: OpenIssue | null = null
  let most = contact.refersBack() ? sameMeaningReferred : sameMeaning
  for (const issue of open) {
    for (const earlier of issue.contacts) {
      const before = earlier.meaning()
      const closeness = before === null ? 0 : cosineOf(before, meaning)
      if (closeness < most) continue
      closest = issue
      most = closeness
    }
  }
  return closest
}

function toIssue({ contacts, lastAt }: OpenIssue): Issue {
  const [first] = contacts
  if (first === undefined) throw new Error('Our fault: an issue without a contact')
  const cause = contacts.find((contact) => contact.cause !== null)?.cause ?? null
  return { id: issueId(first.id), cause, firstAt: first.at, lastAt, contacts }
}
