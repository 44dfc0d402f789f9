import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseWordTable, type WordTable } from '../core/text/word-table.ts'

/** The table of word meanings that the text engine reads with; see models/README.md. */
export async function loadWords(): Promise<WordTable> {
  return parseWordTable(await readFile(join(import.meta.dirname, '../models/words.bin')))
}
