import type { CauseId, CustomerId } from '../base/ids.ts'
import { once } from '../base/once.ts'
import type { Interaction } from '../interactions/interaction.ts'
import { type CausedContact, type Contact, compareInteractions } from '../issues/contact.ts'
import { countHandOffs, type HandOffs } from '../issues/count-hand-offs.ts'
import { type FollowUp, findFollowUps } from '../issues/follow-ups.ts'
import { groupIntoContacts } from '../issues/group-into-contacts.ts'
import { groupIntoIssues, type Issue } from '../issues/group-into-issues.ts'
import type { LinkDecision } from '../issues/link-decision.ts'
import { ratingOf } from '../issues/rating-of.ts'
import type { ReadingSettings } from '../issues/settings.ts'
import { correctSignals } from '../signals/corrections/correct-signals.ts'
import type { Correction } from '../signals/corrections/correction.ts'
import { effortOf, emotionOf } from '../signals/emotion.ts'
import type { LearnedSignals } from '../signals/learning/learn-signals.ts'
import type { ReadSignals } from '../signals/learning/read-learned.ts'
import type { CustomerSignal, Signal } from '../signals/signal.ts'
import { readingPart } from '../text/clean.ts'
import { isLegible, languageOf } from '../text/language.ts'
import { numbersIn } from '../text/numbers.ts'
import type { Assign } from './assign-cause.ts'
import { causeOfCategory } from './category-causes.ts'
import type { Cause } from './cause.ts'
import { type Heard, hearReason } from './hear-reason.ts'
import { refersBack } from './refers-back.ts'

/** All that is recorded of one customer, or of one case whose customer is not known. */
export type CustomerRecord = {
  readonly customer: CustomerId
  readonly isKnown: boolean
  readonly interactions: readonly Interaction[]
}

/** How texts are understood: by the causes and the word table of the current reading. */
export type WordUnderstanding = {
  readonly assign: Assign
  /** Whether a reason in another language than English can be read; left out where none can. */
  readonly reads?: (reason: string) => boolean
  /** The endpoint that says what reasons mean, beside the word table; null where only that does. */
  readonly engine: string | null
  /** How much nearer a text lies to the nearest cause than to each, as a function of the cause; null when no word is known. */
  othernessOf(text: string): ((cause: CauseId | null) => number) | null
}

/** What a reading knows of the whole workspace, to read one customer by. */
export type Understanding = {
  /** Null where no causes were found in words. */
  readonly words: WordUnderstanding | null
  /** Sources that say a category; where they leave it out, that is a category of its own. */
  readonly categorised: ReadonlySet<string>
  readonly links: readonly LinkDecision[]
  /** What people said of single texts, oldest first. */
  readonly corrections: ReadonlyMap<Interaction['id'], readonly Correction[]>
  readonly learned: LearnedSignals
  /** By cues, or by what was learned where that is better. */
  readonly readSignals: ReadSignals
}

export type ReadContact = CausedContact &
  FollowUp &
  Heard & {
    readonly issue: Issue['id'] | null
    /** 1 for the first contact of its issue. */
    readonly positionInIssue: number
    /** The cause as the source's own category names it, where that decides. */
    readonly category: Cause | null
    readonly emotion: CustomerSignal | null
    readonly effort: number
    readonly spokenHandOffs: number
    /** The last one given within it, on its source's own scale. */
    readonly rating: number | null
  }

export type ReadIssue = Issue & HandOffs & { readonly interactions: readonly Interaction[] }

export type ReadCase = HandOffs & {
  readonly key: string
  readonly interactions: readonly Interaction[]
  readonly issue: Issue['id'] | null
}

/** One customer's records, read from their side. */
export type CustomerReading = {
  readonly record: CustomerRecord
  readonly contacts: readonly ReadContact[]
  readonly issues: readonly ReadIssue[]
  readonly cases: readonly ReadCase[]
  readonly signals: ReadonlyMap<Interaction['id'], readonly Signal[]>
  /** Whose words are in a language in which no signals are read. */
  readonly illegible: ReadonlySet<Interaction['id']>
}

/**
 * Reads one customer: signals, contacts, causes, issues, hand-offs, follow-ups.
 * Assumes: the record is complete; a cause comes from what the customer said, else from the source's own category.
 * A pure function of facts, settings and the cause model. Cost: O(n log n) in the customer's interactions.
 */
export function readCustomer(
  record: CustomerRecord,
  understanding: Understanding,
  settings: ReadingSettings,
): CustomerReading {
  const grouped = groupIntoContacts(record.interactions, settings)
  const illegible = findIllegible(record.interactions, grouped, understanding)
  const signals = readAllSignals(record.interactions, illegible, understanding)
  const signalsOf = (interaction: Interaction) => signals.get(interaction.id) ?? []
  const understood = grouped.map((contact) => ({
    ...contact,
    ...understand(contact, understanding, signalsOf),
  }))
  const issues = groupIntoIssues(understood, settings, understanding.links)
  const placed = placeInIssues(understood, issues)
  const followUps = record.isKnown ? findFollowUps(placed) : []
  const contacts = placed.map((contact, index): ReadContact => {
    const { minutesToNext = null, minutesToSame = null } = followUps[index] ?? {}
    return { ...contact, minutesToNext, minutesToSame }
  })
  return {
    record,
    contacts,
    issues: issues.map(followIssue),
    cases: followCases(contacts),
    signals,
    illegible,
  }
}

