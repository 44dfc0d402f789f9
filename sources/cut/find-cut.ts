import { nestedMark } from '../formats/json-cells.ts'
import { guessMapping, type Sample } from '../guess/guess-mapping.ts'
import type { Row } from '../row.ts'
import { cutOf, splitsRows } from './cut-rows.ts'
import { findReplies } from './find-replies.ts'
import { replyColumns } from './reply-columns.ts'

/** What was found: the columns with those of the messages, and a sentence on how rows are cut. */
export type FoundCut = { readonly columns: readonly string[]; readonly because: string }

/** Looks in sampled rows for several messages in one; null where each row is one, or is cut already. */
export function findCut(sample: Sample): FoundCut | null {
  const { columns } = sample
  if (splitsRows(columns) || columns.some((name) => name.includes(nestedMark))) return null
  const replies = findReplies(sample, (without) => guessMapping(withoutColumns(sample, without)))
  if (replies === null) return null
  const when = replies.times === null ? 'at the time of its row' : `at the time in "${replies.times[1]}"`
  return {
    columns: [...columns, ...replyColumns(replies)],
    because: `"${replies.reply}" holds what the company answered: where it is filled, a row is read as two messages of one case, the customer's and the answer, which is the company's, ${when}.`,
  }
}

/** The messages of sampled rows. */
export function cutSample(columns: readonly string[], rows: Sample['rows']): Sample['rows'] {
  const toMessages = cutOf(columns)
  if (toMessages === null) return rows
  return rows.flatMap((cells) => toMessages(aRow(cells)).map((row) => row.cells))
}

function aRow(cells: readonly string[]): Row {
  return { line: null, cells, text: null, problem: null, raw: null }
}

function withoutColumns(sample: Sample, without: ReadonlySet<string>): Sample {
  const places = sample.columns.flatMap((name, at) => (without.has(name) ? [] : [at]))
  return {
    ...sample,
    columns: places.map((at) => sample.columns[at] ?? ''),
    rows: sample.rows.map((cells) => places.map((at) => cells[at] ?? '')),
  }
}
