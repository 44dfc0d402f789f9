import { hash } from 'node:crypto'
import { nestedMark } from '../formats/json-cells.ts'
import { joinTexts } from '../mapping/join-texts.ts'
import type { Row } from '../row.ts'
import { and, halves, or } from './column-names.ts'

/**
 * Reviews, registers and lists of tickets keep what the company answered beside what the customer wrote. Such a row becomes the
 * customer's message and, where there is an answer, one of the company behind it. The added columns are named by those
 * that they are made of, such as `content | replyContent[].text`.
 */
export type Replies = {
  readonly reply: string
  /** What the customer wrote: a subject and a body are one text. */
  readonly texts: readonly string[]
  /** When the customer wrote and when the company answered, where answers have a time of their own. */
  readonly times: readonly [string, string] | null
  /** Tells the rows of the file apart; where none does, a trace of all that a row holds. */
  readonly id: string | null
}

export const customerSide = 'customer'
const companySide = 'company'

/** The columns that are added for it; the last says that they are. */
export function replyColumns({ reply, texts, times, id }: Replies): readonly string[] {
  return [
    `${reply}${nestedMark}from`,
    id === null ? `${reply}${nestedMark}row` : `${id}${or}${reply}${nestedMark}id`,
    ...(times === null ? [] : [`${times.join(or)}${nestedMark}time`]),
    `${texts.join(and)}${or}${reply}${nestedMark}text`,
  ]
}

/** The file's own name of a column that was added for what it holds. */
export function originOf(name: string): string {
  const end = name.indexOf(or)
  return end < 0 ? name : name.slice(0, end)
}

/** How the rows of these columns are cut, as the names of the added ones tell; and which own ones are empty since. */
export function repliesOf(columns: readonly string[]) {
  const own = new Set(columns.filter((name) => !name.includes(nestedMark)))
  const last = columns.at(-1) ?? ''
  const replies = last.endsWith(`${nestedMark}text`) ? parseReplies(columns, own) : null
  if (replies === null) return null
  const { reply, texts, times } = replies
  return { ...replies, emptied: [reply, ...texts, ...(times ?? [])] }
}

/** The columns that a mapping means by such names, even where no row of a file is known to hold an answer. */
export function findNamedReplies(names: readonly string[], own: readonly string[]): readonly string[] | null {
  const replies = parseReplies(names, new Set(own))
  return replies && replyColumns(replies)
}

export function addedReplies(columns: readonly string[]): number {
  const replies = repliesOf(columns)
  return replies === null ? 0 : replyColumns(replies).length
}

function parseReplies(names: readonly string[], own: ReadonlySet<string>): Replies | null {
  const [text] = partsOf(names, 'text', own)
  if (text === undefined) return null
  const [left, reply] = text
  const [time] = partsOf(names, 'time', own)
  const [id] = partsOf(names, 'id', own)
  return {
    reply,
    texts: own.has(left)
      ? [left]
      : (halves(left, and).find(([one, other]) => own.has(one) && own.has(other)) ?? []),
    times: time ?? null,
    id: id?.[0] ?? null,
  }
}

/** The two columns that each name of such an end is made of. */
function partsOf(names: readonly string[], end: string, own: ReadonlySet<string>) {
  const ends = names.filter((name) => name.endsWith(nestedMark + end))
  return ends.flatMap((name) =>
    halves(name.slice(0, -(nestedMark + end).length), or).filter(
      ([left, right]) => own.has(right) && left.split(and).length <= 3 && isMadeOf(left, own),
    ),
  )
}

function isMadeOf(name: string, own: ReadonlySet<string>): boolean {
  return own.has(name) || halves(name, and).some(([left, right]) => own.has(left) && own.has(right))
}

/** Written where there is no answer. */
const noAnswer = /^(-+|\.|n\/?a|none|null|nan|undefined|\[\]|\(blank\))$/i

export function isAnswer(text: string): boolean {
  return text !== '' && !(text.length < 12 && noAnswer.test(text))
}

/** How a row of the file becomes its messages; null where it holds no answers. */
export function cutReplies(columns: readonly string[]): ((row: Row) => readonly Row[]) | null {
  const replies = repliesOf(columns)
  if (replies === null) return null
  const own = columns.slice(0, -replyColumns(replies).length)
  const at = (name: string | undefined) => (name === undefined ? -1 : own.indexOf(name))
  const [reply, id] = [at(replies.reply), at(replies.id ?? undefined)]
  const [wrote, answered] = [at(replies.times?.[0]), at(replies.times?.[1])]
  const texts = replies.texts.map(at)
  const emptied = new Set(replies.emptied.map(at))
  return (row) => {
    const told = (place: number) => row.cells[place]?.trim() ?? ''
    const bare = own.map((_, place) => (emptied.has(place) ? '' : (row.cells[place] ?? '')))
    const known = replies.id === null ? traceOf(row.cells) : told(id)
    const answer = told(reply)
    const isAnswered = isAnswer(answer)
    const toMessage = (side: string, key: string, time: string, text: string): Row => {
      const times = replies.times === null ? [] : [time]
      return { ...row, text: isAnswered ? null : row.text, cells: [...bare, side, key, ...times, text] }
    }
    const first = toMessage(customerSide, known, told(wrote), joinTexts(texts.map(told)))
    if (!isAnswered) return [first]
    const key = replies.id === null || known === '' ? known : `${known}/answer`
    return [first, toMessage(companySide, key, told(answered) || told(wrote), answer)]
  }
}

function traceOf(cells: readonly string[]): string {
  return hash('sha256', cells.join('\u001f')).slice(0, 16)
}
