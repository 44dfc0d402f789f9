import { isUtf8 } from 'node:buffer'
import { badRow, type Layout, longestCell, type Problem, type Row, type RowBlock } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
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

/** Cuts blocks of lines into rows; keeps what is unfinished at the end of a block for the next. */
export function cutRows(layout: Layout): (block: TextBlock) => Row[] {
  const { columns } = layout
  const delimiter = layout.delimiter ?? ','
  let rest = ''
  let line = 1
  let isStart = true
  let isSkipping = false

  return (block) => {
    const rows: Row[] = []
    const text = rest === '' ? block.text : rest + block.text
    const hasNull = text.includes('\0')
    let position = isSkipping ? endOfLine(text, 0) + 1 : 0
    if (isSkipping && position <= text.length) {
      isSkipping = false
      line += 1
    }
    rest = ''
    while (position < text.length) {
      const end = endOfLine(text, position)
      if (end === text.length && !block.isLast) {
        if (end - position < longestLine) break
        rows.push(badRow(line, text.slice(position), tooLong))
        isSkipping = true
        position = end
        break
      }
      const first = withoutReturn(text.slice(position, end))
      if (first === '') {
        position = end + 1
        line += 1
        continue
      }
      const mayGrow = !block.isLast && text.length - position < longestLine
      const found = cutAt(text, position, first, end, mayGrow)
      if (found === 'unfinished') {
        if (mayGrow) break
        rows.push(badRow(line, first, openQuote, bytewise(first, block)))
        position = end + 1
        line += 1
        continue
      }
      const taken = found.next === end + 1 ? first : withoutReturn(text.slice(position, found.next - 1))
      const isFirstHeader = isStart && isHeader(found.cells, columns)
      if (!isFirstHeader) rows.push(toRow(found.cells, taken, block, hasNull))
      isStart = false
      line += found.next === end + 1 ? 1 : countLines(text, position, found.next)
      position = found.next
    }
    if (position < text.length) rest = text.slice(position)
    return rows
  }

  function cutAt(text: string, position: number, first: string, end: number, mayGrow: boolean) {
    if (!first.includes('"')) return { cells: first.split(delimiter), next: end + 1 }
    const strict = cutRecord(text, position, delimiter, false)
    if (strict.kind === 'read' && fits(strict.cells, columns)) return strict
    if (strict.kind === 'open' && mayGrow) return 'unfinished'
    const lenient = cutRecord(first, 0, delimiter, true)
    const isWhole = lenient.kind === 'read' && fits(lenient.cells, columns)
    if (isWhole) return { cells: lenient.cells, next: end + 1 }
    if (strict.kind === 'open') return 'unfinished'
    return { cells: lenient.kind === 'read' ? lenient.cells : [], next: end + 1 }
  }

  function toRow(cells: string[], text: string, block: TextBlock, hasNull: boolean): Row {
    if (block.isBytewise) return fromBytes(cells, text)
    if (hasNull && text.includes('\0')) return badRow(line, text, nullCharacter)
    if (cells.length !== columns.length && !fits(cells, columns)) {
      return badRow(line, text, wrongCount(cells.length, columns.length))
    }
    if (text.length > longestCell && cells.some((cell) => cell.length > longestCell)) {
      return badRow(line, text, tooLong)
    }
    if (isHeader(cells, columns)) return badRow(line, text, headerAgain)
    return { line, cells, text, problem: null, raw: null }
  }

  function fromBytes(cells: string[], text: string): Row {
    const raw = Buffer.from(text, 'latin1')
    if (!isUtf8(raw)) return badRow(line, text, wrongEncoding, raw)
    const decoded = cells.map((cell) => Buffer.from(cell, 'latin1').toString('utf8'))
    const whole: TextBlock = { text: '', isBytewise: false, bytes: 0, isLast: false }
    return toRow(decoded, raw.toString('utf8'), whole, true)
  }
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
  detail: 'The line repeats the header; files were probably joined. Nothing is missing.',
}

const wrongEncoding: Problem = {
  reason: 'unreadable characters',
  detail: 'The row holds bytes that are no UTF-8 while the file is. Save the file in one encoding.',
}
