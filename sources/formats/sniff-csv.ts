import { withComments } from '../cut/comment-columns.ts'
import { fieldNames, scoreName } from '../guess/names.ts'
import { toWords } from '../guess/profile.ts'
import { refusal } from '../refusal.ts'
import { nameColumns, numberColumns } from './columns.ts'
import { cutRecord } from './csv-record.ts'

const delimiters = [',', ';', '\t', '|'] as const

/**
 * What a csv file is made of: the delimiter that cuts its lines most evenly, and the names of its columns. Where none cuts
 * half of them alike it is a text of one column, and the delimiter is the one that leaves most lines whole.
 */
export function sniffCsv(
  name: string,
  text: string,
): { delimiter: string; columns: string[]; hasHeader: boolean } {
  const said = /^sep=(.)\r?\n/.exec(text)
  const body = text.slice(said?.[0].length ?? 0)
  const tried = said?.[1] ? [said[1]] : delimiters
  const found = tried.map((delimiter) => ({ delimiter, records: cutSome(body, delimiter) }))
  const best =
    mostBy(found, ({ records }) => evenness(records)) ?? mostBy(found, ({ records }) => shareOf(records, 1))
  if (!best) throw refusal(`${name} is empty.`, 'Export it again; there is nothing to read.')
  const records = withoutTitles(best.records)
  const [header] = records
  if (!header) throw refusal(`${name} is empty.`, 'Export it again; there is nothing to read.')
  const hasHeader = isHeader(records)
  const widest = mostCommonWidth(records)
  const columns = hasHeader
    ? withComments(nameColumns(trimEnd(header)), records.slice(1))
    : numberColumns(widest)
  if (hasHeader && records.length === 1) {
    throw refusal(`${name} has a header and no rows.`, 'Export it again; there is nothing to read.')
  }
  return { delimiter: best.delimiter, columns, hasHeader }
}

/** Lines above a table, such as the title of a report, fill fewer columns than the table has. */
function withoutTitles(records: readonly string[][]): readonly string[][] {
  const width = mostCommonWidth(records)
  const start = records.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > width / 2)
  return records.slice(Math.max(0, start))
}

function cutSome(text: string, delimiter: string): string[][] {
  const records: string[][] = []
  let position = 0
  while (position < text.length && records.length < 400) {
    const strict = cutRecord(text, position, delimiter, false)
    const end = endOfLine(text, position)
    const record = strict.kind === 'read' ? strict : cutRecord(text.slice(position, end), 0, delimiter, true)
    if (record.kind !== 'read') break
    if (record.cells.length > 1 || record.cells[0]?.trim()) records.push(record.cells)
    position = strict.kind === 'read' ? record.next : end + 1
  }
  return records
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

/** Share of records as wide as most are, weighed by their width: one column fits any text and proves nothing. */
function evenness(records: readonly string[][]): number {
  const width = mostCommonWidth(records)
  if (width < 2) return 0
  const even = shareOf(records, width)
  return even < leastEven ? 0 : even * even * Math.log2(width + 1)
}

/** The sentences of a text hold commas too, but seldom as many. */
const leastEven = 0.5

function shareOf(records: readonly string[][], width: number): number {
  return records.filter((cells) => cells.length === width).length / records.length
}

/** The first of those that score highest; none where all score 0. */
function mostBy<T>(values: readonly T[], scoreOf: (value: T) => number): T | null {
  let [best, most]: [T | null, number] = [null, 0]
  for (const value of values) {
    const score = scoreOf(value)
    if (score > most) [best, most] = [value, score]
  }
  return best
}

function mostCommonWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const cells of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let best = 1
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width
  return best
}

/** A header names columns: short, distinct, no numbers or dates, and unlike what stands below it. */
export function isHeader(records: readonly string[][]): boolean {
  const [header, ...rest] = records
  if (!header) return false
  const cells = trimEnd(header).map((cell) => cell.trim())
  if (cells.length === 0 || cells.some((cell) => cell.length > 200 || looksLikeData(cell))) return false
  const named = cells.filter((cell) => cell !== '')
  if (named.length < cells.length / 2 || new Set(named).size < named.length * 0.8) return false
  if (cells.filter(isKnownName).length >= cells.length / 2) return true
  const repeats = cells.filter((cell, at) => cell !== '' && rest.slice(0, 50).some((row) => row[at] === cell))
  const sentences = cells.filter((cell, at) => isSentence(cell) && !standsAboveWords(rest, at))
  return repeats.length <= cells.length / 4 && sentences.length <= cells.length / 8
}

function isKnownName(cell: string): boolean {
  return Object.values(fieldNames).some((patterns) => scoreName(toWords(cell), patterns) >= 5)
}

function looksLikeData(cell: string): boolean {
  return /^[-+]?\d[\d.,:/ -]*$/.test(cell) || /^\S+@\S+\.\S+$/.test(cell) || /^<.*>/.test(cell)
}

/** A question is a column's name in a survey; a statement of many words is a message. */
function isSentence(cell: string): boolean {
  return cell.split(/\s+/).length > 6 && !cell.includes('?')
}

/** A column's name may be long; what stands below it are then no sentences. */
function standsAboveWords(rows: readonly string[][], at: number): boolean {
  const below = rows.slice(0, 50).map((row) => row[at]?.trim() ?? '')
  return rows.length > 0 && below.every((cell) => cell.split(/\s+/).length <= 2)
}

function trimEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1)
}
