import type { MappingQuestion } from '../../core/interactions/mapping.ts'
import { nestedMark } from '../formats/json-cells.ts'
import { guessMapping, type Sample } from '../guess/guess-mapping.ts'
import type { Row } from '../row.ts'
import { cutOf, splitsRows } from './cut-rows.ts'
import { findReplies } from './find-replies.ts'
import { findTranscripts } from './find-transcripts.ts'
import { type Replies, replyColumns } from './reply-columns.ts'
import { type Transcripts, transcriptColumns } from './transcript-columns.ts'

/** What was found: the columns with those of the messages, a sentence on how rows are cut, and what must be asked. */
export type FoundCut = {
  readonly columns: readonly string[]
  readonly because: readonly string[]
  readonly questions: readonly MappingQuestion[]
}

/** Looks in sampled rows for several messages in one; the columns stay as they are where each row is one, or is cut already. */
export function findCut(sample: Sample): FoundCut {
  const { columns } = sample
  const whole = { columns, because: [], questions: [] }
  if (splitsRows(columns) || columns.some((name) => name.includes(nestedMark))) return whole
  const found = findTranscripts(sample, () => guessMapping(sample))
  if (found?.transcripts) {
    const { transcripts, questions } = found
    return {
      columns: [...columns, ...transcriptColumns(transcripts)],
      because: [sayTranscripts(transcripts)],
      questions,
    }
  }
  if (found) return { ...whole, questions: found.questions }
  const replies = findReplies(sample, (without) => guessMapping(withoutColumns(sample, without)))
  if (replies === null) return whole
  return { columns: [...columns, ...replyColumns(replies)], because: [sayReplies(replies)], questions: [] }
}

function sayReplies({ reply, times }: Replies): string {
  const when = times === null ? 'at the time of its row' : `at the time in "${times[1]}"`
  return `"${reply}" holds what the company answered: where it is filled, a row is read as two messages of one case, the customer's and the answer, which is the company's, ${when}.`
}

function sayTranscripts({ texts, customer, agent, written, time }: Transcripts): string {
  const quoted = texts.map((name) => `"${name}"`).join(' and ')
  const names = [customer, agent].filter((name) => name !== null).map((name) => `"${name}"`)
  const who =
    names.length === 0 ? 'words such as Customer and Agent' : `${names.join(' and ')} and words such as Agent`
  const day = time === null ? '' : ` on the day of "${time}"`
  const when = {
    dated: 'at the time it states',
    clock: `at its time of day${day}`,
    untimed: 'at the time of its row',
  }
  return `${quoted} ${texts.length > 1 ? 'hold' : 'holds'} what several people said: each turn is read as a message ${when[written]}. Who is the customer is told by ${who}. What nobody is named for, such as notes of who joined, is no message.`
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
