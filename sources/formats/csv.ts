import { isUtf8 } from 'node:buffer'
import { toWords } from '../guess/profile.ts'
import { badRow, type Layout, longestCell, type Problem, type Row, type RowBlock } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
import { cutChat, isChat } from './chat.ts'
import { nameColumns } from './columns.ts'
import { cutRecord, withoutReturn } from './csv-record.ts'
import { longestLine, readText, type TextBlock } from './text.ts'

/**
 * Rows of a csv file. A record with a stray quote costs itself and never what follows: when a record does not come out
 * with the right number of columns, its first line alone is judged, and reading goes on with the next line.
 */
export async function* readCsv(file: SourceFile, layout: Layout): AsyncGenerator<RowBlock> {
  const cut = cutRows(layout)
  for await (const block of readText(file, layout.encoding)) yield { rows: cut(block), bytes: block.bytes }
}

type Table = { readonly delimiter: string; readonly columns: readonly string[] }

/** A record found at a place in the text, or `unfinished` when its quote is still open. */
type Cut = { readonly cells: string[]; readonly next: number } | 'unfinished'

/** Cuts blocks of lines into rows; keeps what is unfinished at the end of a block for the next. */
export function cutRows(layout: Layout): (block: TextBlock) => Row[] {
  if (isChat(layout)) return cutChat(layout)
  const table = { delimiter: layout.delimiter ?? ',', columns: layout.columns }
  let rest = ''
  let line = 1
  let isStart = true
  let isSkipping = false

  return (block) => {
    const rows: Row[] = []
    const text = rest === '' ? block.text : rest + block.text
    const hasNull = text.includes('\0')
    let position = isSkipping ? skipLine(text) : 0
    while (position < text.length) {
      const end = endOfLine(text, position)
      const mayGrow = !block.isLast && text.length - position < longestLine
      const isCutOff = end === text.length && !block.isLast
      if (isCutOff && mayGrow) break
      if (isCutOff) {
        rows.push(badRow(line, text.slice(position), tooLong))
        isSkipping = true
        position = end
        break
      }
      const first = withoutReturn(text.slice(position, end))
      const isNothing =
        holdsNothing(first, table.delimiter) || (isStart && first === `sep=${table.delimiter}`)
      const found = isNothing ? null : cutAt(table, text, position, first, end, mayGrow)
      if (found === 'unfinished' && mayGrow) break
      const next = found === null || found === 'unfinished' ? end + 1 : found.next
      if (found === 'unfinished') rows.push(badRow(line, first, openQuote, bytewise(first, block)))
      else if (found && !(isStart && isHeader(found.cells, table.columns))) {
        const taken = next === end + 1 ? first : withoutReturn(text.slice(position, next - 1))
        rows.push(toRow(table, line, found.cells, taken, block.isBytewise, hasNull))
      }
      if (found && found !== 'unfinished') isStart &&= found.cells.length <= table.columns.length / 2
      line += next === end + 1 ? 1 : countLines(text, position, next)
      position = next
    }
    rest = position < text.length ? text.slice(position) : ''
    return rows
  }

  function skipLine(text: string): number {
    const end = endOfLine(text, 0)
    if (end < text.length) {
      isSkipping = false
      line += 1
    }
    return end + 1
  }
}

function cutAt(
  table: Table,
  text: string,
  position: number,
  first: string,
  end: number,
  mayGrow: boolean,
): Cut {
  if (!first.includes('"')) return { cells: first.split(table.delimiter), next: end + 1 }
  const strict = cutRecord(text, position, table.delimiter, false)
  if (strict.kind === 'read' && fits(strict.cells, table.columns)) return strict
  if (strict.kind === 'open' && mayGrow) return 'unfinished'
  const lenient = cutRecord(first, 0, table.delimiter, true)
  const cells = lenient.kind === 'read' ? lenient.cells : []
  if (strict.kind === 'open' && !fits(cells, table.columns)) return 'unfinished'
  return { cells, next: end + 1 }
}

