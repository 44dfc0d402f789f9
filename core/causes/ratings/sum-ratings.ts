import { type CannotSay, cannotSay, isKnown, type Known } from '../../base/cannot-say.ts'
import type { Share } from '../../base/figure.ts'
import { compareText } from '../../base/order.ts'
import type { Instant } from '../../base/time.ts'
import { type Followable, sumReturns } from '../../issues/count-returns.ts'
import { estimateMean, type Mean, type Scale, type ValueCount } from '../../stats/mean-on-scale.ts'
import { bareTree, sumTrees } from '../../stats/sum-trees.ts'
import { wilson } from '../../stats/wilson.ts'
import type { Tally } from '../tally.ts'
import { type RatedCounts, ratedWindowDays, type SourceRatings } from './tally-ratings.ts'

/** Contacts rated from `lowest` to `highest`, and how many of them were followed by another within seven days. */
export type Rated = Scale & { readonly contacts: number; readonly returned: Known<Share> }

/** What the customers of one source gave, between the lowest and the highest that anybody gave. */
export type SourceScale = Scale & {
  readonly source: string
  readonly contacts: number
  readonly average: Known<Mean>
  readonly values: Known<readonly Rated[]>
  readonly halves: Known<{ readonly lower: Rated; readonly higher: Rated }>
}

/** What answers to one source's surveys gave that name no case, between the lowest and the highest given. */
export type SurveyScale = Scale & {
  readonly source: string
  readonly answers: number
  /** Answers that are neither whole nor half steps. */
  readonly uneven: number
  readonly average: Known<Mean>
  readonly values: Known<readonly { readonly rating: number; readonly answers: number }[]>
}

export type Ratings = {
  readonly rated: Share
  readonly alone: number
  /** Contacts whose rating is no answer on a scale. */
  readonly uneven: number
  readonly scales: readonly SourceScale[]
}

/** A contact of the days in which the window ends, with the rating it has. */
export type RatedEdge = Followable & { readonly rating: number | null; readonly source: string }

export type ToSum = {
  readonly edge: readonly RatedEdge[]
  /** Why contacts can't be followed, where they can't. */
  readonly notFollowed: CannotSay | null
}

/** Fewer answers than this have no average. */
const leastForAverage = 30
/** More bars than a scale from 0 to 10 has are read by nobody. */
const mostValues = 11

/**
 * Says what customers gave, source by source, on the scale between the lowest and the highest rating seen.
 * Assumes: nothing of a scale but that its numbers stand in order; not that more is better. Cost: O(sources x ratings x days).
 * Refuses: all, where a reading began before ratings were counted; an average of fewer than 30, of one and the same rating, of
 * codes, or of fractions. Null where nobody rated anything. See docs/method/ratings.md.
 */
export function sumRatings(tally: Tally, toSum: ToSum): Known<Ratings> | null {
  const { ratings, contacts } = tally.counts
  if (ratings.contacts !== contacts)
    return cannotSay('the records were read before ratings were counted; read any file again')
  const sources = Object.entries(ratings.sources).sort(([one], [other]) => compareText(one, other))
  const uneven = sources.reduce((sum, [, source]) => sum + source.uneven, 0)
  const scales = sources.flatMap(([source, given]) =>
    toScale(source, given, { ...toSum, until: tally.lastAt }),
  )
  const rated = uneven + scales.reduce((sum, scale) => sum + scale.contacts, 0)
  if (rated + ratings.alone === 0) return null
  const surveys = sumSurveys(tally)
  if (rated === 0 && isKnown(surveys) && countAnswers(surveys) === ratings.alone) return null
  const share = wilson(rated, contacts)
  if (rated === 0 || share === null)
    return cannotSay(`no rating names a case that a customer came with; there are ${ratings.alone}`)
  return { rated: share, alone: ratings.alone, uneven, scales: scales.sort(byContacts) }
}

/**
 * Says what surveys gave whose answers name no case, source by source: nothing tells which contact they are about.
 * Assumes and refuses what sumRatings does. Refuses all, where a reading began before they were kept apart.
 */
export function sumSurveys({ counts }: Tally): Known<readonly SurveyScale[]> {
  const { surveys, heard, alone } = counts.ratings
  if (heard !== counts.interactions) {
    const reason = 'the records were read before answers to surveys were kept apart; read any file again'
    return alone === 0 ? [] : cannotSay(reason)
  }
  return Object.entries(surveys)
    .flatMap(([source, { values, uneven }]) => {
      const given = Object.entries(values)
        .map(([value, count]) => ({ value: Number(value), count }))
        .sort((one, other) => one.value - other.value)
      const scale = scaleOf(given)
      if (scale === null) return []
      const bars = given.map(({ value, count }) => ({ rating: value, answers: count }))
      const average = averageOf(given, scale, uneven)
      return [{ source, ...scale, answers: total(given), uneven, average, values: fewEnough(bars) }]
    })
    .sort((one, other) => other.answers - one.answers || compareText(one.source, other.source))
}

