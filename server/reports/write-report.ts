import type { Report } from '../../contract/report.ts'
import { cannotSay, type Known } from '../../core/base/cannot-say.ts'
import { compareText } from '../../core/base/order.ts'
import { toIso } from '../../core/base/time.ts'
import type { Cause } from '../../core/causes/cause.ts'
import type { Theme } from '../../core/causes/cause-model.ts'
import type { EndpointShare } from '../../core/causes/prepare-understanding.ts'
import type { RatedEdge } from '../../core/causes/ratings/sum-ratings.ts'
import type { HandOffCounts, Tally, TallyCounts } from '../../core/causes/tally.ts'
import type { Return } from '../../core/issues/count-returns.ts'
import { isEmpty } from '../../core/stats/sum-trees.ts'
import { wilson } from '../../core/stats/wilson.ts'
import { maskText } from '../../core/text/mask.ts'
import type { ReadingDocuments } from './documents.ts'
import type { FollowedIssues } from './follow-issues.ts'
import { newCausesOf, nextNeedsOf } from './needs-json.ts'
import { type GuidedCauses, posturesOf, whyNotHeard } from './postures.ts'

/** What was found, two levels deep. */
export type Tree = {
  readonly causes: readonly Cause[]
  readonly themes: readonly Theme[]
  readonly endpoint: EndpointShare | null
  readonly guidelines: readonly GuidedCauses[]
}

export type FollowedContacts = FollowedIssues & {
  readonly returns: readonly Return[]
  readonly repeats: readonly Return[]
  readonly firsts: readonly Return[]
  /** Contacts of the days in which the windows end. */
  readonly edge: readonly RatedEdge[]
}

const noCustomer = 'no column names the customer, so contacts can’t be followed from one case to the next'
const noTime = 'the records carry no times'
const noContacts = 'the records hold no contact: answers to surveys, and what systems note, are none'
const noWords = 'the records carry no words of customers'
const oneTeam = 'nothing is ever seen to change its team, as where only the last one is exported'

/** Turns what was counted into the public report; whatever the records can't tell is said with its reason. */
export function writeReport(
  tally: Tally,
  tree: Tree,
  followed: FollowedContacts | null,
): ReadingDocuments['report'] {
  const { counts } = tally
  const notFollowed = whyNotFollowed(tally)
  const notSorted = notFollowed ?? whyNotSorted(counts)
  const names = new Map(tree.causes.map(({ id, name }) => [String(id), name]))
  return {
    version: 1,
    period:
      tally.firstAt === null || tally.lastAt === null
        ? cannotSay(counts.contacts === 0 ? noContacts : noTime)
        : { from: toIso(tally.firstAt), to: toIso(tally.lastAt) },
    counts: countsOf(counts),
    returns: notFollowed ?? followed?.returns.map(toPlain) ?? cannotSay(noTime),
    repeats: notSorted ?? followed?.repeats.map(toPlain) ?? cannotSay(noTime),
    firstContactResolution: notSorted ?? followed?.firsts.map(toResolution) ?? cannotSay(noTime),
    handOffs: handOffsOf(tally),
    causes: causesOf(tally, tree),
    newCauses: notSorted ?? (followed === null ? cannotSay(noTime) : newCausesOf(followed, names, tally)),
    nextNeeds: notSorted ?? (followed === null ? cannotSay(noTime) : nextNeedsOf(followed, names)),
    coverage: coverageOf(counts),
    endpoint: tree.endpoint,
    posture:
      counts.companyTexts === 0 ? whyNotHeard(counts) : { messages: counts.companyTexts, ...counts.postures },
    postures: posturesOf(counts, tree.causes, tree.guidelines),
    emotions: isEmpty(counts.emotions) ? cannotSay(whyNotFelt(counts)) : sorted(counts.emotions),
  }
}

function whyNotFollowed({ counts, lastAt }: Tally) {
  if (counts.contacts === 0) return cannotSay(noContacts)
  if (counts.customers === 0) return cannotSay(noCustomer)
  return lastAt === null ? cannotSay(noTime) : null
}

/** Where no contact has a cause, nobody can be seen to come back about the same in another case. */
function whyNotSorted(counts: TallyCounts) {
  return counts.contacts === 0 || !isEmpty(counts.causes)
    ? null
    : cannotSay(`${whyNoCauses(counts)}, so contacts in different cases can’t be told to be about the same`)
}

function countsOf(counts: TallyCounts): Report['counts'] {
  const isKnown = counts.customers > 0
  return {
    interactions: counts.interactions,
    customers: isKnown ? counts.customers : cannotSay('no column names the customer'),
    contactsWithoutCustomer: counts.contactsWithoutCustomer,
    cases: counts.cases.places > 0 ? counts.cases.places : cannotSay('no column names the case'),
    contacts: counts.contacts,
    issues: isKnown ? (whyNotSorted(counts) ?? counts.issues) : cannotSay(noCustomer),
    teams: countOf(counts.teams, 'no column names the team'),
    agents: countOf(counts.agents, 'no column names who worked on it'),
  }
}