function toRow(
  table: Table,
  line: number,
  cells: string[],
  text: string,
  isBytewise: boolean,
  mayHaveNull: boolean,
): Row {
  if (isBytewise) return rowOfBytes(table, line, cells, text)
  const { columns } = table
  if (mayHaveNull && text.includes('\0')) return badRow(line, text, nullCharacter)
  if (cells.length !== columns.length && !fits(cells, columns)) {
    return badRow(line, text, wrongCount(cells.length, columns.length))
  }
  if (text.length > longestCell && cells.some((cell) => cell.length > longestCell)) {
    return badRow(line, text, tooLong)
  }
  if (
    isHeader(cells, columns) ||
    cells[0]?.startsWith('{"ImportId":') ||
    (line <= topLines && saysNames(cells, columns))
  )
    return badRow(line, text, headerAgain)
  return { line, cells, text, problem: null, raw: null }
}

/** A row of a block that holds bytes that are no UTF-8: set aside if it is the one, decoded if it is not. */
function rowOfBytes(table: Table, line: number, cells: string[], text: string): Row {
  const raw = Buffer.from(text, 'latin1')
  if (!isUtf8(raw)) return badRow(line, text, wrongEncoding, raw)
  const decoded = cells.map((cell) => Buffer.from(cell, 'latin1').toString('utf8'))
  return toRow(table, line, decoded, raw.toString('utf8'), false, true)
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** A line left empty, or one on which a spreadsheet kept its empty cells. */
function holdsNothing(line: string, delimiter: string): boolean {
  for (let at = 0; at < line.length; at += 1) if (line[at] !== delimiter && line[at] !== ' ') return false
  return true
}

/** Cells that a spreadsheet adds at the end of a line, all empty, do no harm. */
function fits(cells: readonly string[], columns: readonly string[]): boolean {
  if (cells.length < columns.length) return false
  for (let at = columns.length; at < cells.length; at += 1) if (cells[at] !== '') return false
  return true
}

function isHeader(cells: readonly string[], columns: readonly string[]): boolean {
  const first = cells[0]?.trim()
  if (first !== columns[0] && first !== '') return false
  const names = nameColumns(cells)
  return columns.every((column, at) => names[at] === column)
}

/** Exports of surveys have two more lines below the header: marks for importing, and the names once more in words, beside which no answer stands. */
function saysNames(cells: readonly string[], columns: readonly string[]): boolean {
  if (cells.some((cell) => /^[-+]?\d|@/.test(cell.trim()))) return false
  const same = columns.filter((name, at) => toWords(name) === toWords(cells[at] ?? ''))
  return same.length >= Math.max(4, columns.length / 4)
}

const topLines = 4

function bytewise(text: string, block: TextBlock): Uint8Array | null {
  return block.isBytewise ? Buffer.from(text, 'latin1') : null
}

function wrongCount(found: number, expected: number): Problem {
  return {
    reason: 'wrong number of columns',
    detail: `The row has ${found} columns where the header has ${expected}. Quote text that holds the delimiter or line ends.`,
  }
}

const openQuote: Problem = {
  reason: 'quote without end',
  detail: 'A quote opens and never closes. Close it, or double it where it is part of the text.',
}

const nullCharacter: Problem = {
  reason: 'NUL character',
  detail: 'The row holds a NUL character, which text cannot contain. Remove it.',
}

const tooLong: Problem = {
  reason: 'field too long',
  detail: `A field is longer than ${longestCell} characters. Shorten it, or leave the column out of the export.`,
}

const headerAgain: Problem = {
  reason: 'header line again',
  detail: 'The line says the names of the columns again, as in files that were joined. Nothing is missing.',
}

const wrongEncoding: Problem = {
  reason: 'unreadable characters',
  detail: 'The row holds bytes that are no UTF-8 while the file is. Save the file in one encoding.',
}
