import { hash } from 'node:crypto'
import type {
  MappedField,
  Mapping,
  MappingQuestion,
  MappingReason,
  TimeFormat,
} from '../../core/interactions/mapping.ts'
import { emptiedColumns } from '../cut/cut-rows.ts'
import { originOf } from '../cut/reply-columns.ts'
import { nestedMark, recordNumber } from '../formats/json-cells.ts'
import { openingField, openingMessage } from '../formats/json-opening.ts'
import { ratingValuesOf } from '../ratings/fit-rating.ts'
import { joinTexts } from './by-values.ts'
import { type Chosen, chooseColumns } from './choose-columns.ts'
import { guessUnit } from './durations.ts'
import { findMissing } from './missing.ts'
import { bookkeeping, fieldNames, scoreName } from './names.ts'
import { type Profile, profileColumns, toWords, withoutList } from './profile.ts'

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
  const chosen = chooseColumns(sample, profiles)
  const columns = columnsOf(chosen, profiles)
  const ratingValues = ratingValuesOf(chosen.choices.get('rating')?.column)
  const mapping: Mapping = {
    version: 1,
    source: sourceName(sample.naming),
    columns,
    attributes: attributesOf(profiles, new Set(Object.values(columns).flat())),
    timeFormat: chosen.times.format,
    timeZone: 'UTC',
    missing: markers,
    ...(chosen.writers === null ? {} : { writers: chosen.writers }),
    customerValues: chosen.customerValues,
    ...(chosen.customerColumn === null ? {} : { customerColumn: chosen.customerColumn }),
    ...(chosen.companyValues === null ? {} : { companyValues: chosen.companyValues }),
    kind: chosen.kind,
    kindValues: chosen.kindValues,
    ...(ratingValues === null ? {} : { ratingValues }),
    durationUnit: guessUnit(chosen.choices.get('duration')?.column, chosen.kind),
  }
  const id = chosen.choices.get('externalId')?.column
  return {
    mapping,
    reasons: reasonsOf(chosen, mapping, seen, profiles),
    questions: chosen.questions,
    open: {
      timeFormats: sample.settled.timeFormat ? [] : chosen.times.open,
      unique: id && isDoubtful(id, sample) ? id.name : null,
    },
  }
}

/** A column named id tells rows apart by what it is; a ticket's may only seem to, until a ticket has a second row. */
function isDoubtful(column: Profile, sample: Sample): boolean {
  const words = toWords(withoutList(originOf(column.name)))
  return !sample.settled.notUnique.has(column.name) && scoreName(words, fieldNames.externalId) < 6
}

function columnsOf({ choices, times }: Chosen, profiles: readonly Profile[]) {
  const columns: Partial<Record<MappedField, string[]>> = {}
  for (const [field, { column }] of choices) columns[field] = [column.name]
  if (times.time) columns.time = [times.time.column.name, ...(times.clock ? [times.clock.name] : [])]
  if (times.opening) columns.openedAt = [times.opening.column.name]
  const text = choices.get('text')?.column
  if (text) {
    const used = new Set(Object.values(columns).flat())
    const free = profiles.filter((column) => column === text || !used.has(column.name))
    columns.text = joinTexts(text, free).map(({ name }) => name)
  }
  return columns
}

/** Every other column, those empty so far too: a value may come late. Of too many, the ones with values stay. */
function attributesOf(profiles: readonly Profile[], used: ReadonlySet<string>): string[] {
  const opening = profiles.some(({ name }) => name === openingMessage)
    ? openingField(profiles.map(({ name }) => name))
    : null
  const emptied = emptiedColumns(profiles.map(({ name }) => name))
  const unused = profiles.filter(
    ({ name, words }) =>
      !used.has(name) &&
      !emptied.has(name) &&
      name !== recordNumber &&
      name !== opening &&
      !bookkeeping.test(words) &&
      !profiles.some((one) => one.name.startsWith(name.replace(/ \(\d+\)$/, '') + nestedMark)),
  )
  const filled = [...unused].sort((left, right) => right.values.length - left.values.length)
  const kept = new Set(filled.slice(0, mostAttributes))
  return unused.filter((profile) => kept.has(profile)).map(({ name }) => name)
}

function reasonsOf(
  { choices, times, whyKind }: Chosen,
  mapping: Mapping,
  seen: readonly string[],
  profiles: readonly Profile[],
): MappingReason[] {
  const reasons: MappingReason[] = [...choices].map(([field, { column, because }]) => ({
    field,
    columns: mapping.columns[field] ?? [column.name],
    because,
  }))
  reasons.push(...times.reasons)
  reasons.push({ field: 'kind', columns: [], because: `${mapping.kind}: ${whyKind}` })
  if (seen.length > 0) {
    const shown = seen.map((marker) => `"${marker}"`).join(', ')
    reasons.push({ field: 'missing', columns: [], because: `${shown} stands where a column has no value` })
  }
  const emptied = emptiedColumns(profiles.map(({ name }) => name))
  const used = new Set([
    ...Object.values(mapping.columns).flat(),
    ...mapping.attributes,
    ...emptied,
    recordNumber,
  ])
  const dropped = profiles.filter(({ name }) => !used.has(name)).map(({ name }) => name)
  if (dropped.length > 0) {
    const isMany = mapping.attributes.length === mostAttributes
    const also = isMany ? `, and what goes beyond ${mostAttributes} columns` : ''
    reasons.push({
      field: 'format',
      columns: dropped,
      because: `not kept: counters and times of modification${also}`,
    })
  }
  return reasons
}

/**
 * Names a source by its columns alone, so that the exports of January and of February, as csv and as xlsx, are one
 * source, and a table with other columns is another. Reads as the first telling column and a trace of all of them.
 */
function sourceName(columns: readonly string[]): string {
  const words = columns.map((name) => toWords(withoutList(name)))
  const scores = words.map((name) =>
    Math.max(
      scoreName(name, fieldNames.externalId),
      scoreName(name, fieldNames.case),
      scoreName(name, fieldNames.text) / 2,
    ),
  )
  const telling = scores.findIndex((score) => score >= 4)
  const best = words[Math.max(0, telling)] || 'source'
  const trace = hash('sha256', [...columns].sort().join('\u001f')).slice(0, 6)
  return `${best.replaceAll(' ', '-').slice(0, 40)}-${trace}`
}
