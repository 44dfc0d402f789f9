import type {
  RatedJson,
  RatingNames,
  RatingsJson,
  ScaleJson,
  SurveysJson,
} from '../../../contract/ratings.ts'
import { type CannotSay, isKnown } from '../../../core/base/cannot-say.ts'
import { countAnswers } from '../../../core/causes/ratings/sum-ratings.ts'
import { paths } from '../../paths.ts'
import { formatCount, formatShare, formatShareRange, plural } from '../../ui/format.ts'
import type { ViewOf } from '../../views.ts'
import { nameRating } from './name-rating.ts'

export type KnownRatings = Exclude<RatingsJson, CannotSay | null>
export type KnownSurveys = Exclude<SurveysJson, CannotSay>

/** Who is heard in ratings: only those who answered. */
export function sayRated({ rated, scales }: KnownRatings): string {
  const { value, low, high, n } = rated
  const apart = sayApart(scales.length)
  return `${formatShare(value)} of ${formatCount(n)} contacts were rated (${formatShareRange(low, high)}). What the others think is not known.${apart}`
}

function sayApart(sources: number): string {
  return sources > 1 ? ' Each source by itself: nothing says that they asked the same.' : ''
}

type Bounds = Pick<RatedJson, 'lowest' | 'highest'>

export function formatAverage(value: number): string {
  return value.toFixed(2)
}

/** Behind an average: on what it stands, and how sure it is. */
export function sayInterval(
  { source, lowest, highest }: Bounds & Pick<ScaleJson, 'source'>,
  { low, high, n }: Exclude<ScaleJson['average'], CannotSay>,
  names: RatingNames,
) {
  const [from, to] = [lowest, highest].map((rating) => nameRating(names, source, rating))
  return `between ${from} and ${to} as given (${formatAverage(low)} to ${formatAverage(high)}, of ${plural(n, 'rating')})`
}

/** `4`, or `4 to 5`, each with its word. */
export function sayRating(
  { lowest, highest }: Bounds,
  names: RatingNames,
  source: string | undefined,
): string {
  const from = nameRating(names, source, lowest)
  return lowest === highest ? from : `${from} to ${nameRating(names, source, highest)}`
}

/** As a link to a list has it: `4`, or `4..5`; named where the list is of one source. */
export function sayRange(range: string, names: RatingNames, source: string | undefined): string {
  const [lowest = 0, highest = lowest] = range.split('..').map(Number)
  return sayRating({ lowest, highest }, names, source)
}

export type HrefTo = (group: Bounds, view?: object) => string

/** Opens the contacts of some ratings; the source is named where several rate, each on a scale of its own. */
export function hrefsOf(workspace: string, ratings: KnownRatings, { source }: ScaleJson): HrefTo {
  const own = ratings.scales.length > 1 ? { source } : {}
  return (group, view = {}) => paths.contacts(workspace, { rating: toRange(group), ...own, ...view })
}

/** As the address of the list of contacts has it. */
export function toRange({ lowest, highest }: Bounds): string {
  return lowest === highest ? String(lowest) : `${lowest}..${highest}`
}

/** Who is heard in surveys, and what they can't tell. */
export function saySurveys(surveys: KnownSurveys): string {
  const total = countAnswers(surveys)
  const apart = sayApart(surveys.length)
  return `${plural(total, 'answer')} ${total === 1 ? 'names' : 'name'} no case, so nothing tells which contact ${total === 1 ? 'it is' : 'they are'} about. What those think who did not answer is not known.${apart}`
}

/** The title of a list of answers. */
export function saySurveyView({ rating, source }: ViewOf<'rating' | 'source'>, names: RatingNames): string {
  return rating === undefined ? 'Answers' : `Answers rated ${sayRange(rating, names, source)}`
}

/** What is told and stands in no bar. */
export function sayLeftOut({ alone, uneven }: KnownRatings, surveys: SurveysJson): string | null {
  const elsewhere = alone - (isKnown(surveys) ? countAnswers(surveys) : 0)
  const parts = [
    elsewhere === 0 ? null : `${plural(elsewhere, 'more rating')} in no contact.`,
    uneven === 0 ? null : `${plural(uneven, 'rating')} in no bar: neither whole nor half steps.`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}
