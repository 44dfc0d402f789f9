import type { MappedField } from '../../core/interactions/mapping.ts'
import { commentText } from '../cut/comment-columns.ts'
import { findNumberBehind, fitRating, isRatedBeside, isRatedInWords } from '../ratings/fit-rating.ts'
import { aboutCompany, asks, fieldNames, ownNotes, scoreName } from './names.ts'
import { isCode, isListed, isListOfIds, isUnique, type Profile, shareOf } from './profile.ts'
import { isSideColumn, tellsBySpecialWords } from './sides.ts'

export type Choice = { readonly column: Profile; readonly because: string }
export type Choices = ReadonlyMap<MappedField, Choice>

type NamedField = keyof typeof fieldNames

/** How well the values of a column fit a field, 0 (not at all) to 1, and what was seen. */
type Fit = { readonly fit: number; readonly seen: string }

/**
 * Gives each field its best column, by name and by values, the surest first; a column feeds one field only. Only the
 * case number may also tell rows apart.
 */
export function chooseFields(
  profiles: readonly Profile[],
  notUnique: ReadonlySet<string>,
): Map<MappedField, Choice> {
  const inWords = new Set(profiles.filter(isRatedInWords))
  const candidates = order.flatMap((field) =>
    profiles
      .filter((column) => field === 'rating' || !inWords.has(column))
      .filter((column) => column.values.length > 0 && !(field === 'externalId' && notUnique.has(column.name)))
      .filter((column) => !(field === 'account' && isComplainedOf(column, profiles)))
      .filter((column) => !(field === 'rating' && isRatedBeside(column, profiles)))
      .map((column) => ({ field, column, ...judge(field, column) })),
  )
  const isNested = candidates.some(
    ({ field, column, score }) => field === 'text' && isListed(column) && score >= 2,
  )
  const ranked = candidates
    .filter(({ field, column }) => !(isOfMessage.has(field) && isNested && !isListed(column)))
    .filter(({ field, column }) => !(namedBetter.has(field) && isNamedBeside(column, profiles)))
    .filter(({ score }) => score >= 2)
    .sort((left, right) => right.score - left.score || left.column.at - right.column.at)
  const choices = new Map<MappedField, Choice>()
  const used = new Set<Profile>()
  for (const { field, column, because } of ranked) {
    if (choices.has(field) || used.has(column)) continue
    choices.set(field, { column, because })
    used.add(column)
  }
  const number = findNumberBehind(choices.get('rating')?.column, profiles)
  if (number && !used.has(number.column)) choices.set('rating', number)
  return choices
}

/** What each message says of itself where a record holds several. */
const isOfMessage: ReadonlySet<MappedField> = new Set(['text', 'from'])

/** What people call by name: beside a name, the id says less. */
const namedBetter: ReadonlySet<MappedField> = new Set(['channel', 'team', 'agent', 'category'])

function isNamedBeside({ words }: Profile, profiles: readonly Profile[]): boolean {
  const name = words.replace(/ (id|code)$/, ' name')
  return name !== words && profiles.some((one) => one.words === name && one.values.length > 0)
}

const order: readonly NamedField[] = [
  'from',
  'case',
  'inReplyTo',
  'externalId',
  'email',
  'phone',
  'account',
  'name',
  'text',
  'team',
  'agent',
  'channel',
  'category',
  'rating',
  'duration',
]

/** Gives a field its column and takes it from any other. */
export function assign(choices: Map<MappedField, Choice>, field: MappedField, choice: Choice): void {
  for (const [other, { column }] of choices) if (column === choice.column) choices.delete(other)
  choices.set(field, choice)
}

/** Columns that feed a field already. */
export function takenBy(choices: Choices): ReadonlySet<Profile> {
  return new Set([...choices.values()].map(({ column }) => column))
}

/** Whether its values are e-mail addresses or telephone numbers. */
export function holdsAddresses(column: Profile): boolean {
  return fits.email(column).fit === 1 || fits.phone(column).fit === 1
}

/** The reader itself made the column. */
const surely = 100

