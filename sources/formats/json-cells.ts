import { openingField, openingMessage, openingRow } from './json-opening.ts'

/** The last column of a json or xes source: fields that the first rows did not have, so that none is lost. */
export const otherFields = 'other fields'

/** The column that numbers the records of a file whose records hold lists of messages. */
export const recordNumber = 'record number'

/** Marks a column that comes from the list nested in each record, as in `messages[].body`. */
export const nestedMark = '[].'

const deepest = 3
const mostColumns = 200

export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The nesting that a set of columns was made with. */
export function nestingOf(columns: readonly string[]): Nesting {
  const opening = columns.includes(openingMessage) ? openingField(columns) : null
  return { path: nestedPath(columns), opening }
}

function nestedPath(columns: readonly string[]): string | null {
  for (const column of columns) {
    const mark = column.indexOf(nestedMark)
    if (mark > 0) return column.slice(0, mark)
  }
  return null
}

/** Fields of a record by dotted path, as text; objects are opened, lists of plain values or of what has a name joined, the rest kept as json. */
export function flatten(record: JsonRecord, without: string | null): Map<string, string> {
  const fields = new Map<string, string>()
  addFields(record, '', 1, without, fields)
  return fields
}

function addFields(
  record: JsonRecord,
  prefix: string,
  depth: number,
  without: string | null,
  fields: Map<string, string>,
) {
  for (const [key, value] of Object.entries(record)) {
    const path = prefix + key
    if (path === without) continue
    if (isRecord(value) && depth < deepest) addFields(value, `${path}.`, depth + 1, without, fields)
    else fields.set(path, toCell(value))
  }
}

function toCell(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) return value.join(', ')
  if (Array.isArray(value) && value.every(isLabel)) return value.map(({ name }) => name).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** An object that says no more than a name, as labels and tags do. */
function isLabel(part: unknown): part is { readonly name: string } {
  return (
    isRecord(part) && typeof part.name === 'string' && Object.keys(part).every((key) => besideName.has(key))
  )
}

const besideName = new Set([
  'name',
  'id',
  'node_id',
  'url',
  'color',
  'colour',
  'description',
  'default',
  'slug',
])

/** How records become rows: the list of messages nested in them, and the field with the message before those. */
export type Nesting = { readonly path: string | null; readonly opening: string | null }

/** The rows of one record: one for each nested message, or the record itself when it has none. */
export function rowsOf(
  record: JsonRecord,
  { path, opening }: Nesting,
  number: number,
): Map<string, string>[] {
  const own = flatten(record, path)
  if (path === null) return [own]
  own.set(recordNumber, String(number))
  const prefix = `${path}${nestedMark}`
  const nested = listAt(record, path).map((message) => {
    const fields = new Map(own)
    const inner = isRecord(message) ? flatten(message, null) : new Map([['text', toCell(message)]])
    for (const [key, value] of inner) fields.set(prefix + key, value)
    return fields
  })
  const first = opening === null ? null : openingRow(own, opening, prefix)
  if (first) return [first, ...nested]
  return nested.length === 0 ? [own] : nested
}

function listAt(record: JsonRecord, path: string): readonly unknown[] {
  let value: unknown = record
  for (const key of path.split('.')) value = isRecord(value) ? value[key] : undefined
  return Array.isArray(value) ? value : []
}

/** Puts fields into the order of the columns; what has no column goes into the last as json. */
export function toCells(
  fields: ReadonlyMap<string, string>,
  columns: readonly string[],
  indexOf: ReadonlyMap<string, number>,
) {
  const cells: string[] = new Array(columns.length).fill('')
  const others: Record<string, string> = {}
  let hasOthers = false
  for (const [name, value] of fields) {
    const at = indexOf.get(name)
    if (at !== undefined) cells[at] = value
    else if (value !== '') {
      others[name] = value
      hasOthers = true
    }
  }
  if (hasOthers) cells[columns.length - 1] = JSON.stringify(others)
  return cells
}

export type Columns = {
  readonly columns: string[]
  /** Those that every row has: what a source can be known by. */
  readonly naming: string[]
}

/** The columns of sampled rows, the most common where there are too many, and a last one for what comes later. */
export function columnsOf(rows: readonly ReadonlyMap<string, string>[]): Columns {
  const counts = new Map<string, number>()
  for (const row of rows) for (const name of row.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts.keys()]
  const common = [...names].sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0))
  const kept = new Set(common.slice(0, mostColumns))
  return {
    columns: [...names.filter((name) => kept.has(name)), otherFields],
    naming: names.filter((name) => counts.get(name) === rows.length),
  }
}
