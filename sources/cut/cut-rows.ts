import type { Mapping } from '../../core/interactions/mapping.ts'
import type { Row } from '../row.ts'
import { addedComments, cutComments } from './comment-columns.ts'
import { addedReplies, cutReplies, findNamedReplies, repliesOf } from './reply-columns.ts'
import {
  addedTranscripts,
  cutTranscripts,
  findNamedTranscripts,
  transcriptsOf,
} from './transcript-columns.ts'

/**
 * A row of a file may hold several messages. The columns of those that are cut out of it stand behind the file's own, so that
 * the columns alone say how a row is cut, now and when it is read again.
 */

/** The columns that stand in the file. */
export function writtenColumns(columns: readonly string[]): readonly string[] {
  const added = addedTo(columns)
  return added === 0 ? columns : columns.slice(0, -added)
}

/** Whether its rows are messages that were cut out of the rows of the file. */
export function splitsRows(columns: readonly string[]): boolean {
  return addedTo(columns) > 0
}

function addedTo(columns: readonly string[]): number {
  return addedComments(columns) || addedReplies(columns) || addedTranscripts(columns)
}

/** How a row of the file becomes its messages; null where each is one. */
export function cutOf(columns: readonly string[]): ((row: Row) => readonly Row[]) | null {
  const cut = cutComments(columns) ?? cutReplies(columns) ?? cutTranscripts(columns)
  return cut && ((row) => (row.problem ? [row] : cut(row)))
}

/** Own columns of the file that are empty in its messages, because others say what they held. */
export function emptiedColumns(columns: readonly string[]): ReadonlySet<string> {
  return new Set((repliesOf(columns) ?? transcriptsOf(columns))?.emptied)
}

/** The columns as a mapping knows them: one that was made of whole rows knows nothing of their messages. */
export function columnsFor(mapping: Mapping, all: readonly string[]): readonly string[] {
  const { columns, attributes, customerColumn } = mapping
  const own = writtenColumns(all)
  const isOwn = new Set(own)
  const named = [...Object.values(columns).flat(), ...attributes, customerColumn ?? '']
  const added = named.filter((name) => !isOwn.has(name))
  if (added.some((name) => all.includes(name))) return all
  return [...own, ...(findNamedReplies(added, own) ?? findNamedTranscripts(added, own) ?? [])]
}
