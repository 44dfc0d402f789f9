import type { Guess } from '../core/interactions/mapping.ts'
import { chatColumns, sniffChat } from './formats/chat.ts'
import { withoutCopies } from './formats/columns.ts'
import { readStart, refuseBinary, sniffEncoding } from './formats/sniff.ts'
import { sniffCsv } from './formats/sniff-csv.ts'
import { jsonKind, sniffJson } from './formats/sniff-json.ts'
import { declaresEntities, sniffXes } from './formats/xes.ts'
import { mailColumns } from './mail/mail-columns.ts'
import { isMail } from './mail/sniff-mail.ts'
import { refusal } from './refusal.ts'
import type { Layout } from './row.ts'
import type { SourceFile } from './source-file.ts'
import { sniffXlsx } from './xlsx/read-xlsx.ts'

/** How a file is made, and what a person should know about how that was found. */
export type Sniffed = {
  readonly layout: Layout
  /** Columns that every export of this kind has; the source is named by them. */
  readonly naming: readonly string[]
  readonly remarks: readonly string[]
  readonly questions: Guess['questions']
}

/** Finds format, encoding, delimiter and columns from the content; the file's name has no say. */
export async function sniffFile(file: SourceFile, sheet?: string): Promise<Sniffed> {
  const { content, compressed } = await readStart(file)
  if (content[0] === 0x50 && content[1] === 0x4b) return sniffWorkbook(file, compressed, sheet)
  if (isMail(content)) return aMailbox(compressed)
  const encoding = sniffEncoding(content)
  refuseBinary(file.name, content, encoding)
  const text = new TextDecoder(encoding === 'latin1' ? 'windows-1252' : encoding).decode(content)
  if (text.trim() === '')
    throw refusal(`${file.name} is empty.`, 'Export it again; there is nothing to read.')
  if (isDump(text)) throw dump(file.name)
  const base = { encoding, compressed, delimiter: null, sheets: [] }
  if (/^\s*<\?xml|^\s*<log[\s>]/.test(text)) {
    if (!/<log[\s>]/.test(text)) throw notALog(file.name, text)
    const { columns, naming } = await sniffXes(file, encoding)
    return { layout: { ...base, format: 'xes', columns }, naming, remarks: [], questions: [] }
  }
  const kind = jsonKind(text)
  if (kind) {
    const layout = { ...base, format: kind }
    const { columns, naming } = await sniffJson(file, layout)
    return { layout: { ...layout, columns }, naming, remarks: [], questions: [] }
  }
  const chat = sniffChat(text)
  if (chat) {
    const layout: Layout = { ...base, format: 'csv', delimiter: chat, columns: chatColumns }
    return { layout, naming: chatColumns, remarks: [chatRemark], questions: [] }
  }
  const { delimiter, columns, hasHeader } = sniffCsv(file.name, text)
  const remarks = hasHeader ? [] : ['The first line looks like data, so the columns are numbered.']
  return {
    layout: { ...base, format: 'csv', delimiter, columns },
    naming: withoutCopies(columns),
    remarks,
    questions: [],
  }
}

/** Each mail says its own encoding. */
function aMailbox(compressed: boolean): Sniffed {
  return {
    layout: {
      format: 'mbox',
      encoding: 'utf-8',
      compressed,
      delimiter: null,
      columns: mailColumns,
      sheets: [],
    },
    naming: mailColumns,
    remarks: ['Each mail is a row; what is attached to it is not kept.'],
    questions: [],
  }
}

const chatRemark =
  'A chat exported from WhatsApp: each message is a row, the whole chat one case. What the app itself noted is left out.'

async function sniffWorkbook(file: SourceFile, compressed: boolean, wanted?: string): Promise<Sniffed> {
  const { columns, sheets, others } = await sniffXlsx(file, wanted)
  const names = sheets.map((name) => `"${name}"`).join(', ')
  const [first = ''] = sheets
  return {
    layout: { format: 'xlsx', encoding: 'utf-8', compressed, delimiter: null, columns, sheets },
    naming: columns,
    remarks: [
      sheets.length === 1
        ? `The sheet ${names} is read.`
        : `The sheets ${names} have the same columns and are read one after the other.`,
    ],
    questions:
      others.length === 0 || wanted !== undefined
        ? []
        : [
            {
              field: 'sheet',
              question:
                'Several sheets hold tables of their own. Which one tells what customers lived through?',
              options: [first, ...others],
              assumed: first,
            },
          ],
  }
}

/** What a database writes to be filled again: several tables, and statements between them. */
function isDump(text: string): boolean {
  return (
    /^(CREATE TABLE|INSERT INTO|COPY \S+ \(.*\) FROM stdin;)/im.test(text) &&
    /^(--|\/\*|SET |CREATE |INSERT |DROP |BEGIN)/m.test(text)
  )
}

function dump(name: string) {
  return refusal(
    `${name} is a dump of a database, with statements beside its rows.`,
    'Export the table that holds the messages or tickets as csv, with the names of its columns in the first line.',
  )
}

function notALog(name: string, text: string) {
  if (/<!DOCTYPE|<!ENTITY/.test(text)) {
    return declaresEntities(name)
  }
  return refusal(`${name} is XML but no XES event log.`, 'Export it as csv, json, xes, xlsx or mbox.')
}
