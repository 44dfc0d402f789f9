import { SaxesParser } from 'saxes'
import { refusal } from '../refusal.ts'
import { textOfNumber } from './styles.ts'
import type { Workbook } from './workbook.ts'
import type { Archive } from './zip.ts'

/** A row of a sheet as text; `withoutValue` names a cell whose formula was saved without its result. */
export type SheetRow = {
  readonly line: number
  readonly cells: readonly string[]
  readonly withoutValue: string | null
}

const mostColumns = 16_384

/** Streams the rows of a sheet, each cell as the text a person would write, and the share of the sheet that is done. */
export async function* readSheetRows(
  archive: Archive,
  workbook: Workbook,
  sheet: Workbook['sheets'][number],
): AsyncGenerator<{ readonly rows: readonly SheetRow[]; readonly share: number }> {
  const content = await archive.read(sheet.path)
  if (!content) return
  const size = archive.sizeOf(sheet.path)
  let done = 0
  const decoder = new TextDecoder('utf-8')
  const parser = parseSheet(workbook)
  for await (const chunk of content) {
    done += chunk.length
    yield {
      rows: parser(decoder.decode(chunk, { stream: true })),
      share: Math.min(1, done / Math.max(1, size)),
    }
  }
}

type Cell = { at: number; name: string; type: string; style: number; value: string; hasFormula: boolean }

function parseSheet(workbook: Workbook): (text: string) => SheetRow[] {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let rows: SheetRow[] = []
  let line = 0
  let cells: string[] = []
  let withoutValue: string | null = null
  let cell: Cell | null = null
  let isValue = false

  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    if (name === 'row') {
      line = Number(tag.attributes.r ?? line + 1)
      cells = []
      withoutValue = null
    } else if (name === 'c') cell = startCell(tag.attributes, cells.length)
    else if (name === 'f' && cell) cell.hasFormula = true
    else isValue = name === 'v' || (name === 't' && cell?.type === 'inlineStr')
  })
  parser.on('text', (text) => {
    if (cell && isValue) cell.value += text
  })
  parser.on('closetag', (tag) => {
    const name = localName(tag.name)
    if (name === 'v' || name === 't') isValue = false
    else if (name === 'c' && cell) endCell(cell)
    else if (name === 'row') rows.push({ line, cells, withoutValue })
  })
  parser.on('error', (error) => {
    throw refusal(`The sheet is no readable XML: ${error.message}.`, 'Open the workbook and save it again.')
  })

  function endCell(ended: Cell) {
    if (ended.hasFormula && ended.value === '' && ended.type !== 'str') withoutValue ??= ended.name
    while (cells.length < ended.at) cells.push('')
    cells[ended.at] = textOfCell(ended, workbook)
    cell = null
  }

  return (text) => {
    parser.write(text)
    const taken = rows
    rows = []
    return taken
  }
}

function startCell(attributes: Record<string, unknown>, next: number): Cell {
  const name = String(attributes.r ?? '')
  const at = name === '' ? next : columnOf(name)
  return {
    at: Math.min(at, mostColumns),
    name,
    type: String(attributes.t ?? 'n'),
    style: Number(attributes.s ?? 0),
    value: '',
    hasFormula: false,
  }
}

/** 0 for `A7`, 27 for `AB7`. */
function columnOf(name: string): number {
  let column = 0
  for (const letter of name) {
    const code = letter.charCodeAt(0) - 64
    if (code < 1 || code > 26) break
    column = column * 26 + code
  }
  return column - 1
}

function textOfCell(cell: Cell, workbook: Workbook): string {
  if (cell.type === 's') return workbook.strings[Number(cell.value)] ?? ''
  if (cell.type === 'b') return cell.value === '1' ? 'true' : 'false'
  if (cell.type === 'd') return cell.value.replace('T', ' ')
  if (cell.type !== 'n' || cell.value === '') return cell.value
  return textOfNumber(cell.value, workbook.styles[cell.style] ?? 'number', workbook.uses1904)
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