/** All that were given, also what is no step of a scale. */
export function countAnswers(surveys: readonly Pick<SurveyScale, 'answers' | 'uneven'>[]): number {
  return surveys.reduce((sum, { answers, uneven }) => sum + answers + uneven, 0)
}

/** The average rating of a cause's contacts, source by source, each on the whole source's scale. */
export function sumRatingsOfCause(
  tally: Tally,
  cause: string,
): readonly Pick<SourceScale, 'source' | 'contacts' | 'lowest' | 'highest' | 'average'>[] {
  const { ratings, contacts } = tally.counts
  if (ratings.contacts !== contacts) return []
  return Object.entries(ratings.causes[cause] ?? {})
    .flatMap(([source, counts]) => {
      const given = ratings.sources[source]
      const scale = given && scaleOf(countsOf(given.values))
      if (!scale) return []
      const own = Object.entries(counts).map(([value, count]) => ({ value: Number(value), count }))
      return [{ source, ...scale, contacts: total(own), average: averageOf(own, scale, given.uneven) }]
    })
    .sort(byContacts)
}

function byContacts(
  one: { readonly contacts: number; readonly source: string },
  other: { readonly contacts: number; readonly source: string },
): number {
  return other.contacts - one.contacts || compareText(one.source, other.source)
}

type Following = ToSum & { readonly until: Instant | null }

function toScale(source: string, { values, uneven }: SourceRatings, following: Following): SourceScale[] {
  const counts = countsOf(values)
  const scale = scaleOf(counts)
  if (scale === null) return []
  const groupOf = (own: readonly ValueCount[]): Rated => ({
    ...(scaleOf(own) ?? scale),
    contacts: total(own),
    returned: returnedOf(own, { source, values }, following),
  })
  return [
    {
      source,
      ...scale,
      contacts: total(counts),
      average: averageOf(counts, scale, uneven),
      values: fewEnough(counts.map((one) => groupOf([one]))),
      halves: halvesOf(counts, scale, groupOf),
    },
  ]
}

function fewEnough<Bar>(bars: readonly Bar[]): Known<readonly Bar[]> {
  return bars.length > mostValues
    ? cannotSay(`there are ${bars.length} different ratings, too many for a bar each`)
    : bars
}

/** The middle of the scale belongs to neither half. */
function halvesOf(
  counts: readonly ValueCount[],
  scale: Scale,
  groupOf: (own: readonly ValueCount[]) => Rated,
): SourceScale['halves'] {
  const reason = whyNoDistances(scale)
  if (reason !== null) return reason
  const middle = (scale.lowest + scale.highest) / 2
  return {
    lower: groupOf(counts.filter(({ value }) => value < middle)),
    higher: groupOf(counts.filter(({ value }) => value > middle)),
  }
}

function returnedOf(
  own: readonly ValueCount[],
  { source, values }: Pick<SourceRatings, 'values'> & { readonly source: string },
  { edge, until, notFollowed }: Following,
): Known<Share> {
  if (notFollowed !== null || until === null) return notFollowed ?? cannotSay('the records carry no times')
  const days = own
    .map(({ value }) => values[String(value)]?.followed ?? {})
    .reduce((left, right) => sumTrees(left, right), bareTree<RatedCounts['followed']>())
  const isOwn = (one: RatedEdge) => one.source === source && own.some(({ value }) => value === one.rating)
  const [returned] = sumReturns(days, {
    windowsDays: [ratedWindowDays],
    periodEnd: until,
    edge: edge.filter(isOwn),
  })
  return returned === undefined || returned.contacts === 0
    ? cannotSay('none of these contacts has a known customer')
    : returned.share
}

function averageOf(counts: readonly ValueCount[], scale: Scale, uneven: number): Known<Mean> {
  if (uneven > 0) return cannotSay('some ratings are fractions, as means of several answers are')
  const reason = whyNoDistances(scale)
  if (reason !== null) return reason
  const n = total(counts)
  if (n < leastForAverage)
    return cannotSay(
      `${n === 1 ? 'only one rating was' : `only ${n} ratings were`} given; an average takes ${leastForAverage}`,
    )
  return estimateMean(counts, scale) ?? cannotSay('nobody rated any of these')
}

/** Where numbers only name answers, as in a help desk that writes -103 to 103, what lies between them means nothing. */
function whyNoDistances({ lowest, highest }: Scale): CannotSay | null {
  if (lowest === highest) return cannotSay(`all gave ${lowest}, which shows no scale`)
  return lowest < 0 || highest > 100
    ? cannotSay('ratings below 0 or above 100 may be codes for answers, of which there is no middle')
    : null
}

function countsOf(values: SourceRatings['values']): readonly ValueCount[] {
  return Object.entries(values)
    .map(([value, { contacts }]) => ({ value: Number(value), count: contacts }))
    .sort((one, other) => one.value - other.value)
}

function scaleOf(counts: readonly ValueCount[]): Scale | null {
  if (counts.length === 0) return null
  const all = counts.map(({ value }) => value)
  return { lowest: Math.min(...all), highest: Math.max(...all) }
}

function total(counts: readonly ValueCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}
