import type { CauseId } from '../base/ids.ts'
import { toMonth, toWeek } from '../base/time.ts'
import type { Interaction } from '../interactions/interaction.ts'
import { addFollowed } from '../issues/count-returns.ts'
import { isTurnOfCompany } from '../issues/group-into-contacts.ts'
import { defaultSettings } from '../issues/settings.ts'
import { postureOf } from '../signals/posture.ts'
import { noPostures } from '../signals/posture-of-group.ts'
import type { SignalKind } from '../signals/signal.ts'
import { bareTree, increase, placeIn } from '../stats/sum-trees.ts'
import { findMarks, type Mark, writeMark } from './drivers/find-marks.ts'
import { findFirstTeams, teamAttribute } from './drivers/first-team.ts'
import { addRatings } from './ratings/tally-ratings.ts'
import type { CustomerReading, ReadContact } from './read-customer.ts'
import { addLoads } from './tallies/tally-load.ts'
import {
  type CauseCounts,
  type Counted,
  emptyCounts,
  type HandOffCounts,
  isLimited,
  type PostureGroup,
  type TallyCounts,
  valuesPerAttribute,
} from './tally.ts'

export type Counter = { add(reading: CustomerReading): void; result(): Counted }

/** Adds customers up, one after the other; counts in place, because every interaction passes through here. */
export function startCounting(): Counter {
  const counts = emptyCounts()
  const valuesSeen = new Map<string, number>()

  function add(reading: CustomerReading): void {
    const { record, contacts, issues, cases } = reading
    addInteractions(counts, reading)
    addSignals(counts, reading)
    const teams = findFirstTeams(reading)
    const marks = findMarks(reading)
    for (const contact of contacts) {
      addContact(counts, contact, reading)
      addAttributes(counts, valuesSeen, contact, teams.get(contact.id) ?? null)
      addMarks(counts, valuesSeen, contact, marks.get(contact.id) ?? [])
      if (contact.category !== null) {
        increase(
          placeIn(counts.categories, contact.category.id, bareTree<Record<string, number>>),
          contact.category.name,
        )
      }
      if (record.isKnown) addReturns(counts, contact)
    }
    for (const { handOffs, isPingPong } of cases) addHandOffs(counts.cases, handOffs.length, isPingPong)
    addIssues(counts, reading)
    addGroupPostures(counts, reading)
    addLoads(counts.loads, reading)
    addRatings(counts.ratings, reading)
    if (!record.isKnown) return
    for (const { handOffs, isPingPong } of issues)
      addHandOffs(counts.issueHandOffs, handOffs.length, isPingPong)
  }

  return { add, result: () => counts }
}

function addReturns({ followed }: TallyCounts, contact: ReadContact): void {
  const { at, minutesToNext, minutesToSame, positionInIssue } = contact
  if (at === null) return
  const { windowsDays } = defaultSettings
  addFollowed(followed.next, { at, minutesToFollower: minutesToNext }, windowsDays)
  addFollowed(followed.same, { at, minutesToFollower: minutesToSame }, windowsDays)
  if (positionInIssue === 1)
    addFollowed(followed.firsts, { at, minutesToFollower: minutesToSame }, windowsDays)
}

function addInteractions(counts: TallyCounts, reading: CustomerReading): void {
  const { record, signals, illegible } = reading
  counts.interactions += record.interactions.length
  // Who is only known to have left did not come about anything.
  if (record.isKnown && record.interactions.some(({ kind }) => kind !== 'leaving')) counts.customers += 1
  for (const interaction of record.interactions) {
    const { id, team, agent } = interaction
    if (team !== null) increase(counts.teams, team)
    if (agent !== null) increase(counts.agents, agent)
    if (isTurnOfCompany(interaction) && illegible.has(id)) counts.companyIllegible += 1
    if (!isHeard(interaction, reading)) continue
    const read = signals.get(id) ?? []
    counts.companyTexts += 1
    counts.postures[postureOf(read)] += 1
    if (read.some(({ kind }) => kind === 'spokenHandOff')) counts.spokenHandOffs += 1
  }
}

/** Words of the company whose signals were read. */
function isHeard(interaction: Interaction, { illegible }: CustomerReading): boolean {
  return isTurnOfCompany(interaction) && interaction.text !== null && !illegible.has(interaction.id)
}

function addSignals(counts: TallyCounts, { signals }: CustomerReading): void {
  const ofCustomer = new Set<SignalKind>()
  for (const read of signals.values()) {
    for (const kind of new Set(read.map((signal) => signal.kind))) {
      const known = placeIn(counts.signals, kind, () => ({ messages: 0, customers: 0 }))
      known.messages += 1
      if (!ofCustomer.has(kind)) known.customers += 1
      ofCustomer.add(kind)
    }
  }
}