function countOf(names: Record<string, number>, because: string): Known<number> {
  return Object.keys(names).length || cannotSay(because)
}

function toPlain({ share, ...counts }: Return) {
  return { ...counts, share }
}

function toResolution({ windowDays, contacts, observed, followedObserved }: Return) {
  const resolved = observed - followedObserved
  return {
    windowDays,
    issues: contacts,
    observed,
    resolved,
    share: wilson(resolved, observed) ?? cannotSay(`no issue has ${windowDays} days of data after it`),
  }
}

function handOffsOf({ counts, mostInCase, mostInIssue }: Tally): Report['handOffs'] {
  const { cases, issueHandOffs: issues } = counts
  return {
    cases: whyNotPassed(counts, cases, 'no column names the case') ?? {
      cases: cases.places,
      ...inOrder({ ...cases, most: mostInCase }),
    },
    issues: whyNotPassed(counts, issues, noCustomer) ??
      whyNotSorted(counts) ?? { issues: issues.places, ...inOrder({ ...issues, most: mostInIssue }) },
    spoken: counts.companyTexts === 0 ? whyNotHeard(counts) : counts.spokenHandOffs,
  }
}

/** Of so many, one at least would be seen to change its team, if changes were seen at all. */
const enoughToDoubt = 20

/** Many systems export the team with the case, or one row a case: then nobody is ever seen to pass anything on. */
function whyNotPassed(
  { teams, contacts, interactions }: TallyCounts,
  { places, handOffs }: HandOffCounts,
  nowhere: string,
) {
  const count = Object.keys(teams).length
  if (count === 0) return cannotSay('no column names the team')
  if (places === 0) return cannotSay(contacts === 0 ? noContacts : nowhere)
  const isDoubtful = places >= enoughToDoubt || interactions <= places
  return count > 1 && handOffs === 0 && isDoubtful ? cannotSay(oneTeam) : null
}

function inOrder({
  withHandOff,
  handOffs,
  most,
  pingPong,
}: Omit<HandOffCounts, 'places'> & { most: number }) {
  return { withHandOff, handOffs, most, pingPong }
}

function causesOf({ counts, quotes }: Tally, { causes, themes }: Tree): Report['causes'] {
  const themeOf = new Map(
    themes.flatMap(({ id, name, causes: own }) => own.map((cause) => [cause, { id, name }])),
  )
  const known = causes.flatMap((cause) => {
    const load = counts.causes[cause.id]
    return load === undefined ? [] : [{ cause, load }]
  })
  if (known.length === 0) return cannotSay(whyNoCauses(counts))
  const isKnown = counts.customers > 0
  return known
    .toSorted(
      (left, right) => right.load.contacts - left.load.contacts || compareText(left.cause.id, right.cause.id),
    )
    .map(({ cause, load }) => ({
      id: cause.id,
      name: cause.name,
      theme: themeOf.get(cause.id) ?? null,
      from: cause.from,
      issues: isKnown ? load.issues : cannotSay(noCustomer),
      contacts: load.contacts,
      customers: isKnown ? load.customers : cannotSay('no column names the customer'),
      share: wilson(load.contacts, counts.contacts) ?? { value: 0, low: 0, high: 1, n: 0 },
      words: [...cause.words],
      summary: cause.summary ?? null,
      examples: (quotes[cause.id] ?? [])
        .slice(0, 3)
        .map(({ contact, text }) => ({ interaction: contact, text: maskText(text) })),
    }))
}

function whyNoCauses(counts: TallyCounts): string {
  if (counts.contacts === 0) return noContacts
  if (counts.texts === 0) return 'the records carry neither words of customers nor a category'
  return counts.read === 0
    ? 'no message is in a language that is read'
    : 'too few messages say the same thing; about thirty are the least to find causes in'
}

function whyNotFelt({ contacts, texts }: TallyCounts): string {
  if (contacts === 0) return noContacts
  return texts === 0 ? noWords : 'no message is in a language in which feelings are heard'
}

function coverageOf(counts: TallyCounts): Report['coverage'] {
  if (counts.texts === 0) return cannotSay(counts.contacts === 0 ? noContacts : noWords)
  return {
    texts: counts.texts,
    read: counts.read,
    unassigned: {
      count: counts.unassigned,
      share: wilson(counts.unassigned, counts.read) ?? cannotSay('no message is in a language that is read'),
    },
    languages: sorted(counts.languages),
  }
}

/** Largest first, then by name: the same on every machine. */
function sorted(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).sort(([left, many], [right, few]) => few - many || compareText(left, right)),
  )
}
