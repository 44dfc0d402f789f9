import { nameColumns, numberColumns } from '../formats/columns.ts'
import { isHeader } from '../formats/sniff-csv.ts'
import { refusal } from '../refusal.ts'
import { badRow, jsonOf, type Layout, longestCell, type Problem, type Row, type RowBlock } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
import { readSheetRows, type SheetRow } from './sheet.ts'
import { openWorkbook, type Workbook } from './workbook.ts'
import type { Archive } from './zip.ts'
import { openArchive } from './zip.ts'

/** Rows of the first sheet of a workbook that holds a table. */
export async function* readXlsx(file: SourceFile, layout: Layout): AsyncGenerator<RowBlock> {
  const archive = await openArchive(file)
  try {
    const workbook = await openWorkbook(archive, file.name)
    const { sheet } = await findTable(archive, workbook, file.name)
    let isStart = true
    for await (const { rows, share } of readSheetRows(archive, workbook, sheet)) {
      const read: Row[] = []
      for (const row of rows) {
        if (isEmpty(row)) continue
        if (isStart && !isTableStart(row, layout.columns)) continue
        if (!(isStart && isNamed(row.cells, layout.columns))) read.push(toRow(row, layout.columns))
        isStart = false
      }
      yield { rows: read, bytes: Math.round(share * (file.bytes ?? 0)) }
    }
  } finally {
    archive.close()
  }
}

export async function sniffXlsx(
  file: SourceFile,
): Promise<{ columns: string[]; sheet: string; others: string[] }> {
  const archive = await openArchive(file)
  try {
    const workbook = await openWorkbook(archive, file.name)
    const { sheet, columns, others } = await findTable(archive, workbook, file.name)
    return { columns, sheet: sheet.name, others }
  } finally {
    archive.close()
  }
}

async function findTable(archive: Archive, workbook: Workbook, name: string) {
  const tables: { sheet: Workbook['sheets'][number]; columns: string[] }[] = []
  let hasHeader = false
  for (const sheet of workbook.sheets) {
    const records = await firstRecords(archive, workbook, sheet)
    hasHeader ||= records.length === 1
    if (records.length < 2) continue
    const header = records[0] ?? []
    const width = Math.max(...records.map((cells) => cells.length))
    const columns = isHeader(records) ? nameColumns(widen(header, width)) : numberColumns(width)
    tables.push({ sheet, columns })
  }
  const [first, ...others] = tables
  if (first) return { ...first, others: others.map(({ sheet }) => sheet.name) }
  throw refusal(
    hasHeader ? `${name} has a header and no rows.` : `${name} has no sheet with a table.`,
    'Put the table on a sheet of its own, with the names of its columns in the first row.',
  )
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
