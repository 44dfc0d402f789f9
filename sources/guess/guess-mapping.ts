import type {
  MappedField,
  Mapping,
  MappingQuestion,
  MappingReason,
  TimeFormat,
} from '../../core/interactions/mapping.ts'
import { recordNumber } from '../formats/json-cells.ts'
import { chooseByValues } from './by-values.ts'
import { type Choice, chooseFields, joinTexts } from './choose-fields.ts'
import { chooseKind, findKindColumn } from './choose-kind.ts'
import { doubtTeam } from './choose-team.ts'
import { chooseTimes, type TimeChoices } from './choose-times.ts'
import { guessUnit } from './durations.ts'
import { findMissing } from './missing.ts'
import { bookkeeping, fieldNames, scoreName } from './names.ts'
import { isUnique, type Profile, profileColumns } from './profile.ts'
import { askAboutShape, askAboutSides, askAboutTimes } from './questions.ts'
import { customerValuesOf, silentAgents } from './sides.ts'
import { sourceName } from './source-name.ts'

const mostAttributes = 60

/** The rows that were looked at, and what a pass over the whole file has settled since. */
export type Sample = {
  readonly columns: readonly string[]
  /** Columns every export of this kind has. */
  readonly naming: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly settled: { readonly timeFormat: TimeFormat | null; readonly notUnique: ReadonlySet<string> }
}

export type GuessedMapping = {
  readonly mapping: Mapping
  readonly reasons: readonly MappingReason[]
  readonly questions: readonly MappingQuestion[]
  /** What the sample leaves open: a pass over the whole file may settle it. */
  readonly open: { readonly timeFormats: readonly TimeFormat[]; readonly unique: string | null }
}

/** Guesses what the columns of a table mean from their names and from sampled rows, with a reason for each. */
export function guessMapping(sample: Sample): GuessedMapping {
  const { markers, seen } = findMissing(sample.rows)
  const profiles = profileColumns(sample.columns, sample.rows, new Set(markers))
  const questions: MappingQuestion[] = []
  const kindColumn = findKindColumn(profiles)
  const choices = chooseFields(profiles, sample.settled.notUnique)
  questions.push(...chooseByValues(choices, profiles))
  preferRecordAsCase(choices, profiles)
  const caseOf = choices.get('case')?.column ?? null
  const isLog = caseOf !== null && caseOf.distinct.size < caseOf.rows * 0.95
  const times = chooseTimes(profiles, caseOf, isLog, sample.settled.timeFormat)
  for (const [field, { column }] of choices) if (times.columns.includes(column)) choices.delete(field)
  if (
    caseOf &&
    !choices.has('externalId') &&
    isUnique(caseOf) &&
    !sample.settled.notUnique.has(caseOf.name)
  ) {
    choices.set('externalId', { column: caseOf, because: `every row has its own "${caseOf.name}"` })
  }
  const id = choices.get('externalId')
  if (!caseOf && id && /^call /.test(id.column.words))
    choices.set('case', { ...id, because: 'each call is a case' })
  const team = choices.get('team')
  const doubt = team ? doubtTeam(team.column, profiles) : null
  if (doubt) {
    choices.set('team', doubt)
    if (doubt.question) questions.push(doubt.question)
  }
  if (kindColumn)
    choices.set('kind', { column: kindColumn.column, because: 'its values are kinds of interactions' })
  const kind = chooseKind(choices, profiles, isLog)
  const silent = kind.kind === 'message' && isLog ? silentAgents(choices) : null
  if (silent) choices.set('from', silent)
  const from = choices.get('from')?.column
  const columns = columnsOf(choices, times, profiles)
  questions.push(
    ...askAboutTimes(times),
    ...askAboutSides(choices, kind.kind, isLog, sample.columns),
    ...askAboutShape(choices, times, sample.columns),
  )
  const mapping: Mapping = {
    version: 1,
    source: sourceName(sample.naming),
    columns,
    attributes: attributesOf(profiles, new Set(Object.values(columns).flat())),
    timeFormat: times.format,
    timeZone: 'UTC',
    missing: markers,
    customerValues: silent ? [''] : from ? customerValuesOf(from) : [],
    kind: kind.kind,
    kindValues: kindColumn?.kindValues ?? {},
    durationUnit: guessUnit(choices.get('duration')?.column),
  }
  const idColumn = choices.get('externalId')?.column
  return {
    mapping,
    reasons: reasonsOf(choices, times, mapping, [kind.because, ...seen], profiles),
    questions,
    open: {
      timeFormats: sample.settled.timeFormat ? [] : times.open,
      unique: idColumn && isDoubtful(idColumn, sample) ? idColumn.name : null,
    },
  }
}

