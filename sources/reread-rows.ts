import type { Instant } from '../core/base/time.ts'
import type { Mapping } from '../core/interactions/mapping.ts'
import { cutOf, writtenColumns } from './cut/cut-rows.ts'
import type { Fact } from './fact.ts'
import { isChat } from './formats/chat.ts'
import { cutRows } from './formats/csv.ts'
import { jsonRows, parseRecord } from './formats/json.ts'
import { isRecord, type JsonRecord, recordNumber, toCells } from './formats/json-cells.ts'
import { toBlock } from './formats/text.ts'
import { rereadMail } from './mail/read-mails.ts'
import { mapRow } from './mapping/map-row.ts'
import { planMapping } from './mapping/plan.ts'
import type { Batch, SetAsideRow } from './read-source.ts'
import { badRow, type Layout, type Row, rawOf } from './row.ts'

/** What rows of a file need to be read again; plain values, kept with the rows that were set aside. */
export type ReadContext = Layout

export type RereadRow = { readonly line: number | null; readonly raw: Uint8Array }

const batchRows = 1000

/** Reads rows that were set aside again, after their bytes or the mapping were mended. What still fails says why. */
export async function* rereadRows(
  rows: readonly RereadRow[],
  context: ReadContext,
  mapping: Mapping,
  now: Instant = Date.now(),
): AsyncGenerator<Batch> {
  const plan = planMapping(mapping, context.columns)
  let done = 0
  for (let start = 0; start < rows.length; start += batchRows) {
    const facts: Fact[] = []
    const setAside: SetAsideRow[] = []
    for (const given of rows.slice(start, start + batchRows)) {
      for (const row of await toRows(given, context)) {
        done += 1
        const outcome = row.problem ?? mapRow(plan, row.cells, given.line ?? done, now)
        if ('interaction' in outcome) facts.push(outcome)
        else setAside.push({ line: given.line, ...outcome, raw: rawOf(row, context.columns) })
      }
    }
    yield { rows: done, bytes: 0, facts, setAside, stateOnly: 0 }
  }
}

const openingBrace = 0x7b

/** A message that was cut out of a row is kept by itself, with the columns of both. */
async function toRows({ line, raw }: RereadRow, context: ReadContext): Promise<Row[]> {
  if (context.format === 'mbox') return [await rereadMail(raw, line, context.columns)]
  const toMessages = cutOf(context.columns)
  const written = { ...context, columns: writtenColumns(context.columns) }
  if (toMessages === null) return toWrittenRows({ line, raw }, written)
  const text = Buffer.from(raw).toString('utf8')
  const parsed = raw[0] === openingBrace ? parseRecord(text, line ?? 0, true, null).record : null
  if (parsed && (context.columns.at(-1) ?? '') in parsed) return [toRow(parsed, line, text, context)]
  return toWrittenRows({ line, raw }, written).flatMap(toMessages)
}

function toWrittenRows({ line, raw }: RereadRow, context: ReadContext): Row[] {
  const block = toBlock(Buffer.from(raw), 'utf-8', 0, true)
  // A message of a chat is kept as its columns, for the chat that it is of.
  const isMessage = isChat(context) && raw[0] === openingBrace
  if (context.format === 'csv' && !isMessage) return cutRows(context)(block)
  const text = Buffer.from(raw).toString('utf8')
  const parsed = parseRecord(text, line ?? 0, true, block.isBytewise ? Buffer.from(raw) : null)
  if (parsed.record === null) return [badRow(line, text, parsed.problem, raw)]
  const isJson = context.format === 'json' || context.format === 'jsonl'
  if (isJson && !(recordNumber in parsed.record)) return jsonRows(context.columns)(parsed)
  return [toRow(parsed.record, line, text, context)]
}

function toRow(record: JsonRecord, line: number | null, text: string, { columns }: ReadContext): Row {
  const fields = new Map(
    Object.entries(record).map(([name, value]) => [name, isRecord(value) ? '' : String(value)]),
  )
  const indexOf = new Map(columns.map((name, at) => [name, at]))
  return { line, cells: toCells(fields, columns, indexOf), text, problem: null, raw: null }
}
