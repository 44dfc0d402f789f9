import type { Instant } from '../core/base/time.ts'
import type { Guess } from '../core/interactions/mapping.ts'
import type { Fact } from './fact.ts'
import { type Conversations, joinConversations } from './mapping/conversations.ts'
import { isRepeat, mapRow, placeOf } from './mapping/map-row.ts'
import { planMapping } from './mapping/plan.ts'
import { readRows } from './records.ts'
import { isRefusal, refusal } from './refusal.ts'
import { type Layout, type Row, rawOf } from './row.ts'
import type { SourceFile } from './source-file.ts'

/** A row that could not be read: listed, exported and read again after a mend. Nothing of it is lost. */
export type SetAsideRow = {
  readonly line: number | null
  readonly reason: string
  readonly detail: string
  readonly raw: Uint8Array
}

/** Some rows of a file, read. facts + state only + set aside, over all batches, are the rows of the file. */
export type Batch = {
  /** Rows of the file so far. */
  readonly rows: number
  /** Bytes of the file, as stored, used so far. */
  readonly bytes: number
  readonly facts: readonly Fact[]
  readonly setAside: readonly SetAsideRow[]
  /** Rows of this batch that only repeat a state. */
  readonly stateOnly: number
}

export type ReadOptions = {
  /** Rows that an earlier, interrupted reading has finished; they are passed over. */
  readonly afterRows: number
  readonly batchRows: number
  /** For readers that take turns: of every `of` batches only the `number`th is this reader's, counted from 0. */
  readonly turn?: { readonly number: number; readonly of: number }
  /** Times far ahead of this are impossible; the machine's clock when left out. */
  readonly now?: Instant
}

/**
 * Reads a file as its guess says, in batches. A reading resumed after any row yields the same facts as an undisturbed
 * one: whether a row repeats a state depends on the row before it alone.
 */
export async function* readSource(
  file: SourceFile,
  guess: Guess,
  options: ReadOptions,
): AsyncGenerator<Batch> {
  const plan = planMapping(guess.mapping, namesOf(guess), await conversationsOf(file, guess))
  const now = options.now ?? Date.now()
  const batch = startBatch(namesOf(guess))
  let rows = 0
  let before: Row | null = null
  try {
    for await (const block of readRows(file, layoutOf(guess))) {
      for (const row of block.rows) {
        rows += 1
        if (isOwn(rows)) batch.add(row, judge(row, before, rows))
        before = row
        if (batch.size() >= options.batchRows) yield batch.take(rows, block.bytes)
      }
      batch.reach(block.bytes)
    }
  } catch (error) {
    if (batch.size() > 0) yield batch.take(rows, null)
    throw isRefusal(error) ? refusal(`${error.message} ${rows} rows were read before.`, error.hint) : error
  }
  if (batch.size() > 0) yield batch.take(rows, null)

  function isOwn(sequence: number): boolean {
    const { afterRows, batchRows, turn } = options
    if (sequence <= afterRows) return false
    return turn === undefined || Math.floor((sequence - afterRows - 1) / batchRows) % turn.of === turn.number
  }

  function judge(row: Row, last: Row | null, sequence: number) {
    if (row.problem) return row.problem
    const mapped = mapRow(plan, row.cells, sequence, now)
    if ('reason' in mapped || last === null || last.problem) return mapped
    if (!isRepeat(plan, row.cells, last.cells)) return mapped
    return 'reason' in mapRow(plan, last.cells, sequence - 1, now) ? mapped : 'stateOnly'
  }
}

/** A row may answer one that comes later, so the whole file is walked before the first is read. */
async function conversationsOf(file: SourceFile, guess: Guess): Promise<Conversations | undefined> {
  if (guess.mapping.columns.inReplyTo === undefined) return undefined
  const plan = planMapping(guess.mapping, namesOf(guess))
  const { add, join } = joinConversations()
  let rows = 0
  try {
    for await (const block of readRows(file, layoutOf(guess))) {
      for (const row of block.rows) {
        rows += 1
        if (!row.problem) add(placeOf(plan, row.cells, rows))
      }
    }
  } catch (error) {
    // What ends the file early is said when its rows are read.
    if (!isRefusal(error)) throw error
  }
  return join()
}

function startBatch(columns: readonly string[]) {
  let facts: Fact[] = []
  let setAside: SetAsideRow[] = []
  let stateOnly = 0
  let bytes = 0
  return {
    add(row: Row, outcome: Fact | 'stateOnly' | { reason: string; detail: string }): void {
      if (outcome === 'stateOnly') stateOnly += 1
      else if ('reason' in outcome) setAside.push({ line: row.line, ...outcome, raw: rawOf(row, columns) })
      else facts.push(outcome)
    },
    reach(used: number): void {
      bytes = used
    },
    size: () => facts.length + setAside.length + stateOnly,
    take(rows: number, used: number | null): Batch {
      const taken = { rows, bytes: used ?? bytes, facts, setAside, stateOnly }
      facts = []
      setAside = []
      stateOnly = 0
      return taken
    },
  }
}

export function layoutOf(guess: Guess): Layout {
  return {
    format: guess.format,
    encoding: toEncoding(guess.encoding),
    compressed: guess.compressed,
    delimiter: guess.delimiter,
    columns: namesOf(guess),
    sheets: guess.sheets,
  }
}

function toEncoding(name: string): Layout['encoding'] {
  return name === 'utf-16le' || name === 'utf-16be' || name === 'latin1' ? name : 'utf-8'
}

function namesOf(guess: Guess): string[] {
  return guess.columns.map(({ name }) => name)
}
