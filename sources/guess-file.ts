import type { Guess, MappedField, Mapping, MappingReason } from '../core/interactions/mapping.ts'
import { readStart, refuseBinary, sniffEncoding } from './formats/sniff.ts'
import { sniffCsv } from './formats/sniff-csv.ts'
import { guessMapping } from './guess/guess-mapping.ts'
import { planMapping } from './mapping/plan.ts'
import { previewRows } from './preview.ts'
import { readRows } from './records.ts'
import type { Layout } from './row.ts'
import type { SourceFile } from './source-file.ts'

const sampledRows = 2000

/**
 * Understands a file without reading all of it: its format, its columns, what they mean and why, and what must be
 * asked. A mapping given as `override` is taken as it is, after a check against the columns.
 */
export async function guessFile(file: SourceFile, override?: Mapping): Promise<Guess> {
  const layout = await sniffFile(file)
  const rows = await sampleRows(file, layout)
  const guessed = guessMapping(file.name, layout.columns, rows)
  const mapping = override ?? guessed.mapping
  planMapping(mapping, layout.columns)
  return {
    file: file.name,
    format: layout.format,
    encoding: layout.encoding,
    compressed: layout.compressed,
    delimiter: layout.delimiter,
    columns: layout.columns.map((name, at) => ({ name, examples: examplesOf(rows, at) })),
    mapping,
    reasons: override ? givenReasons(override) : guessed.reasons,
    questions: override ? [] : guessed.questions,
    preview: previewRows(mapping, layout.columns, rows.slice(0, 10)),
  }
}

async function sniffFile(file: SourceFile): Promise<Layout> {
  const start = await readStart(file)
  const encoding = sniffEncoding(start.content)
  refuseBinary(file.name, start.content, encoding)
  const text = new TextDecoder(encoding === 'latin1' ? 'windows-1252' : encoding).decode(start.content)
  const { delimiter, columns } = sniffCsv(file.name, text)
  return { format: 'csv', encoding, compressed: start.compressed, delimiter, columns }
}

async function sampleRows(file: SourceFile, layout: Layout): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const block of readRows(file, layout)) {
    for (const row of block.rows) if (!row.problem && rows.length < sampledRows) rows.push(row.cells)
    if (rows.length >= sampledRows) break
  }
  return rows
}

function examplesOf(rows: readonly (readonly string[])[], at: number): string[] {
  const found = new Set<string>()
  for (const cells of rows) {
    const value = cells[at]?.trim()
    if (value) found.add(value.slice(0, 120))
    if (found.size >= 3) break
  }
  return [...found]
}

function givenReasons(mapping: Mapping): MappingReason[] {
  const fields = Object.keys(mapping.columns).filter(
    (field): field is MappedField => field in mapping.columns,
  )
  return fields.map((field) => ({
    field,
    columns: mapping.columns[field] ?? [],
    because: 'the mapping that was given says so',
  }))
}