/** In a list of conversations each record is a case: by an id of its own if it has one, else by its number. */
function preferRecordAsCase(choices: Map<MappedField, Choice>, profiles: readonly Profile[]): void {
  const record = profiles.find(({ name }) => name === recordNumber)
  if (!record) return
  const chosen = choices.get('case')?.column
  if (chosen && isOneToOne(chosen, record)) return
  const own = profiles.find(
    (column) => !column.name.includes('[].') && ownId.test(column.words) && isOneToOne(column, record),
  )
  const shared = chosen
    ? `several records share one "${chosen.name}", so`
    : 'each record holds one conversation:'
  const because = own
    ? `every record has its own "${own.name}"`
    : `${shared} each record is a case of its own`
  choices.set('case', { column: own ?? record, because })
  if (own && choices.get('externalId')?.column === own) choices.delete('externalId')
}

/** A message id tells rows apart by what it is; a ticket's may only seem to, until a ticket has a second row. */
function isDoubtful(column: Profile, sample: Sample): boolean {
  return !sample.settled.notUnique.has(column.name) && scoreName(column.words, fieldNames.externalId) < 10
}

const ownId = /^(id|key|number|uuid|guid|ticket|conversation|display id|external id)$/

function isOneToOne(column: Profile, record: Profile): boolean {
  if (column.distinct.size !== record.distinct.size) return false
  return (
    new Set(record.cells.map((value, at) => `${value}\u001f${column.cells[at]}`)).size ===
    record.distinct.size
  )
}

function columnsOf(
  choices: ReadonlyMap<MappedField, Choice>,
  times: TimeChoices,
  profiles: readonly Profile[],
) {
  const columns: Partial<Record<MappedField, string[]>> = {}
  for (const [field, { column }] of choices) columns[field] = [column.name]
  const text = choices.get('text')
  if (text) columns.text = joinTexts(text.column, profiles).map(({ name }) => name)
  if (times.time) {
    columns.time = [times.time.column.name, ...(times.clock ? [times.clock.name] : [])]
  }
  if (times.opening) columns.openedAt = [times.opening.column.name]
  return columns
}

/** Every other column, those empty so far too: a value may come late. Of too many, the ones with values stay. */
function attributesOf(profiles: readonly Profile[], used: ReadonlySet<string>): string[] {
  const unused = profiles.filter(
    ({ name, words }) => !used.has(name) && name !== recordNumber && !bookkeeping.test(words),
  )
  const filled = [...unused].sort((left, right) => right.values.length - left.values.length)
  const kept = new Set(filled.slice(0, mostAttributes))
  return unused.filter((profile) => kept.has(profile)).map(({ name }) => name)
}

function reasonsOf(
  choices: ReadonlyMap<MappedField, Choice>,
  times: TimeChoices,
  mapping: Mapping,
  [kind, ...seen]: readonly string[],
  profiles: readonly Profile[],
): MappingReason[] {
  const reasons: MappingReason[] = [...choices].map(([field, { column, because }]) => ({
    field,
    columns: mapping.columns[field] ?? [column.name],
    because,
  }))
  reasons.push(...times.reasons)
  reasons.push({ field: 'kind', columns: [], because: `${mapping.kind}: ${kind}` })
  if (seen.length > 0) {
    const shown = seen.map((marker) => `"${marker}"`).join(', ')
    reasons.push({ field: 'missing', columns: [], because: `${shown} stands where a column has no value` })
  }
  const used = new Set([...Object.values(mapping.columns).flat(), ...mapping.attributes, recordNumber])
  const dropped = profiles.filter(({ name }) => !used.has(name))
  if (dropped.length > 0) {
    const names = dropped.map(({ name }) => name)
    const because = `not kept: counters and times of modification${names.length > mostAttributes ? `, and more than ${mostAttributes} columns` : ''}`
    reasons.push({ field: 'format', columns: names, because })
  }
  return reasons
}
