import { readBytes } from '../formats/bytes.ts'
import type { Layout, Row, RowBlock } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
import { cutMails, keptOfTooLong } from './cut-mails.ts'
import { toMailRow } from './mail-row.ts'

const nothing = Buffer.alloc(0)

/** Rows of a mailbox file, one a mail; of a file that is a single mail, its one. */
export async function* readMails(file: SourceFile, { columns }: Layout): AsyncGenerator<RowBlock> {
  const cut = cutMails()
  let bytes = 0
  for await (const piece of readBytes(file)) {
    bytes = piece.bytes
    for (const mail of cut(piece.content, false)) yield { rows: [await toMailRow(mail, columns)], bytes }
  }
  for (const mail of cut(nothing, true)) yield { rows: [await toMailRow(mail, columns)], bytes }
}

/** Reads a mail that was set aside again, after it was mended. */
export async function rereadMail(
  raw: Uint8Array,
  line: number | null,
  columns: readonly string[],
): Promise<Row> {
  const isTooLong = raw.length === keptOfTooLong
  const mail = { content: Buffer.from(raw), line: line ?? 1, isTooLong, isLast: true }
  return toMailRow(mail, columns)
}
