import { type CauseId, type IssueId, issueId } from '../base/ids.ts'
import { dayMs, type Instant } from '../base/time.ts'
import type { CausedContact } from './contact.ts'
import { chanceOfContinuing } from './continues.ts'
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

/** Putting two problems into one is worse than counting one as two, so a bare half is not enough. */
const leastChance = 0.65

type OpenIssue = {
  readonly contacts: CausedContact[]
  readonly causes: Set<CauseId>
  readonly cases: Set<string>
  lastAt: Instant | null
}

/**
 * Groups the contacts of one customer into issues: contacts in the same case, about the same cause, or
 * probably about the same (see continues.ts), until `gapDays` pass without one. What a person decided about two contacts holds over all of it.
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
    findLikeliest(open, contact)
  )
}

/** The issue that the contact most likely continues; null when it more likely starts a new one. */
function findLikeliest(open: readonly OpenIssue[], contact: CausedContact): OpenIssue | null {
  let likeliest: OpenIssue | null = null
  let most = leastChance
  for (const issue of open) {
    const chance = chanceOf(issue, contact)
    if (chance < most) continue
    likeliest = issue
    most = chance
  }
  return likeliest
}

function chanceOf({ causes, contacts, lastAt }: OpenIssue, contact: CausedContact): number {
  const [cause = null] = causes
  const otherness = contact.otherness(cause)
  if (otherness === null || contact.at === null || lastAt === null) return 0
  const numbers = contact.numbers()
  return chanceOfContinuing({
    gapMs: contact.at - lastAt,
    otherness,
    refersBack: contact.refersBack(),
    namesSameNumber: contacts.some((earlier) => !numbers.isDisjointFrom(earlier.numbers())),
  })
}

function toIssue({ contacts, lastAt }: OpenIssue): Issue {
  const [first] = contacts
  if (first === undefined) throw new Error('Our fault: an issue without a contact')
  const cause = contacts.find((contact) => contact.cause !== null)?.cause ?? null
  return { id: issueId(first.id), cause, firstAt: first.at, lastAt, contacts }
}
