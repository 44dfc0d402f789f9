import type { Guess, Mapping, MappingReason } from '../core/interactions/mapping.ts'
import { isOnlySheet, mappedFields } from '../core/interactions/mapping.ts'
import { columnsFor } from './cut/cut-rows.ts'
import { cutSample, findCut } from './cut/find-cut.ts'
import { guessMapping, type Sample } from './guess/guess-mapping.ts'
import { previewRows } from './preview.ts'
import { readRows } from './records.ts'
import { refusal, untilDamage } from './refusal.ts'
import type { Layout } from './row.ts'
import { settleGuess } from './settle-guess.ts'
import { sniffFile } from './sniff-file.ts'
import type { SourceFile } from './source-file.ts'

const sampledRows = 2000

/**
 * Understands a file from its first rows: its format, its columns, what they mean and why, and what must be asked.
 * What those rows leave open (whether 3/4/2016 is in March, whether an id comes twice) is looked up in the rest. A
 * mapping given as `override` is taken as it is, after a check against the file; one that only names a sheet is
 * filled by the guess.
 */
export async function guessFile(file: SourceFile, override?: Mapping): Promise<Guess> {
  const given = override && isOnlySheet(override) ? undefined : override
  const { layout: sniffed, naming, remarks, questions } = await sniffFile(file, override?.sheet)
  const whole = given ? { ...sniffed, columns: columnsFor(given, sniffed.columns) } : sniffed
  const sampled: Sample = {
    columns: whole.columns,
    naming,
    rows: await sampleRows(file, whole),
    settled: { timeFormat: null, notUnique: new Set() },
  }
  const cut = given ? null : findCut(sampled)
  const layout = { ...whole, columns: cut?.columns ?? whole.columns }
  const isCut = layout.columns.length > whole.columns.length
  const rows = isCut ? cutSample(layout.columns, sampled.rows).slice(0, sampledRows) : sampled.rows
  const sample = { ...sampled, columns: layout.columns, rows }
  const first = guessMapping(sample)
  const guessed = given || rows.length < sampledRows ? first : await settleGuess(file, layout, sample, first)
  const mapping = given ?? namingSheet(guessed.mapping, override?.sheet)
  const preview = previewRows(mapping, layout.columns, rows)
  refuseUnreadable(mapping, preview.unreadable, rows.length)
  return {
    file: file.name,
    format: layout.format,
    encoding: layout.encoding,
    compressed: layout.compressed,
    delimiter: layout.delimiter,
    sheets: layout.sheets,
    columns: layout.columns.map((name, at) => ({ name, examples: examplesOf(rows, at) })),
    mapping,
    reasons: [
      ...[...remarks, ...(cut?.because ?? [])].map(formatReason),
      ...(given ? givenReasons(given) : guessed.reasons),
    ],
    questions: given ? [] : [...questions, ...(cut?.questions ?? []), ...guessed.questions],
    preview: preview.rows,
  }
}

async function sampleRows(file: SourceFile, layout: Layout): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = []
  let first: string | null = null
  for await (const block of untilDamage(readRows(file, layout))) {
    for (const row of block.rows) {
      if (row.problem) first ??= `Line ${row.line ?? 1}: ${row.problem.detail}`
      else if (rows.length < sampledRows) rows.push(row.cells)
    }
    if (rows.length >= sampledRows) break
  }
  if (rows.length > 0) return rows
  throw refusal(
    first === null ? `${file.name} has a header and no rows.` : `No row of ${file.name} can be read.`,
    first ?? 'Export it again; there is nothing to read.',
  )
}

function refuseUnreadable(mapping: Mapping, unreadable: number, rows: number): void {
  if (rows < 2 || unreadable <= rows / 2) return
  const column = (mapping.columns.time ?? []).join('" and "')
  throw refusal(
    `Most times in "${column}" cannot be read as ${mapping.timeFormat}: ${unreadable} of the first ${rows}.`,
    'Name another column or another timeFormat in a mapping file.',
  )
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
  return mappedFields
    .filter((field) => mapping.columns[field])
    .map((field) => ({
      field,
      columns: mapping.columns[field] ?? [],
      because: 'the mapping that was given says so',
    }))
}

function namingSheet(mapping: Mapping, sheet: string | undefined): Mapping {
  return sheet === undefined ? mapping : { ...mapping, sheet }
}

function formatReason(because: string): MappingReason {
  return { field: 'format', columns: [], because }
}
