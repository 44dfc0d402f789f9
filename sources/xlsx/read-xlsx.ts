import { nameColumns, numberColumns } from '../formats/columns.ts'
import { isHeader } from '../formats/sniff-csv.ts'
import { fieldNames, scoreName } from '../guess/names.ts'
import { toWords } from '../guess/profile.ts'
import { refusal } from '../refusal.ts'
import { badRow, jsonOf, type Layout, longestCell, type Problem, type Row, type RowBlock } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
import { readSheetRows, type SheetRow } from './sheet.ts'
import { openWorkbook, type Workbook } from './workbook.ts'
import type { Archive } from './zip.ts'
import { openArchive } from './zip.ts'

/** Rows of the sheets that hold the table, one sheet after the other. */
export async function* readXlsx(file: SourceFile, layout: Layout): AsyncGenerator<RowBlock> {
  const archive = await openArchive(file)
  try {
    const workbook = await openWorkbook(archive, file.name)
    const sheets = workbook.sheets.filter(({ name }) => layout.sheets.includes(name))
    for (const [at, sheet] of sheets.entries()) {
      let isStart = true
      for await (const { rows, share } of readSheetRows(archive, workbook, sheet)) {
        const read: Row[] = []
        for (const row of rows) {
          if (isEmpty(row)) continue
          if (isStart && !isTableStart(row, layout.columns)) continue
          if (!(isStart && isNamed(row.cells, layout.columns))) read.push(toRow(row, layout.columns))
          isStart = false
        }
        yield { rows: read, bytes: Math.round(((at + share) / sheets.length) * (file.bytes ?? 0)) }
      }
    }
  } finally {
    archive.close()
  }
}

type Tables = { readonly columns: string[]; readonly sheets: string[]; readonly others: string[] }

/**
 * The table of the wanted sheet, else of the largest that speaks of cases or messages together with those that have the same columns (a sheet a month, say);
 * `others` are sheets with other tables, such as notes and sums.
 */
export async function sniffXlsx(file: SourceFile, wanted?: string): Promise<Tables> {
  const archive = await openArchive(file)
  try {
    const workbook = await openWorkbook(archive, file.name)
    const tables = await findTables(archive, workbook, file.name)
    const size = (sheet: string) =>
      archive.sizeOf(workbook.sheets.find(({ name }) => name === sheet)?.path ?? '')
    const [first] =
      wanted === undefined
        ? tables.toSorted((left, right) => tells(right) - tells(left) || size(right.sheet) - size(left.sheet))
        : tables.filter(({ sheet }) => sheet === wanted)
    if (first === undefined) throw noSuchSheet(file.name, wanted ?? '', tables)
    const isAlike = ({ columns }: Table) => columns.join('\n') === first.columns.join('\n')
    const read = wanted === undefined ? tables.filter(isAlike) : [first]
    const others = tables.filter((table) => !read.includes(table))
    return {
      columns: first.columns,
      sheets: read.map(({ sheet }) => sheet),
      others: others.map(({ sheet }) => sheet),
    }
  } finally {
    archive.close()
  }
}

type Table = { readonly sheet: string; readonly columns: string[] }

/** Whether the columns speak of what was said, or of cases; a list of customers may be longer. */
function tells({ columns }: Table): number {
  const isTold = columns
    .map(toWords)
    .some((name) => scoreName(name, fieldNames.text) >= 5 || scoreName(name, fieldNames.case) >= 6)
  return isTold ? 1 : 0
}

async function findTables(archive: Archive, workbook: Workbook, name: string): Promise<Table[]> {
  const tables: Table[] = []
  let hasHeader = false
  for (const sheet of workbook.sheets) {
    const records = await firstRecords(archive, workbook, sheet)
    hasHeader ||= records.length === 1
    if (records.length < 2) continue
    const header = records[0] ?? []
    const width = Math.max(...records.map((cells) => cells.length))
    const columns = isHeader(records) ? nameColumns(widen(header, width)) : numberColumns(width)
    tables.push({ sheet: sheet.name, columns })
  }
  if (tables.length > 0) return tables
  throw refusal(
    hasHeader ? `${name} has a header and no rows.` : `${name} has no sheet with a table.`,
    'Put the table on a sheet of its own, with the names of its columns in the first row.',
  )
}

function noSuchSheet(name: string, wanted: string, tables: readonly Table[]) {
  const names = tables.map(({ sheet }) => sheet).join(', ')
  return refusal(`${name} has no sheet "${wanted}" that holds a table.`, `Sheets with a table: ${names}.`)
}

/** The first rows of a sheet, from where its table starts: titles above it are narrower than the table is. */
async function firstRecords(archive: Archive, workbook: Workbook, sheet: Workbook['sheets'][number]) {
  const records: string[][] = []
  for await (const { rows } of readSheetRows(archive, workbook, sheet)) {
    for (const row of rows) if (!isEmpty(row)) records.push([...row.cells])
    if (records.length > 100) break
  }
  const width = Math.max(0, ...records.map(filled))
  const start = records.findIndex((cells) => filled(cells) > width / 2)
  return records.slice(Math.max(0, start))
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

function widen(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => cells[at] ?? '')
}

function isTableStart(row: SheetRow, columns: readonly string[]): boolean {
  return filled(row.cells) > columns.length / 2
}

function isNamed(cells: readonly string[], columns: readonly string[]): boolean {
  const names = nameColumns(widen(cells, columns.length))
  return columns.every((column, at) => names[at] === column)
}

function isEmpty(row: SheetRow): boolean {
  return row.cells.every((cell) => cell === '') && row.withoutValue === null
}

function toRow(row: SheetRow, columns: readonly string[]): Row {
  const cells = widen(row.cells, columns.length)
  const problem = problemOf(row, cells)
  if (problem) return badRow(row.line, jsonOf(cells, columns), problem)
  return { line: row.line, cells, text: null, problem, raw: null }
}

function problemOf(row: SheetRow, cells: readonly string[]): Problem | null {
  if (row.withoutValue !== null) return { reason: 'formula without value', detail: noValue(row.withoutValue) }
  if (!cells.some((cell) => cell.length > longestCell)) return null
  return { reason: 'field too long', detail: `A cell is longer than ${longestCell} characters. Shorten it.` }
}

function noValue(cell: string): string {
  return `The formula in ${cell} was saved without its result. Open the workbook, let it calculate, save it again.`
}