/** A contact is about what its issue is about, also where it only says "still nothing". */
function placeInIssues<C extends CausedContact>(contacts: readonly C[], issues: readonly Issue[]) {
  const places = new Map(
    issues.flatMap(({ id, cause, contacts: own }) =>
      own.map((contact, index) => [contact.id, { issue: id, cause, positionInIssue: index + 1 }] as const),
    ),
  )
  return contacts.map((contact) => {
    const { issue = null, cause = null, positionInIssue = 1 } = places.get(contact.id) ?? {}
    return { ...contact, issue, cause: cause ?? contact.cause, positionInIssue }
  })
}

/** Shorter messages do not tell their language: it is that of all that their side says in the contact. */
const tellingLength = 80

/** What people corrected was read by them. */
function findIllegible(
  interactions: readonly Interaction[],
  contacts: readonly Contact[],
  { corrections }: Understanding,
) {
  const illegible = new Set<Interaction['id']>()
  const alone = new Set(interactions)
  const hear = (said: readonly Interaction[]) => {
    const spoken = said.flatMap(({ id, kind, text }) =>
      kind === 'event' || text === null ? [] : [{ id, text }],
    )
    const areShortRead = once(() => isLegible(languageOf(spoken.map(({ text }) => text).join('\n'))))
    for (const { id, text } of spoken) {
      const isRead = text.length < tellingLength ? areShortRead() : isLegible(languageOf(text))
      if (!isRead && !corrections.has(id)) illegible.add(id)
    }
  }
  for (const { interactions: own } of contacts) {
    for (const one of own) alone.delete(one)
    for (const side of ['customer', 'company']) hear(own.filter(({ from }) => from === side))
  }
  for (const one of alone) hear([one])
  return illegible
}

/** Nobody speaks in an event: what a system notes shows nothing by its words. */
function readAllSignals(
  interactions: readonly Interaction[],
  illegible: CustomerReading['illegible'],
  { corrections, readSignals }: Understanding,
) {
  const signals = new Map<Interaction['id'], readonly Signal[]>()
  for (const { id, text, from, kind } of interactions) {
    if (text === null) continue
    const found = kind === 'event' || illegible.has(id) ? [] : readSignals(text, from)
    const read = correctSignals(found, corrections.get(id) ?? [], text.length)
    if (read.length > 0) signals.set(id, read)
  }
  return signals
}

function understand(
  contact: Contact,
  understanding: Understanding,
  signalsOf: (interaction: Interaction) => readonly Signal[],
) {
  const said = contact.interactions.filter(({ from }) => from === 'customer').flatMap(signalsOf)
  const heard = contact.interactions.filter(({ from }) => from === 'company').flatMap(signalsOf)
  const effort = effortOf(said)
  const heardReason = hearReason(contact, understanding.words?.reads)
  const assigned = findCause(contact, heardReason, understanding)
  const otherness = once(() =>
    heardReason.reason === null ? null : (understanding.words?.othernessOf(wordsOf(contact)) ?? null),
  )
  return {
    ...heardReason,
    ...assigned,
    otherness: (cause: CauseId | null) => otherness()?.(cause) ?? null,
    refersBack: once(() => effort > 0 || refersBack(wordsOf(contact))),
    numbers: once(() => numbersOf(contact)),
    emotion: emotionOf(said),
    effort,
    spokenHandOffs: heard.filter(({ kind }) => kind === 'spokenHandOff').length,
    rating: ratingOf(contact),
  }
}

/** As much as tells one problem from another; later paragraphs repeat themselves. */
const mostCharacters = 1500

/** All that the customer says in a contact: follow-ups give the reason late or in passing. */
function wordsOf({ interactions }: Contact): string {
  const said = interactions.flatMap(({ from, text }) =>
    from === 'customer' && text !== null ? [readingPart(text)] : [],
  )
  return said.join('\n').slice(0, mostCharacters)
}

/** A customer's own number is named about everything, so it says nothing about what. */
function numbersOf(contact: Contact): ReadonlySet<string> {
  const identities = numbersIn(contact.opener.identities.join('\n'))
  return numbersIn(wordsOf(contact)).difference(identities)
}

/** How the company's own sorting is read where it did not sort. */
const noCategory = 'No category given'

/** Words that can be read decide, even when they say nothing recognised; the category speaks where there are none. */
function findCause(
  { interactions }: Contact,
  { legibility, reason }: Heard,
  { words, categorised }: Understanding,
) {
  if (legibility === 'read' && words !== null) {
    const assigned = reason === null ? null : words.assign(reason)
    return { cause: assigned?.cause ?? null, causeStrength: assigned?.strength ?? null, category: null }
  }
  const [first] = interactions
  const named = first?.category ?? (first && categorised.has(first.source) ? noCategory : null)
  const category = named === null ? null : causeOfCategory(named)
  return { cause: category?.id ?? null, causeStrength: null, category }
}

function followIssue(issue: Issue): ReadIssue {
  const interactions = issue.contacts.flatMap((contact) => contact.interactions).sort(compareInteractions)
  return { ...issue, ...countHandOffs(interactions), interactions }
}

function followCases(contacts: readonly ReadContact[]): readonly ReadCase[] {
  const cases = new Map<string, { issue: Issue['id'] | null; interactions: Interaction[] }>()
  for (const { interactions, issue, opener, caseKey } of contacts) {
    if (opener.caseId === null) continue
    const known = cases.get(caseKey)
    if (known) known.interactions.push(...interactions)
    else cases.set(caseKey, { issue, interactions: [...interactions] })
  }
  return [...cases].map(([key, { issue, interactions }]) => {
    const ordered = interactions.sort(compareInteractions)
    return { key, issue, interactions: ordered, ...countHandOffs(ordered) }
  })
}
