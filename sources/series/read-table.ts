import { nameColumns, numberColumns } from '../formats/columns.ts'
import { readText } from '../formats/text.ts'
import { readRows } from '../records.ts'
import { refusal } from '../refusal.ts'
import type { Layout } from '../row.ts'
import { sniffFile } from '../sniff-file.ts'
import type { SourceFile } from '../source-file.ts'

/** A whole table in memory: series are short. */
export type Table = {
  readonly columns: readonly string[]
  /** One array a column, one text a row. */
  readonly cells: readonly (readonly string[])[]
}

const mostRows = 100_000
const mostColumns = 2000

/** Reads any file that interactions are read from, and tables whose columns stand apart by spaces. */
export async function readTable(file: SourceFile): Promise<Table> {
  const { layout } = await sniffFile(file)
  const table = (await readSpaced(file, layout)) ?? (await readSeparated(file, layout))
  if (table.columns.length > mostColumns) {
    throw refusal(`${file.name} has ${table.columns.length} columns.`, `Keep up to ${mostColumns} of them.`)
  }
  return table
}

async function readSeparated(file: SourceFile, layout: Layout): Promise<Table> {
  const rows: (readonly string[])[] = []
  for await (const block of readRows(file, layout)) {
    for (const { problem, line, cells } of block.rows) {
      if (problem)
        throw refusal(
          `Line ${line ?? 1} of ${file.name}: ${problem.detail}`,
          'Mend that line, then try again.',
        )
      if (cells.some((cell) => cell.trim() !== '')) rows.push(cells)
    }
    if (rows.length > mostRows) throw tooLong(file)
  }
  return toTable(layout.columns, rows)
}

/** Null where the file is cut by something else than spaces. */
async function readSpaced(file: SourceFile, { format, columns, encoding }: Layout): Promise<Table | null> {
  if (format !== 'csv' || columns.length !== 1) return null
  const lines: string[] = []
  for await (const block of readText(file, encoding)) {
    lines.push(...block.text.split(/\r?\n/).filter((line) => line.trim() !== ''))
    if (lines.length > mostRows) throw tooLong(file)
  }
  const rows = lines.map(splitAtSpaces)
  const [header = [], ...rest] = rows
  const width = rest[0]?.length ?? 0
  if (width < 2 || rest.some((row) => row.length !== width)) return null
  // R leaves out the name of the first column, that of the rows.
  if (header.length === width - 1) return toTable(nameColumns(['', ...header]), rest)
  if (header.length !== width) return null
  const hasHeader = header.some((cell) => !/\d/.test(cell))
  return hasHeader ? toTable(nameColumns(header), rest) : toTable(numberColumns(width), rows)
}

function splitAtSpaces(line: string): string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((cell) => cell.replace(/^"(.*)"$/, '$1'))
}

function toTable(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { columns, cells: columns.map((_, at) => rows.map((row) => row[at] ?? '')) }
}

function tooLong(file: SourceFile) {
  return refusal(`${file.name} has more than ${mostRows} rows.`, 'Add the values up by day or week first.')
}
