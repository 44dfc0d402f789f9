import { isKnown } from '../../core/base/cannot-say.ts'
import { sayTime } from '../../core/changes/proof/say-verdict.ts'
import type { Control, ProofSeries, Values } from '../../core/changes/proof/series.ts'
import { layNumbered, layOnGrid, type TimeGrid } from '../../core/changes/proof/time-grid.ts'
import { refusal } from '../refusal.ts'
import type { SourceFile } from '../source-file.ts'
import { isMissing, parseAmounts } from './parse-amounts.ts'
import { type Dates, dateFormats, parseDate, parseDates } from './parse-dates.ts'
import { readTable, type Table } from './read-table.ts'

/** What a person said about the file; null where they left it to us. */
export type SeriesRequest = {
  /** When the change came into force, as a person writes it. */
  readonly at: string
  readonly time: string | null
  readonly outcome: string | null
  readonly controls: readonly string[] | null
}

/** A series from a file, and how the file was understood. */
export type ReadSeries = { readonly series: ProofSeries; readonly remarks: readonly string[] }

/** Reads a series, its controls and the place of its change from a table of dates and numbers. */
export async function readSeries(file: SourceFile, request: SeriesRequest): Promise<ReadSeries> {
  const table = await readTable(file)
  const { index: timeAt, dates, remark } = findTimes(file, table, request.time)
  const grid = dates.kind === 'numbered' ? layNumbered(dates.at) : layOnGrid(dates.at)
  if (!isKnown(grid)) {
    throw refusal(
      `${file.name} can’t be judged: ${grid.cannotSay}.`,
      'One row a date; where several regions or products share dates, give each a column of its own.',
    )
  }
  const numbers = numericColumns(table, timeAt)
  const outcome = findOutcome(file, table, numbers, request)
  refuseNegativeCounts(file, outcome)
  const changeAt = placeChange(grid, dates, request.at)
  const spread = (values: Values) => spreadOut(values, grid)
  const { controls, left } = findControls(table, numbers, outcome, request, (control) =>
    whyNoControl(spread(control.values), spread(outcome.values), changeAt),
  )
  const series = {
    name: outcome.name,
    rhythm: grid.rhythm,
    times: grid.times,
    values: spread(outcome.values),
    controls: controls.map(({ name, values }) => ({ name, values: spread(values) })),
    changeAt,
  }
  return { series, remarks: [remark, sayOutcome(outcome, request), ...sayControls(controls, left, request)] }
}

type Found = { readonly index: number; readonly dates: Dates; readonly remark: string }

const timeName =
  /^(date|day|week|month|quarter|year|time|period|timestamp|ds|t|datum|zeit|jahr|monat|woche|tag|index|date[ _]?time)$/i

function findTimes(file: SourceFile, { columns, cells }: Table, asked: string | null): Found {
  if (asked !== null) {
    const index = columnNamed(file, columns, asked)
    const dates = parseDates(cells[index] ?? [])
    if (dates) return { index, dates, remark: `Dates: “${columns[index]}” (${dates.format}).` }
    throw refusal(
      `“${asked}” in ${file.name} holds no run of dates.`,
      'Write them like 2026-03-09, one a row.',
    )
  }
  const read = columns.map((name, index) => ({ name, index, dates: parseDates(cells[index] ?? []) }))
  const found = [
    ...read.filter(
      ({ dates, name }) =>
        dates?.kind === 'calendar' && (timeName.test(name) || dates.format !== 'year.part'),
    ),
    ...read.filter(
      ({ dates, name, index }) => dates && (timeName.test(name) || (index === 0 && isCounter(dates))),
    ),
  ]
  const [first] = [...found.filter(({ name }) => timeName.test(name)), ...found]
  if (first?.dates) {
    return {
      index: first.index,
      dates: first.dates,
      remark: `Dates: “${first.name}” (${first.dates.format}).`,
    }
  }
  const rows = cells[0]?.length ?? 0
  const dates: Dates = {
    kind: 'numbered',
    format: 'number',
    at: Array.from({ length: rows }, (_, row) => row),
  }
  return { index: -1, dates, remark: 'No column holds dates, so the rows are numbered from 0.' }
}

/** 0, 1, 2 and so on, as tables number their rows. */
function isCounter({ kind, at }: Dates): boolean {
  return kind === 'numbered' && at.every((number, row) => number === row + (at[0] ?? 0))
}

type Column = { readonly name: string; readonly values: Values }

function numericColumns({ columns, cells }: Table, timeAt: number): Column[] {
  return columns.flatMap((name, index) => {
    const values = index === timeAt ? null : parseAmounts(cells[index] ?? [])
    const isRowNumber =
      index === 0 && /^(|column 1|rownames|unnamed: 0|x|index|id)$/i.test(name) && countsUp(values)
    return values && !isRowNumber ? [{ name, values }] : []
  })
}

function countsUp(values: Values | null): boolean {
  return values?.every((value, row) => value !== null && value === row + (values[0] ?? 0)) ?? false
}

const outcomeName = /^(y|outcome|value|target|response|changed|treated|count|contacts|sales)$/i

function findOutcome(
  file: SourceFile,
  { columns, cells }: Table,
  numbers: readonly Column[],
  { outcome }: SeriesRequest,
): Column {
  if (outcome !== null) {
    const name = columns[columnNamed(file, columns, outcome)] ?? outcome
    const found = numbers.find((column) => column.name === name)
    if (found) return found
    const odd = cells[columns.indexOf(name)]?.find(
      (cell) => !isMissing(cell) && parseAmounts([cell]) === null,
    )
    throw refusal(
      `“${name}” in ${file.name} holds no numbers, such as in “${odd ?? ''}”.`,
      'Name a column of numbers.',
    )
  }
  const found = numbers.find(({ name }) => outcomeName.test(name)) ?? numbers[0]
  if (found) return found
  throw refusal(
    `${file.name} has no column of numbers beside its dates.`,
    'Bring one with the series to be judged.',
  )
}