function judge(field: NamedField, column: Profile): { score: number; because: string } {
  if (field === 'text' && column.name === commentText)
    return { score: surely, because: 'it holds the comments' }
  const patterns = fieldNames[field]
  const named = Math.max(scoreName(column.words, patterns), scoreName(column.lastWords, patterns) * 0.7)
  if (named === 0) return { score: 0, because: '' }
  const { fit, seen } = fits[field](column)
  const filled = 0.2 + 0.8 * (column.values.length / Math.max(1, column.rows))
  return { score: named * fit * filled, because: `the name "${column.name}" says so and ${seen}` }
}

/** An id that comes twice now and then is an id with mistakes; one that comes twice often names something larger. */
const nearlyUnique = 0.9

const fits: Readonly<Record<NamedField, (column: Profile) => Fit>> = {
  externalId: (column) => {
    if (isUnique(column)) return { fit: 1, seen: 'no value comes twice' }
    const isNearly =
      column.values.length === column.rows && column.distinct.size >= column.rows * nearlyUnique
    return isNearly
      ? {
          fit: 0.9,
          seen: 'few values come twice; a row that says something else under a known id is set aside',
        }
      : { fit: 0, seen: 'values come twice' }
  },
  case: (column) => {
    if (column.meanWords > 3 || column.values.length < column.rows * 0.5 || sortsCases(column))
      return { fit: 0, seen: 'it names no case' }
    // Some call a message a thread, and what holds them all a ticket.
    const fit = /^thread\b/.test(column.words) && isUnique(column) ? 0.9 : 1
    return { fit, seen: `${column.distinct.size} values in ${column.rows} rows` }
  },
  inReplyTo: (column) => ({
    fit: column.meanWords <= 1.2 ? 1 : 0,
    seen: 'its values are ids of other rows',
  }),
  account: (column) => {
    if (aboutCompany.test(column.words)) return { fit: 0, seen: 'it is about the company' }
    // A customer's number may begin with a nought, as telephone numbers do.
    const isNumbered =
      scoreName(column.words, fieldNames.account) >= 9.5 &&
      !/\bcaller\b/.test(column.words) &&
      shareOf(column.values, (value) => /^\d+$/.test(value)) > 0.9
    if (column.emails > 0.5 || (column.phones > 0.8 && !isNumbered))
      return { fit: 0.3, seen: 'its values are addresses' }
    const isList = shareOf(column.values, isListOfIds) > 0.5
    if (column.distinct.size < 2 || column.meanWords > 6 || isSideColumn(column) || isList)
      return { fit: 0, seen: 'it names nobody' }
    return { fit: 1, seen: `it names ${column.distinct.size} different ones` }
  },
  email: (column) => {
    if (aboutCompany.test(column.words)) return { fit: 0, seen: 'it is about the company' }
    return { fit: column.emails > 0.4 ? 1 : 0, seen: 'its values are e-mail addresses' }
  },
  phone: (column) => {
    if (aboutCompany.test(column.words)) return { fit: 0, seen: 'it is about the company' }
    const digits = shareOf(column.values, (value) => /^(tel:)?\+?[\d ()./-]{6,20}$/i.test(value))
    return { fit: digits > 0.8 ? 1 : 0, seen: 'its values are phone numbers' }
  },
  name: (column) => ({
    fit:
      !aboutCompany.test(column.words) &&
      column.numbers < 0.1 &&
      column.meanWords < 5 &&
      shareOf(column.values, isCode) < 0.5
        ? 1
        : 0,
    seen: 'its values are names',
  }),
  from: (column) =>
    isSideColumn(column) &&
    (column.words !== 'type' || tellsBySpecialWords(column)) &&
    (isListed(column) || column.values.length >= column.rows * leastTold)
      ? { fit: 1, seen: `its values tell the sides apart (${sample(column)})` }
      : { fit: 0, seen: 'its values tell no sides apart' },
  kind: () => ({ fit: 0, seen: 'kinds are chosen apart' }),
  channel: (column) =>
    isSideColumn(column) ? { fit: 0, seen: 'it tells the sides apart' } : channels(column),
  team: (column) =>
    asks.test(column.words)
      ? { fit: 0, seen: 'it asks' }
      : fewValues(column, Math.max(50, column.values.length / 2)),
  agent: (column) => ({
    fit:
      column.meanWords <= 4 &&
      column.meanLength <= 60 &&
      !isSideColumn(column) &&
      !isType.test(column.lastWords) &&
      ![...column.distinct.keys()].every((value) => /^(true|false)$/i.test(value))
        ? 1
        : 0,
    seen: `it names ${column.distinct.size} different ones`,
  }),
  text: (column) => {
    if (ownNotes.test(column.lastWords)) return { fit: 0, seen: 'our own people wrote it for themselves' }
    if (column.meanWords < 2.5 || column.numbers > 0.5 || isTicked(column) || isFixed(column))
      return { fit: 0, seen: 'its values are no sentences' }
    return {
      fit: Math.min(1, 0.5 + column.meanWords / 20),
      seen: `its values are ${Math.round(column.meanWords)} words long on average`,
    }
  },
  category: (column) => {
    const isOfMessages = isType.test(column.lastWords) && isListed(column)
    if (
      isOfMessages ||
      tellsBySpecialWords(column) ||
      asks.test(column.words) ||
      /\bstatus\b/.test(column.words)
    )
      return { fit: 0, seen: 'it sorts no reasons' }
    const isOne = column.distinct.size === 1 && column.values.length >= tellingRows
    if (isOne) return { fit: 0, seen: 'it says the same of every row' }
    if (shareOf(column.values, (value) => /^[A-Z][A-Z0-9]*-\d+$/.test(value)) > 0.5)
      return { fit: 0, seen: 'its values are keys' }
    return fewValues(column, Math.max(40, Math.min(300, column.values.length / 4)))
  },
  rating: fitRating,
  duration: (column) => {
    const read = shareOf(column.values, (value) =>
      /^\d+([.,]\d+)?$|^(\d+:)?\d{1,2}:\d{1,2}(\.\d+)?$/.test(value),
    )
    return { fit: read > 0.9 ? 1 : 0, seen: 'its values are lengths of time' }
  },
}

