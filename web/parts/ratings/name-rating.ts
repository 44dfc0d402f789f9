import type { RatingNames } from '../../../contract/ratings.ts'

/** `5 (Very satisfied)`, or `5` where the source says no more. */
export function nameRating(names: RatingNames, source: string | undefined, rating: number): string {
  const word = source === undefined ? undefined : names[source]?.[rating]
  return word === undefined ? String(rating) : `${rating} (${word})`
}
