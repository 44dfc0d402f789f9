import type { CausePage } from '../../contract/screens.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { causeId } from '../../core/base/ids.ts'
import { compareText } from '../../core/base/order.ts'
import { toIso } from '../../core/base/time.ts'
import type { Onset } from '../../core/causes/drivers/find-onsets.ts'
import type { Quote } from '../../core/causes/quotes.ts'
import { sumRatings, sumRatingsOfCause, sumSurveys } from '../../core/causes/ratings/sum-ratings.ts'
import type { Tally } from '../../core/causes/tally.ts'
import { maskIdentity } from '../../core/interactions/mask.ts'
import { wilson } from '../../core/stats/wilson.ts'
import { maskText } from '../../core/text/mask.ts'
import { historyOf } from './cost-history.ts'
import type { ReadingDocuments } from './documents.ts'
import { driversJson } from './drivers-json.ts'
import { type FollowedContacts, type Tree, writeReport } from './write-report.ts'

export function writeDocuments(
  tally: Tally,
  tree: Tree,
  followed: FollowedContacts | null,
): ReadingDocuments {
  const report = writeReport(tally, tree, followed)
  const needs = isKnown(report.nextNeeds) ? report.nextNeeds : []
  const rows = 'cannotSay' in report.causes ? [] : report.causes
  const drivers = driversJson(tally, new Map(rows.map(({ id, name }) => [id, name])), followed)
  const onsets = onsetsOf(followed?.onsets ?? [])
  const pages = rows.map(
    (cause): CausePage => ({
      cause: {
        ...cause,
        weeks: weeksOf(tally.counts.causes[cause.id]?.weeks ?? {}).map(([week, contacts]) => ({
          week,
          contacts,
        })),
        repeatShare: repeatShareOf(tally, cause.id),
      },
      voices: (tally.quotes[cause.id] ?? []).map(toVoice),
      drivers: drivers.get(cause.id) ?? [],
      onset: onsets.get(causeId(cause.id)) ?? null,
      nextNeeds: needs.filter((need) => need.cause.id === cause.id),
      ratings: sumRatingsOfCause(tally, cause.id),
    }),
  )
  return {
    report,
    overview: {
      ...overviewOf(tally, rows),
      surveys: sumSurveys(tally),
      ratings: sumRatings(tally, {
        edge: followed?.edge ?? [],
        notFollowed: isKnown(report.returns) ? null : report.returns,
      }),
    },
    cost: historyOf(tally, rows, followed ?? { leaving: {}, nextNeeds: [] }),
    causes: pages,
  }
}

function overviewOf(
  tally: Tally,
  causes: readonly { id: string; name: string }[],
): Omit<ReadingDocuments['overview'], 'ratings' | 'surveys'> {
  const { counts } = tally
  const best = causes
    .slice(0, 10)
    .flatMap(({ id }) => tally.quotes[id] ?? [])
    .toSorted((left, right) => right.score - left.score || compareText(left.contact, right.contact))[0]
  return {
    weeks: weeksOf(counts.weeks).map(([week, { contacts, repeats }]) => ({ week, contacts, repeats })),
    channels: Object.entries(counts.channels)
      .map(([channel, contacts]) => ({ channel, contacts }))
      .sort((left, right) => right.contacts - left.contacts || compareText(left.channel, right.channel)),
    voice: best === undefined ? null : toVoice(best),
    signals: Object.entries(counts.signals).map(([kind, read]) => ({ kind, ...read })),
  }
}

function onsetsOf(found: readonly Onset[]) {
  return new Map(found.map(({ cause, ...onset }) => [cause, onset]))
}

function repeatShareOf({ counts }: Tally, id: string) {
  const cause = counts.causes[id]
  return cause === undefined || counts.customers === 0 ? null : wilson(cause.repeats, cause.contacts)
}

function weeksOf<T>(weeks: Record<string, T>): [string, T][] {
  return Object.entries(weeks).sort(([left], [right]) => compareText(left, right))
}

function toVoice({ contact, issue, text, identity, channel, at }: Quote) {
  return {
    interaction: contact,
    issue,
    text: maskText(text),
    customer: identity === null ? null : maskIdentity(identity),
    channel,
    at: at === null ? null : toIso(at),
  }
}
