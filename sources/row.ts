/** Why a row cannot be read: `reason` is short and can be counted; `detail` says what happened and what to do. */
export type Problem = { readonly reason: string; readonly detail: string }

/** One row of a file as its format gives it: a csv record, an element or nested message of json, an event, a sheet row. */
export type Row = {
  readonly line: number | null
  readonly cells: readonly string[]
  /** The row as written in the file; null where rows are not written one by one, as in a sheet or a nested list. */
  readonly text: string | null
  readonly problem: Problem | null
  /** The row's own bytes, where `text` could not hold them. */
  readonly raw: Uint8Array | null
}

/** Rows that came together, and how many bytes of the file (as stored, compressed or not) were used so far. */
export type RowBlock = { readonly rows: readonly Row[]; readonly bytes: number }

/** All that is needed to read rows of a file again, long after: plain values only. */
export type Layout = {
  readonly format: 'csv' | 'json' | 'jsonl' | 'xes' | 'xlsx' | 'mbox'
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'
  readonly compressed: boolean
  readonly delimiter: string | null
  readonly columns: readonly string[]
  /** Of a workbook: the sheets that hold the table, in its order. */
  readonly sheets: readonly string[]
}

/** A field longer than this is no message of a customer; its row is set aside. */
export const longestCell = 1_000_000

/** What is set aside of a row: its bytes, its text as UTF-8, or its columns as json. */
export function rawOf(row: Row, columns: readonly string[]): Uint8Array {
  if (row.raw) return row.raw
  return Buffer.from(row.text ?? jsonOf(row.cells, columns), 'utf8')
}

export function jsonOf(cells: readonly string[], columns: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])))
}

export function badRow(
  line: number | null,
  text: string,
  problem: Problem,
  raw: Uint8Array | null = null,
): Row {
  return { line, cells: [], text, problem, raw }
}
