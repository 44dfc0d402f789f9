import { cutOf, writtenColumns } from './cut/cut-rows.ts'
import { readCsv } from './formats/csv.ts'
import { readJson } from './formats/json.ts'
import { readXes } from './formats/xes.ts'
import { readMails } from './mail/read-mails.ts'
import type { Layout, RowBlock } from './row.ts'
import type { SourceFile } from './source-file.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

const readers = {
  csv: readCsv,
  json: readJson,
  jsonl: readJson,
  xes: readXes,
  xlsx: readXlsx,
  mbox: readMails,
}

/** The rows of a file in the order of the file, whatever its format; of a row that holds several messages, those. */
export async function* readRows(file: SourceFile, layout: Layout): AsyncGenerator<RowBlock> {
  const toMessages = cutOf(layout.columns)
  const blocks = readers[layout.format](file, { ...layout, columns: writtenColumns(layout.columns) })
  if (toMessages === null) yield* blocks
  else for await (const { rows, bytes } of blocks) yield { rows: rows.flatMap(toMessages), bytes }
}
