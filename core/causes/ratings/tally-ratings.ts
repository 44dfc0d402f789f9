import type { Interaction } from '../../interactions/interaction.ts'
import { addFollowed, type FollowedDays } from '../../issues/count-returns.ts'
import { isRatingOf } from '../../issues/rating-of.ts'
import { bareTree, increase, placeIn } from '../../stats/sum-trees.ts'
import type { CustomerRecord, ReadContact } from '../read-customer.ts'

/** Contacts with one rating, and when those of known customers were followed by another. */
export type RatedCounts = { contacts: number; followed: FollowedDays }

/** What one source's customers gave: rating > contacts. Those that are no answer on a scale are counted apart. */
export type SourceRatings = { values: Record<string, RatedCounts>; uneven: number }

/** What answers to one source's surveys gave that name no case: rating > answers. */
export type SurveyCounts = { values: Record<string, number>; uneven: number }

export type RatingCounts = {
  /** Contacts that were looked at: all, but in a reading that an earlier version began. */
  contacts: number
  /** Ratings of interactions that belong to no contact. */
  alone: number
  /** Interactions among which surveys were looked for: all, but in a reading that an earlier version began. */
  heard: number
  /** Ratings in answers to surveys without a case, by source: a part of those alone. */
  surveys: Record<string, SurveyCounts>
  sources: Record<string, SourceRatings>
  /** cause > source > rating > contacts. */
  causes: Record<string, Record<string, Record<string, number>>>
}

/** As much of a customer's reading as tells what they rated. */
type RatedReading = {
  readonly record: CustomerRecord
  readonly contacts: readonly Pick<
    ReadContact,
    'at' | 'opener' | 'interactions' | 'rating' | 'cause' | 'minutesToNext'
  >[]
}

/** Within so many days a contact that follows is held against the rating. */
export const ratedWindowDays = 7

export function emptyRatings(): RatingCounts {
  return { contacts: 0, alone: 0, heard: 0, surveys: bareTree(), sources: bareTree(), causes: bareTree() }
}

/** Adds what one customer gave; each source is kept apart, because nothing says that two mean the same by a number. */
export function addRatings(counts: RatingCounts, { record, contacts }: RatedReading): void {
  counts.alone += record.interactions.filter(({ rating }) => rating !== null).length
  counts.heard += record.interactions.length
  for (const one of record.interactions) if (isSurveyAlone(one)) addSurvey(counts.surveys, one)
  for (const contact of contacts) {
    const { rating, opener, cause, at, minutesToNext } = contact
    counts.contacts += 1
    if (rating === null) continue
    counts.alone -= contact.interactions.filter((one) => isRatingOf(contact, one)).length
    const source = placeIn(
      counts.sources,
      opener.source,
      (): SourceRatings => ({ values: bareTree(), uneven: 0 }),
    )
    if (!isAnswer(rating)) {
      source.uneven += 1
      continue
    }
    const rated = placeIn(
      source.values,
      String(rating),
      (): RatedCounts => ({ contacts: 0, followed: bareTree() }),
    )
    rated.contacts += 1
    if (record.isKnown && at !== null)
      addFollowed(rated.followed, { at, minutesToFollower: minutesToNext }, [ratedWindowDays])
    if (cause === null) continue
    const ofCause = placeIn(counts.causes, cause, bareTree<Record<string, Record<string, number>>>)
    increase(placeIn(ofCause, opener.source, bareTree<Record<string, number>>), String(rating))
  }
}

/** It opens no contact and belongs to none. */
function isSurveyAlone({ kind, caseId }: Interaction): boolean {
  return kind === 'survey' && caseId === null
}

function addSurvey(surveys: RatingCounts['surveys'], { source, rating }: Interaction): void {
  if (rating === null) return
  const survey = placeIn(surveys, source, (): SurveyCounts => ({ values: bareTree(), uneven: 0 }))
  if (isAnswer(rating)) increase(survey.values, String(rating))
  else survey.uneven += 1
}

/** What one can tick: whole and half steps. Anything else is a mean of answers or a measure, of which there is no end. */
function isAnswer(rating: number): boolean {
  return Number.isInteger(rating * 2) && Math.abs(rating) <= 200
}
