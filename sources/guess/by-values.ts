import type { MappedField, MappingQuestion } from '../../core/interactions/mapping.ts'
import { openingMessage } from '../formats/json-opening.ts'
import { type Choice, takenBy } from './choose-fields.ts'
import { areCallNotes } from './choose-kind.ts'
import { fieldNames, ownNotes, scoreName } from './names.ts'
import { isListed, type Profile } from './profile.ts'
import { holdsTimes, readTimes } from './times.ts'

/**
 * Finds the text where no name speaks for one: the column with the longest sentences, hardly any of them twice; and in
 * a table without a header, the id that tells rows apart and the one that several rows in a row share.
 */
export function chooseByValues(
  choices: Map<MappedField, Choice>,
  profiles: readonly Profile[],
): MappingQuestion[] {
  const isUnnamed = profiles.every(({ name }) => /^column \d+$/.test(name))
  if (choices.has('text') && !isUnnamed) return []
  const questions: MappingQuestion[] = []
  const used = takenBy(choices)
  const free = profiles.filter(
    (column) =>
      !used.has(column) &&
      column.values.length > column.rows * 0.5 &&
      !holdsTimes(readTimes(column, null)) &&
      !/\b(time|date)\b/.test(column.words) &&
      !ownNotes.test(column.lastWords) &&
      (choices.has('rating') || !areCallNotes(column, profiles)) &&
      !column.values.slice(0, 20).every(isRecordText),
  )
  const text = longest(free)
  if (!choices.has('text') && text) {
    choices.set('text', {
      column: text,
      because: `its values are sentences, ${Math.round(text.meanWords)} words on average`,
    })
    questions.push(ask('text', text, profiles))
  }
  if (!isUnnamed) return questions
  const ids = free.filter((column) => column !== text && isId(column))
  const own = ids.find((column) => column.distinct.size === column.rows)
  const inRuns = ids.filter((column) => column.distinct.size >= 3 && comesInRuns(column))
  const shared = inRuns.sort((left, right) => right.distinct.size - left.distinct.size)[0]
  if (own && !choices.has('externalId'))
    choices.set('externalId', { column: own, because: 'no value comes twice' })
  if (shared && !choices.has('case')) {
    choices.set('case', { column: shared, because: 'its ids stay the same over several rows in a row' })
    questions.push(ask('case', shared, profiles))
  }
  return questions
}

/** A list or an object that was written into a cell. */
function isRecordText(value: string): boolean {
  return /^[[{]\s*["{[]/.test(value)
}

function longest(columns: readonly Profile[]): Profile | null {
  const sentences = columns.filter(
    ({ meanWords, numbers, distinct, values, meanLength }) =>
      meanWords >= 3 && meanLength >= 12 && numbers < 0.1 && distinct.size > values.length * 0.3,
  )
  return sentences.reduce<Profile | null>(
    (best, column) => (best === null || score(column) > score(best) ? column : best),
    null,
  )
}

/** Sentences differ; codes, even long ones, are made of the same few words. */
function score(column: Profile): number {
  const words = new Set(column.values.slice(0, 500).flatMap((value) => value.toLowerCase().split(/\s+/)))
  return words.size
}

function isId(column: Profile): boolean {
  const values = column.values.slice(0, 200)
  return column.meanLength >= 4 && values.every((value) => /^[\w-]*\d[\w-]*$|^[a-z0-9]{6,}$/i.test(value))
}

function comesInRuns(column: Profile): boolean {
  let runs = 0
  column.cells.forEach((value, at) => {
    if (value !== column.cells[at - 1]) runs += 1
  })
  return (
    runs <= column.distinct.size * 1.1 && column.distinct.size < column.rows * 0.8 && column.meanLength >= 6
  )
}

function ask(field: 'text' | 'case', column: Profile, profiles: readonly Profile[]): MappingQuestion {
  const what = field === 'text' ? 'holds what was said' : 'is the conversation or ticket'
  return {
    field,
    question: `No name says which column ${what}. By its values it is "${column.name}". Is it?`,
    options: profiles.map(({ name }) => name),
    assumed: column.name,
  }
}

/** A subject and a body are one text; the subject comes first. A ticket's first message stands beside those that follow. */
export function joinTexts(text: Profile, profiles: readonly Profile[]): Profile[] {
  const opening = profiles.find(({ name }) => name === openingMessage)
  if (opening && opening !== text) return [text, opening]
  if (isSubject(text)) {
    const body = profiles.find(
      (column) => column !== text && isBody(column) && column.meanWords > text.meanWords,
    )
    return body ? [text, body] : [text]
  }
  const subject = profiles.find((column) => isSubject(column) && column.meanWords >= 2)
  const isSameList = subject && isListed(subject) === isListed(text)
  return isSameList ? [subject, text] : [text]
}

function isSubject(column: Profile): boolean {
  return /\b(subject|title|summary|short description|betreff|objet|asunto|assunto|onderwerp|korte omschrijving|oggetto|temat|titre)$/.test(
    column.lastWords,
  )
}

function isBody(column: Profile): boolean {
  return scoreName(column.lastWords, fieldNames.text) >= 8
}
