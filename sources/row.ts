/** Why a row cannot be read: `reason` is short and can be counted; `detail` says what happened and what to do. */
export type Problem = { readonly reason: string; readonly detail: string }

/** One row of a file as its format gives it: a csv record, an element or nested message of json, an event, a sheet row. */
export type Row = {
  readonly line: number | null
  readonly cells: readonly string[]
  /** The row as written in the file; what is set aside and read again. */
  readonly text: string
  readonly problem: Problem | null
  /** The row's own bytes, where `text` could not hold them. */
  readonly raw: Uint8Array | null
}

/** Rows that came together, and how many bytes of the file (as stored, compressed or not) were used so far. */
export type RowBlock = { readonly rows: readonly Row[]; readonly bytes: number }

/** All that is needed to read rows of a file again, long after: plain values only. */
export type Layout = {
  readonly format: 'csv' | 'json' | 'jsonl' | 'xes' | 'xlsx'
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'
  readonly compressed: boolean
  readonly delimiter: string | null
  readonly columns: readonly string[]
}

/** A field longer than this is no message of a customer; its row is set aside. */
export const longestCell = 1_000_000

export function rawOf(row: Row): Uint8Array {
  return row.raw ?? Buffer.from(row.text, 'utf8')
}

export function badRow(
  line: number | null,
  text: string,
  problem: Problem,
  raw: Uint8Array | null = null,
): Row {
  return { line, cells: [], text, problem, raw }
}
