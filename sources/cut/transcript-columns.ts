import { hash } from 'node:crypto'
import { dayMs, hourMs, minuteMs, secondMs } from '../../core/base/time.ts'
import { nestedMark } from '../formats/json-cells.ts'
import { parseClock } from '../mapping/parse-time.ts'
import type { Row } from '../row.ts'
import { and, halves, or } from './column-names.ts'
import { cutTurns, holdsDate, type Turn, toInstant } from './transcript.ts'
import { isSpeaker, tellSides } from './transcript-sides.ts'

/** A whole chat in one cell, or a log in two: each turn becomes a message. */
export type Transcripts = {
  readonly texts: readonly string[]
  /** Name the customer and the company's agent, where speakers are names. */
  readonly customer: string | null
  readonly agent: string | null
  /** The time of the row; turns have a date of their own, or a time of day, or neither. */
  readonly time: string | null
  readonly written: 'dated' | 'clock' | 'untimed'
  readonly id: string | null
}

const end = `${nestedMark}said`

/** The columns that are added for it; the last says that they are. */
export function transcriptColumns(transcripts: Transcripts): readonly string[] {
  const { texts, customer, agent, time, written, id } = transcripts
  const base = texts.join(and)
  const behind = (name: string | null, part: string) =>
    `${name === null ? '' : name + or}${base}${nestedMark}${part}`
  return [
    ...(id === null ? [behind(null, 'row')] : []),
    behind(id, 'id'),
    behind(customer, 'from'),
    behind(agent, 'speaker'),
    ...(written === 'untimed' ? [] : [behind(time, written === 'clock' ? 'clock' : 'time')]),
    `${base}${end}`,
  ]
}

/** How the rows of these columns are cut, as the names of the added ones tell; and which own ones are empty since. */
export function transcriptsOf(columns: readonly string[]) {
  if (!columns.at(-1)?.endsWith(end)) return null
  const transcripts = parseTranscripts(columns, new Set(columns.filter((name) => !name.includes(nestedMark))))
  if (transcripts === null) return null
  const { texts, time, written } = transcripts
  return { ...transcripts, emptied: written === 'dated' && time !== null ? [...texts, time] : texts }
}

export function addedTranscripts(columns: readonly string[]): number {
  const transcripts = transcriptsOf(columns)
  return transcripts === null ? 0 : transcriptColumns(transcripts).length
}

/** The columns that a mapping means by such names. */
export function findNamedTranscripts(
  names: readonly string[],
  own: readonly string[],
): readonly string[] | null {
  const transcripts = parseTranscripts(names, new Set(own))
  return transcripts && transcriptColumns(transcripts)
}

function parseTranscripts(names: readonly string[], own: ReadonlySet<string>): Transcripts | null {
  const base = names.findLast((name) => name.endsWith(end))?.slice(0, -end.length)
  if (base === undefined) return null
  const texts = own.has(base) ? [base] : halves(base, and).find((both) => both.every((name) => own.has(name)))
  if (texts === undefined) return null
  const before = (part: string) => {
    const tail = `${or}${base}${nestedMark}${part}`
    const name = names.find((one) => one.endsWith(tail))?.slice(0, -tail.length)
    return name !== undefined && own.has(name) ? name : null
  }
  const has = (part: string) => names.some((name) => name.endsWith(`${base}${nestedMark}${part}`))
  return {
    texts,
    customer: before('from'),
    agent: before('speaker'),
    time: before('time') ?? before('clock'),
    written: has('clock') ? 'clock' : has('time') ? 'dated' : 'untimed',
    id: before('id'),
  }
}

/** How a row of the file becomes its messages; one in which it cannot be told who is who stays whole. */
export function cutTranscripts(columns: readonly string[]): ((row: Row) => readonly Row[]) | null {
  const transcripts = transcriptsOf(columns)
  if (transcripts === null) return null
  const own = columns.slice(0, -transcriptColumns(transcripts).length)
  const at = (name: string | null) => (name === null ? -1 : own.indexOf(name))
  const { written } = transcripts
  const [customer, agent, time, id] = [
    at(transcripts.customer),
    at(transcripts.agent),
    at(transcripts.time),
    at(transcripts.id),
  ]
  const texts = transcripts.texts.map(at)
  const emptied = new Set(transcripts.emptied.map(at))
  return (row) => {
    const told = (place: number) => row.cells[place]?.trim() ?? ''
    const bare = own.map((_, place) => (emptied.has(place) ? '' : (row.cells[place] ?? '')))
    const key = told(id) || hash('sha256', row.cells.join('\u001f')).slice(0, 16)
    const first = transcripts.id === null ? [...bare, key] : bare
    const rest = written === 'dated' ? [told(time)] : written === 'clock' ? [''] : []
    const turns = turnsOf(texts.map(told))
    const sides = tellSides(
      turns.map(({ turn }) => turn),
      { customer: told(customer), agent: told(agent) },
    )
    const isSaid = turns.some(({ turn }) => turn.speaker !== null && turn.text !== '')
    if (sides === null || !isSaid) {
      const whole = texts
        .map(told)
        .filter((text) => text !== '')
        .join('\n\n')
      return [{ ...row, cells: [...first, key, 'customer', '', ...rest, whole] }]
    }
    const times =
      written === 'clock' ? pastMidnight(turns.map(({ turn }) => turn)) : turns.map(({ turn }) => turn.time)
    return turns.flatMap(({ turn, number }, place) => {
      if (turn.speaker === null || turn.text === '') return []
      const when = written === 'untimed' ? [] : [times[place] ?? rest[0] ?? '']
      const cells = [
        ...first,
        `${key}/${number}`,
        sides.get(turn.speaker) ?? '',
        turn.speaker,
        ...when,
        turn.text,
      ]
      return [{ ...row, text: null, cells }]
    })
  }
}

/** The turns of all cells in the order in which they were said, each numbered within its own cell; none where one is no conversation. */
function turnsOf(cells: readonly string[]): readonly { readonly turn: Turn; readonly number: string }[] {
  const cut = cells.map((cell, at) =>
    cutTurns(cell, isSpeaker).map((turn, place) => ({
      turn,
      number: `${at === 0 ? '' : `${at + 1}.`}${place + 1}`,
    })),
  )
  if (cut.some((turns, at) => turns.length === 0 && cells[at] !== '')) return []
  if (cut.length === 1) return cut[0] ?? []
  const all = cut.flat()
  const areDated = all.every(({ turn }) => turn.time !== null && holdsDate(turn.time))
  return areDated
    ? all.sort((left, right) => toInstant(left.turn.time ?? '') - toInstant(right.turn.time ?? ''))
    : all
}

/** Times of day of one conversation; those after midnight go on counting, as `24:10`. What has none has that of the turn before. */
function pastMidnight(turns: readonly Turn[]): (string | null)[] {
  let last: number | null = null
  let days = 0
  return turns.map(({ time }) => {
    if (time === null) return last === null ? null : toClock(last)
    const now = parseClock(time)
    // What is no time is set aside as it stands.
    if (Number.isNaN(now)) return time
    // A clock that goes back by a little is none that passed midnight.
    if (last !== null && last - (now + days) > dayMs / 2) days += dayMs
    last = now + days
    return toClock(last)
  })
}

function toClock(time: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(time / hourMs)}:${two((time % hourMs) / minuteMs)}:${two((time % minuteMs) / secondMs)}`
}
