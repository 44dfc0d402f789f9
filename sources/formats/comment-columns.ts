import type { Row } from '../row.ts'
import { nestedMark } from './json-cells.ts'
import { openingMessage } from './json-opening.ts'

/**
 * Jira writes the comments of a ticket into columns of one name, each as `02/Jan/24 3:04 PM;author;text`. Each becomes a row
 * of its own, as messages in a list do, behind one for what the ticket was opened with.
 */

/** A text may hold semicolons and line ends of its own. */
const written = /^(\d{1,2}\/\p{L}{3,4}\.?\/\d{2,4} \d{1,2}:\d\d(?: [AP]M)?);([^;\n]{1,200});([\s\S]*)$/u
const list = `Comment${nestedMark}`
const added = [openingMessage, `${list}id`, `${list}created`, `${list}author id`, `${list}text`]

/** The columns of a table, and those of the messages in its comments if it has such. */
export function withComments(columns: readonly string[], records: readonly string[][]): string[] {
  const places = commentPlaces(columns)
  const comments = records
    .flatMap((cells) => places.map((at) => cells[at] ?? ''))
    .filter((cell) => cell !== '')
  const isWritten = comments.length > 0 && comments.every((cell) => written.test(cell))
  return isWritten && columns.includes('Created') ? [...columns, ...added] : [...columns]
}

/** The columns that stand in the file. */
export function writtenColumns(columns: readonly string[]): readonly string[] {
  return hasComments(columns) ? columns.slice(0, -added.length) : columns
}

function hasComments(columns: readonly string[]): boolean {
  return columns.at(-1) === added.at(-1)
}

/** How a row of the file becomes its messages: as it is, where there are no comments. */
export function cutComments(columns: readonly string[]): (row: Row) => readonly Row[] {
  if (!hasComments(columns)) return (row) => [row]
  const own = writtenColumns(columns)
  const places = new Set(commentPlaces(own))
  const at = (name: string) => own.indexOf(name)
  const [key, created, summary, description] = [
    at('Issue key'),
    at('Created'),
    at('Summary'),
    at('Description'),
  ]
  const reporter = at('Reporter Id') < 0 ? at('Reporter') : at('Reporter Id')
  return (row) => {
    if (row.problem) return [row]
    const told = (place: number) => row.cells[place]?.trim() ?? ''
    const bare = own.map((_, place) => (places.has(place) || place === description ? '' : told(place)))
    const opening = [told(summary), told(description)].filter((part) => part !== '').join('\n\n')
    const first = [opening, told(key), told(created), told(reporter), '']
    const seen = new Map<string, number>()
    const comments = [...places].flatMap((place) => {
      const [, time, author, text] = written.exec(told(place)) ?? []
      if (time === undefined || author === undefined || text === undefined) return []
      const id = `${told(key)} ${time} ${author}`
      const copy = seen.get(id) ?? 0
      seen.set(id, copy + 1)
      return [['', copy === 0 ? id : `${id} ${copy + 1}`, time, author, text]]
    })
    return [first, ...comments].map((message) => ({ ...row, cells: [...bare, ...message] }))
  }
}

function commentPlaces(columns: readonly string[]): readonly number[] {
  return columns.flatMap((name, place) => (/^Comments?(?: \(\d+\))?$/.test(name) ? place : []))
}
