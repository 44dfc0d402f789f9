import { hash } from 'node:crypto'
import type { InteractionKind } from '../../core/interactions/interaction.ts'
import type {
  DurationUnit,
  MappedField,
  Mapping,
  MappingQuestion,
  MappingReason,
} from '../../core/interactions/mapping.ts'
import { type Choice, chooseFields, reasonOf } from './choose-fields.ts'
import { chooseOpening, chooseTime, readAllTimes } from './choose-times.ts'
import { findMissing } from './missing.ts'
import { bookkeeping } from './names.ts'
import { isUnique, type Profile, profileColumns } from './profile.ts'
import { customerValuesOf } from './sides.ts'

const mostAttributes = 60

export type GuessedMapping = {
  readonly mapping: Mapping
  readonly reasons: MappingReason[]
  readonly questions: MappingQuestion[]
}

/** Guesses what the columns of a table mean from their names and from sampled rows, with a reason for each. */
export function guessMapping(
  fileName: string,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): GuessedMapping {
  const missing = findMissing(rows)
  const profiles = profileColumns(names, rows, new Set(missing))
  const readings = readAllTimes(profiles)
  const timed = new Set(readings.filter(({ share }) => share > 0.8).map(({ column }) => column))
  const choices = chooseFields(profiles, timed)
  const caseOf = choices.get('case')?.column ?? null
  const time = chooseTime(profiles, readings, caseOf)
  const opened = time ? chooseOpening(readings, time.reading, caseOf) : null
  for (const [field, { column }] of choices) {
    if (column === time?.clock || column === time?.reading.column) choices.delete(field)
  }
  if (caseOf && !choices.has('externalId') && isUnique(caseOf)) {
    choices.set('externalId', { column: caseOf, because: `every row has its own "${caseOf.name}"` })
  }

  const columns: Partial<Record<MappedField, string[]>> = {}
  const reasons: MappingReason[] = []
  for (const [field, choice] of choices) {
    columns[field] = [choice.column.name]
    reasons.push(reasonOf(field, choice))
  }
  if (time) {
    columns.time = [time.reading.column.name, ...(time.clock ? [time.clock.name] : [])]
    reasons.push({ field: 'time', columns: columns.time, because: time.because })
  }
  if (opened) {
    columns.openedAt = [opened.column.name]
    reasons.push({
      field: 'openedAt',
      columns: columns.openedAt,
      because: 'it stays the same while a case goes on',
    })
  }
  const used = new Set(Object.values(columns).flat())
  const kind = guessKind(choices, caseOf)
  const from = choices.get('from')?.column
  const mapping: Mapping = {
    version: 1,
    source: sourceName(fileName, names),
    columns,
    attributes: attributesOf(profiles, used),
    timeFormat: time?.reading.format ?? 'iso',
    timeZone: 'UTC',
    missing,
    customerValues: from ? customerValuesOf(from) : [],
    kind,
    kindValues: {},
    durationUnit: guessUnit(choices.get('duration')?.column),
  }
  return { mapping, reasons, questions: [] }
}

function guessKind(choices: ReadonlyMap<MappedField, Choice>, caseOf: Profile | null): InteractionKind {
  const names = [...choices.values()].map(({ column }) => column.words).join(' ')
  if (choices.has('text')) return 'message'
  if (choices.has('duration') || /\bcall (id|number)\b/.test(names)) return 'call'
  return caseOf ? 'event' : choices.has('rating') ? 'survey' : 'event'
}

function guessUnit(column: Profile | undefined): DurationUnit {
  if (!column) return 'seconds'
  if (column.values.some((value) => value.includes(':'))) return 'clock'
  const named =
    /\b(milliseconds|ms|seconds|secs?|minutes|mins?|hours|hrs?|days)\b/.exec(column.words)?.[0] ?? ''
  if (/^ms|^milli/.test(named)) return 'milliseconds'
  if (/^min/.test(named)) return 'minutes'
  if (/^h/.test(named)) return 'hours'
  if (/^d/.test(named)) return 'days'
  const numbers = column.values.map(Number)
  return numbers.some((value) => value % 1 !== 0) && numbers.every((value) => value < 1) ? 'days' : 'seconds'
}

/** Every other column, those empty so far too: a value may come late. Of too many, the ones with values stay. */
function attributesOf(profiles: readonly Profile[], used: ReadonlySet<string>): string[] {
  const unused = profiles.filter(({ name, words }) => !used.has(name) && !bookkeeping.test(words))
  const filled = [...unused].sort(
    (left, right) => Math.sign(right.values.length) - Math.sign(left.values.length),
  )
  const kept = new Set(filled.slice(0, mostAttributes))
  return unused.filter((profile) => kept.has(profile)).map(({ name }) => name)
}

/** The same for every export of one table: the file's name without dates and endings, and a trace of its columns. */
export function sourceName(fileName: string, columns: readonly string[]): string {
  const bare = fileName.toLowerCase().replace(/(\.(csv|tsv|txt|json|jsonl|ndjson|xes|xlsx|gz|zip))+$/, '')
  const undated = bare.replace(/\d+/g, ' ')
  const slug = undated.replace(/[^\p{L}]+/gu, '-').replace(/^-+|-+$/g, '') || 'source'
  return `${slug}-${hash('sha256', [...columns].sort().join('\u001f')).slice(0, 6)}`
}
