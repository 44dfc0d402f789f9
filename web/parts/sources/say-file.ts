import type { ImportJson } from '../../../contract/screens.ts'
import type { Guess } from '../../../core/interactions/mapping.ts'
import { formatCount, plural, sayLength } from '../../ui/format.ts'

const delimiters: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  '] ': 'brackets of a WhatsApp chat',
  ' - ': 'dashes of a WhatsApp chat',
}

const formats: Readonly<Record<Guess['format'], string>> = {
  csv: 'CSV',
  json: 'JSON',
  jsonl: 'JSON lines',
  xes: 'XES event log',
  xlsx: 'Excel workbook',
  mbox: 'Mailbox',
}

/** What was understood of a file before it is read. */
export function sayFile(guess: Guess): string {
  const between =
    guess.delimiter === null ? '' : `, ${delimiters[guess.delimiter] ?? guess.delimiter} between the columns`
  const packed = guess.compressed ? ', compressed' : ''
  const written =
    guess.format === 'xlsx' || guess.format === 'mbox' ? '' : ` in ${guess.encoding.toUpperCase()}`
  return `${formats[guess.format]}${written}${packed}${between}. ${plural(guess.columns.length, 'column')}. Please look whether we read it as you mean it.`
}

/** How far a reading is, for the line under its bar. */
export function sayProgress({ rows, rowsPerSecond, secondsLeft }: ImportJson): string {
  const speed = rowsPerSecond === null ? null : `${formatCount(rowsPerSecond)} a second`
  const left = secondsLeft === null ? null : `${saySeconds(secondsLeft)} left`
  return [plural(rows, 'row'), speed, left].filter((part) => part !== null).join(', ')
}

function saySeconds(seconds: number): string {
  return seconds < 90 ? plural(Math.ceil(seconds), 'second') : sayLength(seconds / 60)
}

/** The parts that a file's rows add up to; parts of nothing are left out but the interactions. */
export function addUp({ interactions, duplicates, stateOnly, setAside }: ImportJson) {
  const parts = [
    { name: interactions === 1 ? 'interaction' : 'interactions', count: interactions },
    { name: 'known already', count: duplicates },
    { name: 'only repeat a state', count: stateOnly },
    { name: 'set aside', count: setAside },
  ]
  return parts.filter(({ count }, index) => index === 0 || count > 0)
}
