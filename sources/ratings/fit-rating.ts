import { fieldNames, scoreName } from '../guess/names.ts'
import type { Profile } from '../guess/profile.ts'
import { parseRating } from '../mapping/parse-rating.ts'
import { findLabels, findScale, shareOfNumbers } from './find-scale.ts'

/** How well the values of a column are ratings, in numbers or in words. */
export function fitRating(column: Profile): { readonly fit: number; readonly seen: string } {
  if (isInNumbers(column)) return { fit: 1, seen: `its values are numbers on a scale (${sample(column)})` }
  const scale = findScale(column)
  return scale === null ? { fit: 0, seen: 'its values are no scale' } : { fit: 1, seen: scale.seen }
}

/** Whether a column holds words of a scale and is called a rating: it is nothing else. */
export function isRatedInWords(column: Profile): boolean {
  return isCalledRating(column) && !isInNumbers(column) && findScale(column) !== null
}

/** Groups made of a number say less than the number beside them. */
export function isRatedBeside(column: Profile, profiles: readonly Profile[]): boolean {
  return (
    isRatedInWords(column) &&
    profiles.some((one) => one !== column && one.values.length > 0 && isCalledRating(one) && isInNumbers(one))
  )
}

/** The numbers that groups are made of, where only the groups say what they are: `Q1` beside `Q1_NPS_GROUP`. */
export function findNumberBehind(groups: Profile | undefined, profiles: readonly Profile[]) {
  const name = /^(.+?) (nps )?(group|segment|category)$/.exec(groups?.words ?? '')?.[1]
  const column = profiles.find((one) => one.words === name && isInNumbers(one))
  return column === undefined ? null : { column, because: `"${groups?.name}" groups its numbers` }
}

/** What the words of the chosen column mean; nothing where it holds plain numbers. */
export function ratingValuesOf(column: Profile | undefined): Readonly<Record<string, number>> | null {
  if (column === undefined) return null
  const values = isInNumbers(column) ? findLabels(column) : (findScale(column)?.ratingValues ?? {})
  return Object.keys(values).length === 0 ? null : values
}

/** A bare score may be of anything. */
const surelyRating = 6

function isCalledRating({ words, lastWords }: Profile): boolean {
  return (
    Math.max(scoreName(words, fieldNames.rating), scoreName(lastWords, fieldNames.rating)) >= surelyRating
  )
}

function isInNumbers(column: Profile): boolean {
  if (column.distinct.size > 101 || shareOfNumbers(column) <= 0.9) return false
  return [...column.distinct.keys()]
    .map(parseRating)
    .every((value) => Number.isNaN(value) || (value >= -100 && value <= 100))
}

function sample({ distinct }: Profile): string {
  return [...distinct.keys()].slice(0, 4).join(', ')
}