/** Who answered with which posture: by team, and by the cause of the contact that was answered. */
function addGroupPostures(counts: TallyCounts, reading: CustomerReading): void {
  const { record, contacts, signals } = reading
  for (const interaction of record.interactions) {
    if (interaction.team !== null) add(counts.teamPostures, interaction.team, interaction)
  }
  for (const { cause, interactions } of contacts) {
    if (cause !== null) for (const interaction of interactions) add(counts.causePostures, cause, interaction)
  }

  function add(groups: Record<string, PostureGroup>, name: string, interaction: Interaction): void {
    const { id, at, agent } = interaction
    if (!isHeard(interaction, reading)) return
    const group = placeIn(groups, name, (): PostureGroup => ({ months: bareTree(), agents: bareTree() }))
    const month = placeIn(group.months, at === null ? '' : toMonth(at), noPostures)
    month[postureOf(signals.get(id) ?? [])] += 1
    if (agent !== null) increase(group.agents, agent)
  }
}

function addContact(counts: TallyCounts, contact: ReadContact, { record, illegible }: CustomerReading): void {
  const { at, cause, opener, positionInIssue, emotion } = contact
  const { isKnown } = record
  const repeats = isKnown && positionInIssue > 1 ? 1 : 0
  counts.contacts += 1
  counts.repeats += repeats
  if (!isKnown) counts.contactsWithoutCustomer += 1
  if (opener.channel !== null) increase(counts.channels, opener.channel)
  if (at !== null) {
    const week = placeIn(counts.weeks, toWeek(at), () => ({ contacts: 0, repeats: 0 }))
    week.contacts += 1
    week.repeats += repeats
  }
  addReadText(counts, contact)
  const isFelt = contact.legibility !== 'silent' && !illegible.has(opener.id)
  if (isFelt || emotion !== null) increase(counts.emotions, emotion ?? 'none')
  if (cause !== null) {
    const causeCounts = causeIn(counts, cause)
    causeCounts.contacts += 1
    causeCounts.repeats += repeats
    if (at !== null) increase(causeCounts.weeks, toWeek(at))
  }
}

function addReadText(counts: TallyCounts, { legibility, language, cause }: ReadContact): void {
  if (legibility === 'silent') return
  counts.texts += 1
  increase(counts.languages, language ?? 'unknown')
  if (legibility === 'illegible') return
  counts.read += 1
  if (cause === null) counts.unassigned += 1
}

function addAttributes(
  counts: TallyCounts,
  sizes: Map<string, number>,
  { opener, cause }: ReadContact,
  team: string | null,
): void {
  const { channel, attributes } = opener
  const known = {
    ...(channel === null ? {} : { channel }),
    ...(team === null ? {} : { [teamAttribute]: team }),
    ...attributes,
  }
  for (const [name, value] of Object.entries(known))
    addValue(counts, sizes, { tree: 'attributes', name, value, cause, isLimited: true })
}

function addMarks(
  counts: TallyCounts,
  sizes: Map<string, number>,
  { cause }: ReadContact,
  marks: readonly Mark[],
): void {
  for (const mark of marks) {
    const name = writeMark({ ...mark, value: null })
    addValue(counts, sizes, {
      tree: 'marks',
      name,
      value: mark.value ?? '',
      cause,
      isLimited: isLimited(name),
    })
  }
}

type Valued = {
  readonly tree: 'attributes' | 'marks'
  readonly name: string
  readonly value: string
  readonly cause: CauseId | null
  readonly isLimited: boolean
}

/** Counts a value, until its attribute turns out to be an identifier. */
function addValue(counts: TallyCounts, sizes: Map<string, number>, valued: Valued): void {
  const { tree, name, value, cause } = valued
  if (counts.identifiers[name] !== undefined) return
  const values = placeIn(counts[tree], name, bareTree<Record<string, Record<string, number>>>)
  if (values[value] === undefined) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  increase(placeIn(values, value, bareTree<Record<string, number>>), cause ?? '')
  if (!valued.isLimited || (sizes.get(name) ?? 0) <= valuesPerAttribute) return
  delete counts[tree][name]
  counts.identifiers[name] = 1
}

function addIssues(counts: TallyCounts, { record, issues }: CustomerReading): void {
  const causes = new Set<CauseId>()
  for (const { cause, handOffs } of issues) {
    // Without a customer, what looks like an issue is only a case.
    const own = record.isKnown ? 1 : 0
    counts.issues += own
    if (cause === null) continue
    causes.add(cause)
    const causeCounts = causeIn(counts, cause)
    causeCounts.issues += own
    causeCounts.handOffs += handOffs.length
  }
  if (record.isKnown) for (const cause of causes) causeIn(counts, cause).customers += 1
}

function causeIn(counts: TallyCounts, cause: CauseId): CauseCounts {
  return placeIn(counts.causes, cause, () => ({
    contacts: 0,
    repeats: 0,
    customers: 0,
    issues: 0,
    handOffs: 0,
    weeks: bareTree(),
  }))
}

function addHandOffs(counts: HandOffCounts, handOffs: number, isPingPong: boolean): void {
  counts.places += 1
  counts.handOffs += handOffs
  if (handOffs > 0) counts.withHandOff += 1
  if (isPingPong) counts.pingPong += 1
}
