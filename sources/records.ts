import { readCsv } from './formats/csv.ts'
import type { Layout, RowBlock } from './row.ts'
import type { SourceFile } from './source-file.ts'

/** The rows of a file in the order of the file, whatever its format. */
export function readRows(file: SourceFile, layout: Layout): AsyncGenerator<RowBlock> {
  return readCsv(file, layout)
}
