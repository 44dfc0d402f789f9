import { from as copyFrom } from 'pg-copy-streams'
import type { Connection } from './client.ts'
import { writeTimestamp } from './timestamps.ts'

/** How a value is written into a column. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'time' | 'texts' | 'json'

/** The columns of a table in the order in which they are sent. */
export type Columns<Row> = { readonly [Name in keyof Row]-?: ColumnKind }

const pieceLength = 256 * 1024

export type CopyTarget<Row> = {
  readonly table: string
  readonly columns: Columns<Row>
  /** Columns that are the same in every row. */
  readonly fixed: Readonly<Record<string, number>>
}

/**
 * Writes rows by COPY, the fastest way in. The table's and the columns' names come from our own code, never from input.
 * Text must hold no NUL (PostgreSQL cannot keep one); an unpaired surrogate becomes U+FFFD, one unit for one unit.
 */
export async function copyInto<Row extends object>(
  client: Connection,
  { table, columns, fixed }: CopyTarget<Row>,
  rows: Iterable<Row>,
): Promise<number> {
  const names = keysOf(columns)
  const listed = [...Object.keys(fixed), ...names].map(snakeCase).join(', ')
  const start = Object.values(fixed)
    .map((value) => `${value}\t`)
    .join('')
  const pieces = toPieces(rows, (row) => start + toLine(row, names, columns))
  const first = pieces.next()
  if (first.done) return 0
  const stream = client.query(copyFrom(`copy ${table} (${listed}) from stdin`))
  let isRefused = false
  const settled = new Promise<void>((resolve, reject) => {
    stream.on('finish', resolve)
    stream.on('error', (error) => {
      isRefused = true
      reject(error)
    })
  })
  // Without a listener while we wait for `drain`, a refused COPY would end the process.
  settled.catch(() => {})
  try {
    for (let piece: IteratorResult<Buffer> = first; !piece.done; piece = pieces.next()) {
      if (!stream.write(piece.value)) await Promise.race([drained(stream), settled])
    }
    stream.end()
  } catch (error) {
    if (!isRefused) stream.destroy(error instanceof Error ? error : new Error(String(error)))
    await settled
    throw error
  }
  await settled
  return stream.rowCount
}

function* toPieces<Row>(rows: Iterable<Row>, toText: (row: Row) => string): Generator<Buffer> {
  let piece = ''
  for (const row of rows) {
    piece += toText(row)
    if (piece.length < pieceLength) continue
    yield Buffer.from(piece)
    piece = ''
  }
  if (piece !== '') yield Buffer.from(piece)
}

function keysOf<T extends object>(record: T): (keyof T & string)[] {
  const keys: (keyof T & string)[] = []
  for (const key in record) keys.push(key)
  return keys
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.once('drain', () => resolve()))
}

function toLine<Row extends object>(
  row: Row,
  names: readonly (keyof Row & string)[],
  columns: Columns<Row>,
): string {
  let line = ''
  for (const name of names) line += `${toField(row[name], columns[name])}\t`
  return `${line.slice(0, -1)}\n`
}

function toField(value: unknown, kind: ColumnKind): string {
  if (value === null || value === undefined) return '\\N'
  if (kind === 'text') return escapeText(String(value))
  if (kind === 'time') return writeTimestamp(Number(value))
  if (kind === 'texts') return Array.isArray(value) ? escapeText(arrayLiteral(value)) : '\\N'
  if (kind === 'json') return escapeText(jsonLiteral(value))
  return String(value)
}

const special = /[\\\t\n\r]/
const everySpecial = /[\\\t\n\r]/g
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escapeText(text: string): string {
  return special.test(text) ? text.replace(everySpecial, (found) => escapes[found] ?? found) : text
}

function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}

/** jsonb refuses the escape of an unpaired surrogate, which is how JSON.stringify writes one. */
export function jsonLiteral(value: unknown): string {
  const text = JSON.stringify(value)
  return /\\ud[89a-f]/.test(text) ? text.replace(unpairedEscape, '$1\ufffd') : text
}

/** An even number of backslashes before it: the escape itself, not a written-out backslash followed by "ud8...". */
const unpairedEscape = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g