/** What describes an event comes from a list, too. */
function isFixed({ lastWords, distinct, values }: Profile): boolean {
  return (
    /\b(description|details)$/.test(lastWords) && values.length >= 60 && distinct.size < values.length / 10
  )
}

/** Answers to a question that are chosen from a list. */
function isTicked(column: Profile): boolean {
  return asks.test(column.words) && column.distinct.size <= column.values.length * 0.3
}

/** Where most rows say nothing, as where only calls have a direction, the column tells nothing of the others. */
const leastTold = 0.4

/** From how many rows on a column with one value is seen to sort nothing. */
const tellingRows = 20

/** "Issue" may name a case by its number, or say what it is about in words that come again and again. */
function sortsCases({ words, values, distinct }: Profile): boolean {
  const isAgain = distinct.size * 10 <= values.length && values.length >= tellingRows
  const holdsNumber = (value: string) => /\d/.test(value)
  return (
    isAgain &&
    /^(issue|problem|request|inquiry|enquiry)$/.test(words) &&
    shareOf([...distinct.keys()], holdsNumber) < 0.2
  )
}

/** Where complaints are listed, the company is the one that is complained of. */
function isComplainedOf({ words }: Profile, profiles: readonly Profile[]): boolean {
  return (
    /^(company|organi[sz]ation)( name)?$/.test(words) &&
    profiles.some((one) => /\bcomplaint\b/.test(one.words))
  )
}

/** What something is, or how many, not who. */
const isType = /\b(type|kind|attempts|count|user agent)$/

const channelWords =
  /phone|call|voice|mail|chat|web|portal|self|form|sms|text|whatsapp|messenger|facebook|twitter|instagram|social|app|api|branch|store|desk|visit|walk|letter|post|fax|internet|ivr|messag|online|telefon|teléfono|téléphone|brief|courrier/i

function channels(column: Profile): Fit {
  const seen = [...column.distinct.keys()]
  if (
    !/\b(channel|kanal|canal|via|contact)\b/.test(column.words) &&
    !seen.some((value) => channelWords.test(value))
  ) {
    return { fit: 0, seen: 'its values are no channels' }
  }
  return fewValues(column, 40)
}

function fewValues(column: Profile, most: number): Fit {
  const isLong = column.meanWords > 8 || column.distinct.size > most
  const isCount = column.numbers > 0.9 && column.distinct.size > 20
  return { fit: isLong || isCount ? 0 : 1, seen: `it has ${sayCount(column)}` }
}

function sample(column: Profile): string {
  return [...column.distinct.keys()].slice(0, 4).join(', ')
}

function sayCount({ distinct }: Profile): string {
  return distinct.size === 1 ? 'one value only' : `${distinct.size} different values`
}
