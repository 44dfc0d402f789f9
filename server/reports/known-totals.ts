import { toRange } from '../../contract/ratings.ts'
import type { ContactFilter, IssueFilter } from '../../contract/screens.ts'
import type { SignalListFilter } from '../../contract/signals.ts'
import { isKnown, type Known } from '../../core/base/cannot-say.ts'
import { isPosture, type signsOf } from '../../core/signals/posture.ts'
import type { Counted, Page } from '../../store/postgres/page.ts'
import { findReadingState } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import type { SignalFilter } from '../../store/signals.ts'
import type { Service } from '../service.ts'
import type { ReadingDocuments } from './documents.ts'
import { readDocuments } from './read-documents.ts'

type Read = Pick<ReadingDocuments, 'report' | 'overview'>

type Listed = {
  /** The page that is shown, and after what it begins. */
  readonly page: Pick<Page<unknown>, 'next'> & { readonly rows: readonly unknown[] }
  readonly after: string | undefined
  readonly knownOf: (read: Read) => number | null
  count(): Promise<Counted>
}

/** How long a list is: as long as its only page, or as the reading counted it; counted where the reading did not count just that. */
export async function countOf(
  service: Service,
  scope: Scope,
  { page, after, knownOf, count }: Listed,
): Promise<Counted> {
  if (after === undefined && page.next === null) return { count: page.rows.length, isAtLeast: false }
  const state = await findReadingState(service.store.pool, scope)
  const known = state?.isBehind ? null : knownOf(await readDocuments(service, scope))
  return known === null ? count() : { count: known, isAtLeast: false }
}

/** How many contacts a filter leaves, as the reading counted them; null where it did not count just those. */
export function knownContacts(
  { report, overview }: Read,
  { about, after: _, ...filter }: ContactFilter,
): number | null {
  const { followedWithin, cause, channel, emotion, week } = filter
  const set = Object.values(filter).filter((value) => value !== undefined)
  if (set.length === 0) return report.counts.contacts
  if (filter.rating !== undefined && set.length === (filter.source === undefined ? 1 : 2))
    return ratedWithin(overview.ratings, toRange(filter.rating), filter.source)
  if (set.length > 1) return null
  if (followedWithin !== undefined) {
    const windows = about === 'same' ? report.repeats : report.returns
    return isKnown(windows)
      ? (windows.find(({ windowDays }) => windowDays === followedWithin)?.followed ?? null)
      : null
  }
  if (cause !== undefined) return causeOf(report, cause)?.contacts ?? null
  if (channel !== undefined) return overview.channels.find((one) => one.channel === channel)?.contacts ?? null
  if (emotion !== undefined) return isKnown(report.emotions) ? (report.emotions[emotion] ?? 0) : null
  if (week !== undefined) return overview.weeks.find((one) => one.week === week)?.contacts ?? null
  return filter.withoutCustomer === undefined ? null : report.counts.contactsWithoutCustomer
}

/** How many answers to a survey gave a rating, as the reading counted them; null where it did not. */
export function knownSurveyAnswers(
  { overview }: Read,
  source: string,
  rating: string | undefined,
): number | null {
  if (!isKnown(overview.surveys)) return null
  const survey = overview.surveys.find((one) => one.source === source)
  if (survey === undefined) return null
  if (rating === undefined) return survey.answers + survey.uneven
  if (!isKnown(survey.values)) return null
  return survey.values.find((one) => String(one.rating) === rating)?.answers ?? null
}

function ratedWithin(
  ratings: Read['overview']['ratings'],
  { from, to }: ReturnType<typeof toRange>,
  source: string | undefined,
): number | null {
  if (ratings === null) return 0
  if (!isKnown(ratings) || ratings.uneven > 0) return null
  const scales = ratings.scales.filter((scale) => source === undefined || scale.source === source)
  const counts = scales.map(({ values }) =>
    isKnown(values)
      ? values
          .filter(({ lowest }) => lowest >= from && lowest <= to)
          .reduce((sum, { contacts }) => sum + contacts, 0)
      : null,
  )
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    0,
  )
}

/** The same of issues. */
export function knownIssues({ report }: Read, { sort: _, after: __, ...filter }: IssueFilter): number | null {
  const set = Object.values(filter).filter((value) => value !== undefined)
  if (set.length === 0) return sure(report.counts.issues)
  return set.length === 1 && filter.cause !== undefined ? sure(causeOf(report, filter.cause)?.issues) : null
}

/** The same of cases that were handed off. */
export function knownCases({ report }: Read, { pingPong }: { readonly pingPong?: unknown }): number | null {
  const { cases } = report.handOffs
  return isKnown(cases) ? (pingPong === undefined ? cases.withHandOff : cases.pingPong) : null
}

/** The same of messages with a signal, whoever wrote them. */
export function knownSignalled(
  { overview, report }: Read,
  { kind, ...asked }: AskedOfSignals & Pick<SignalFilter, 'kind'>,
): number | null {
  if (isPosture(kind)) return knownPosture(report, kind, asked)
  const isNarrowed = Object.values(asked).some((value) => value !== undefined)
  return isNarrowed ? null : (overview.signals.find((one) => one.kind === kind)?.messages ?? null)
}

export type AskedOfSignals = Omit<SignalListFilter, 'after'>

function knownPosture(
  { posture, postures }: Read['report'],
  kind: keyof typeof signsOf,
  { team, cause, guideline }: AskedOfSignals,
): number | null {
  const narrowed = [
    { groups: postures.teams, id: team },
    { groups: postures.causes, id: cause },
    { groups: postures.guidelines, id: guideline },
  ].filter(({ id }) => id !== undefined)
  const [only] = narrowed
  if (only === undefined) return isKnown(posture) ? posture[kind] : null
  if (narrowed.length > 1 || kind === 'both' || !isKnown(only.groups)) return null
  const group = only.groups.find(({ id }) => id === only.id)?.posture
  return group === undefined || !isKnown(group) ? null : Math.round(group[kind].value * group.messages)
}

function causeOf({ causes }: Read['report'], id: string) {
  return isKnown(causes) ? causes.find((cause) => cause.id === id) : undefined
}

function sure(count: Known<number> | undefined): number | null {
  return count === undefined || !isKnown(count) ? null : count
}
