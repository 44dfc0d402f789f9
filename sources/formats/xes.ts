import { type SaxesAttributePlain, SaxesParser } from 'saxes'
import { refusal, untilDamage } from '../refusal.ts'
import { badRow, jsonOf, type Layout, longestCell, type Problem, type Row, type RowBlock } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
import { type Columns, columnsOf, toCells } from './json-cells.ts'
import { readText } from './text.ts'

/** An event of a log with the attributes of its case before its own, and the line it starts on. */
export type XesEvent = { readonly fields: ReadonlyMap<string, string>; readonly line: number }

/** What comes before the name of an attribute that belongs to the case and not to the event. */
const casePrefix = 'case:'

const sampledEvents = 5000

const values = new Set(['string', 'date', 'int', 'float', 'boolean', 'id'])

/** Rows of an XES log, one an event. */
export async function* readXes(file: SourceFile, layout: Layout): AsyncGenerator<RowBlock> {
  const indexOf = new Map(layout.columns.map((name, at) => [name, at]))
  for await (const { events, bytes } of readEvents(file, layout.encoding)) {
    yield { rows: events.map((event) => toRow(event, layout.columns, indexOf)), bytes }
  }
}

export async function sniffXes(file: SourceFile, encoding: Layout['encoding']): Promise<Columns> {
  const sampled: ReadonlyMap<string, string>[] = []
  for await (const { events } of untilDamage(readEvents(file, encoding))) {
    for (const { fields } of events) sampled.push(fields)
    if (sampled.length >= sampledEvents) break
  }
  if (sampled.length === 0) {
    throw refusal(
      `${file.name} is an event log without events.`,
      'Export it again; there is nothing to read.',
    )
  }
  return columnsOf(sampled.slice(0, sampledEvents))
}

function toRow(
  { fields, line }: XesEvent,
  columns: readonly string[],
  indexOf: ReadonlyMap<string, number>,
): Row {
  const cells = toCells(fields, columns, indexOf)
  if (cells.some((cell) => cell.length > longestCell)) return badRow(line, jsonOf(cells, columns), tooLong)
  return { line, cells, text: null, problem: null, raw: null }
}

async function* readEvents(file: SourceFile, encoding: Layout['encoding']) {
  const { parse, take } = parseEvents(file.name)
  let bytes = 0
  try {
    for await (const block of readText(file, encoding)) {
      bytes = block.bytes
      parse(block.text, block.isLast)
      const events = take()
      if (events.length > 0) yield { events, bytes }
    }
  } catch (error) {
    const events = take()
    if (events.length > 0) yield { events, bytes }
    throw error
  }
}

/** Parses pieces of a log. Defaults for missing attributes (`global`) are no facts and are passed over. */
function parseEvents(name: string) {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let events: XesEvent[] = []
  let caseFields = new Map<string, string>()
  let fields: Map<string, string> | null = null
  let isInCase = false
  let startLine = 1
  const keys: string[] = []

  parser.on('doctype', () => {
    throw declaresEntities(name)
  })
  parser.on('error', (error) => {
    throw noXml(name, parser.line, error)
  })
  parser.on('opentag', (tag) => {
    if (tag.name === 'trace') startCase()
    else if (tag.name === 'event') startEvent()
    else if (values.has(tag.name) && isInCase) openValue(tag.attributes)
  })
  parser.on('closetag', (tag) => {
    if (tag.name === 'trace') isInCase = false
    else if (tag.name === 'event') endEvent()
    else if (values.has(tag.name) && isInCase) keys.pop()
  })

  function startCase() {
    caseFields = new Map()
    isInCase = true
  }

  function startEvent() {
    fields = new Map(caseFields)
    startLine = parser.line
  }

  function endEvent() {
    if (fields && isInCase) events.push({ fields, line: startLine })
    fields = null
  }

  function openValue(attributes: Record<string, SaxesAttributePlain | string>) {
    keys.push(String(attributes.key ?? ''))
    const path = keys.join('.')
    const value = String(attributes.value ?? '')
    if (fields) fields.set(path, value)
    else caseFields.set(casePrefix + path, value)
  }

  return {
    parse(text: string, isLast: boolean): void {
      parser.write(text)
      if (isLast) parser.close()
    },
    take(): XesEvent[] {
      const taken = events
      events = []
      return taken
    },
  }
}

const tooLong: Problem = {
  reason: 'field too long',
  detail: `A field is longer than ${longestCell} characters. Shorten it, or leave it out of the export.`,
}

export function declaresEntities(name: string) {
  return refusal(
    `${name} declares XML entities, which can blow a small file up without end.`,
    'Export the log without a document type declaration.',
  )
}

function noXml(name: string, line: number, error: Error) {
  return refusal(
    `${name} is no readable XML after line ${line}: ${error.message.replace(/^\d+:\d+: /, '')}`,
    'What came before was read. Export the log again, then read it again.',
  )
}