const countName = /\b(counts?|contacts?|calls?|tickets?|cases?|visits?|orders?|complaints?|number|anzahl)\b/i

function refuseNegativeCounts(file: SourceFile, { name, values }: Column): void {
  const row = values.findIndex((value) => value !== null && value < 0)
  if (row < 0 || !countName.test(name.replaceAll('_', ' '))) return
  throw refusal(
    `“${name}” in ${file.name} counts something, and row ${row + 1} says ${values[row]}: a count can’t be negative.`,
    'Mend that row, or rename the column if it does not count.',
  )
}

type LeftOut = { readonly name: string; readonly why: string }

function findControls(
  { columns }: Table,
  numbers: readonly Column[],
  outcome: Column,
  { controls }: SeriesRequest,
  whyNot: (control: Column) => string | null,
): { controls: readonly Control[]; left: readonly LeftOut[] } {
  if (controls === null) {
    const judged = numbers
      .filter((column) => column !== outcome)
      .map((column) => ({ column, why: whyNot(column) }))
    return {
      controls: judged.filter(({ why }) => why === null).map(({ column }) => column),
      left: judged.flatMap(({ column, why }) => (why === null ? [] : [{ name: column.name, why }])),
    }
  }
  const named = controls.map((name) => {
    const found = numbers.find((column) => column.name.toLowerCase() === name.toLowerCase())
    if (found === undefined) {
      throw refusal(`There is no column of numbers named “${name}”.`, `There are: ${columns.join(', ')}.`)
    }
    const why = found.name === outcome.name ? 'is the series itself' : whyNot(found)
    if (why !== null) throw refusal(`“${name}” can’t be a control: it ${why}.`, 'Name another, or none.')
    return found
  })
  return { controls: named, left: [] }
}

/** Share of a control's history that may be filled between neighbours. */
const mostFilled = 0.3

function whyNoControl(values: Values, outcome: Values, changeAt: number): string | null {
  const before = values.slice(0, changeAt)
  const there = before.filter((value) => value !== null)
  if (there.length < before.length * (1 - mostFilled)) return 'has too many gaps before the change'
  if (new Set(there).size < 2) return 'is the same all the time before the change'
  if (values.slice(changeAt).every((value) => value === null)) return 'has no values since the change'
  return isCopy(before, outcome.slice(0, changeAt)) ? 'equals the series before the change' : null
}

/** Whether one is the other, but for a factor and a constant. */
function isCopy(left: Values, right: Values): boolean {
  const pairs = left.flatMap((value, at) => {
    const other = right[at] ?? null
    return value === null || other === null ? [] : [[value, other] as const]
  })
  const meanOf = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length
  const [one, two] = [meanOf(0), meanOf(1)]
  const sum = (product: (pair: readonly [number, number]) => number) =>
    pairs.reduce((total, pair) => total + product(pair), 0)
  const both = sum(([a, b]) => (a - one) * (b - two))
  const each = sum(([a]) => (a - one) ** 2) * sum(([, b]) => (b - two) ** 2)
  return pairs.length > 2 && each > 0 && both ** 2 / each > 1 - 1e-9
}

function placeChange({ times, rhythm }: TimeGrid, { kind, format }: Dates, at: string): number {
  const formats =
    kind === 'numbered' ? (['number'] as const) : [format, ...dateFormats.filter((one) => one !== 'number')]
  const time = formats.map((one) => parseDate(at.trim(), one)).find((read) => !Number.isNaN(read))
  const sayAt = (index: number) =>
    rhythm === 'numbered' ? String(times[index]) : new Date(times[index] ?? 0).toISOString().slice(0, 10)
  const range = `The series runs from ${sayTime(times[0] ?? 0, rhythm)} to ${sayTime(times.at(-1) ?? 0, rhythm)}.`
  if (time === undefined) {
    throw refusal(`“${at}” can’t be read as the time of the change.`, `Write it like ${sayAt(0)}. ${range}`)
  }
  const found = times.findIndex((one) => one >= time)
  if (found < 0)
    throw refusal(`The change on ${at} lies after the last value, so nothing can be judged yet.`, range)
  if (found === 0) throw refusal(`The change on ${at} has no values before it to compare with.`, range)
  return found
}

function spreadOut(values: Values, { times, places }: TimeGrid): Values {
  const spread: (number | null)[] = times.map(() => null)
  values.forEach((value, row) => {
    spread[places[row] ?? 0] = value
  })
  return spread
}

function columnNamed(file: SourceFile, columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name)
  const found =
    exact >= 0 ? exact : columns.findIndex((column) => column.toLowerCase() === name.toLowerCase())
  if (found >= 0) return found
  throw refusal(`${file.name} has no column “${name}”.`, `It has: ${columns.join(', ')}.`)
}

function sayOutcome({ name }: Column, { outcome }: SeriesRequest): string {
  return outcome === null ? `Judged: “${name}” (--outcome names another column).` : `Judged: “${name}”.`
}

function sayControls(
  controls: readonly Control[],
  left: readonly LeftOut[],
  request: SeriesRequest,
): string[] {
  const names = controls.map(({ name }) => `“${name}”`)
  const listed =
    names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ')
  const said =
    names.length === 0 ? 'Controls: none.' : `Controls, taken as untouched by the change: ${listed}.`
  const hint = request.controls === null && names.length > 0 ? ' (--controls names others)' : ''
  return [`${said}${hint}`, ...left.map(({ name, why }) => `Left out: “${name}” ${why}.`)]
}
