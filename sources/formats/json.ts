import { badRow, jsonOf, type Layout, longestCell, type Problem, type Row, type RowBlock } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
import { isRecord, type JsonRecord, nestingOf, rowsOf, toCells } from './json-cells.ts'
import { cutElements } from './json-elements.ts'
import { readText } from './text.ts'

/** A record of a json file: parsed, or why it could not be. */
export type ParsedRecord =
  | { readonly record: JsonRecord; readonly line: number; readonly text: string }
  | {
      readonly record: null
      readonly line: number
      readonly text: string
      readonly problem: Problem
      readonly raw: Uint8Array | null
    }

/** Rows of a json file: one a record, or one a message where records hold a list of messages. */
export async function* readJson(file: SourceFile, layout: Layout): AsyncGenerator<RowBlock> {
  const toRows = jsonRows(layout.columns)
  for await (const { records, bytes } of readRecords(file, layout)) {
    yield { rows: records.flatMap(toRows), bytes }
  }
}

export function jsonRows(columns: readonly string[]): (parsed: ParsedRecord) => Row[] {
  const nesting = nestingOf(columns)
  const indexOf = new Map(columns.map((name, at) => [name, at]))
  let number = 0
  return (parsed) => {
    const { line, text } = parsed
    number += 1
    if (parsed.record === null) return [badRow(line, text, parsed.problem, parsed.raw)]
    return rowsOf(parsed.record, nesting, number).map((fields) => {
      const cells = toCells(fields, columns, indexOf)
      const problem = problemOf(cells)
      const written = nesting.path === null ? text : null
      if (problem) return badRow(line, written ?? jsonOf(cells, columns), problem)
      return { line, cells, text: written, problem, raw: null }
    })
  }
}

function problemOf(cells: readonly string[]): Problem | null {
  if (cells.some((cell) => cell.length > longestCell)) return tooLong
  return cells.some((cell) => cell.includes('\0')) ? nullCharacter : null
}

export async function* readRecords(file: SourceFile, layout: Pick<Layout, 'format' | 'encoding'>) {
  const cut = layout.format === 'jsonl' ? cutLines() : cutElements()
  for await (const block of readText(file, layout.encoding)) {
    const records = cut(block.text, block.isLast).map(({ text, line, isWhole }) => {
      if (!block.isBytewise) return parseRecord(text, line, isWhole, null)
      const raw = Buffer.from(text, 'latin1')
      return parseRecord(raw.toString('utf8'), line, isWhole, raw)
    })
    yield { records, bytes: block.bytes }
  }
}

function cutLines() {
  let line = 0
  return (text: string) => {
    const elements: { text: string; line: number; isWhole: boolean }[] = []
    for (const part of text.split('\n')) {
      line += 1
      if (part.trim() !== '') elements.push({ text: part.trim(), line, isWhole: true })
    }
    if (text.endsWith('\n')) line -= 1
    return elements
  }
}

export function parseRecord(text: string, line: number, isWhole: boolean, raw: Buffer | null): ParsedRecord {
  if (raw && text.includes('\ufffd')) return { record: null, line, text, raw, problem: wrongEncoding }
  try {
    const record: unknown = JSON.parse(text)
    if (isRecord(record)) return { record, line, text }
    return { record: null, line, text, raw, problem: noObject }
  } catch {
    return { record: null, line, text, raw, problem: isWhole ? noJson : brokenOff }
  }
}

const noJson: Problem = {
  reason: 'not json',
  detail: 'The record is no valid json. Mend it, then read it again.',
}

const brokenOff: Problem = {
  reason: 'record broken off',
  detail: 'The file ends in the middle of a record. Export it again.',
}

const noObject: Problem = {
  reason: 'not an object',
  detail: 'The record is no json object with named fields.',
}

const tooLong: Problem = {
  reason: 'field too long',
  detail: `A field is longer than ${longestCell} characters. Shorten it, or leave it out of the export.`,
}

const nullCharacter: Problem = {
  reason: 'NUL character',
  detail: 'The record holds a NUL character, which text cannot contain. Remove it.',
}

const wrongEncoding: Problem = {
  reason: 'unreadable characters',
  detail: 'The record holds bytes that are no UTF-8. Save the file in one encoding.',
}
