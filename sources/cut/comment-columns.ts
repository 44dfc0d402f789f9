import { nestedMark } from '../formats/json-cells.ts'
import { openingMessage } from '../formats/json-opening.ts'
import type { Row } from '../row.ts'

/**
 * Jira writes the comments of a ticket into columns of one name, each as `02/Jan/24 3:04 PM;author;text`. Each becomes a row
 * of its own, as messages in a list do, behind one for what the ticket was opened with.
 */

/** A text may hold semicolons and line ends of its own. */
const written = /^(\d{1,2}\/\p{L}{3,4}\.?\/\d{2,4} \d{1,2}:\d\d(?: [AP]M)?);([^;\n]{0,200});([\s\S]*)$/u
const list = `Comment${nestedMark}`
export const commentAuthor = `${list}author id`
export const commentText = `${list}text`
/** Names the customer as a comment names its author. */
export const ticketReporter = 'Reporter Id'
const added = [openingMessage, `${list}id`, `${list}created`, commentAuthor, commentText]

/** The columns of a table, and those of the messages in its comments if it has such. */
export function withComments(columns: readonly string[], records: readonly string[][]): string[] {
  const places = commentPlaces(columns)
  const comments = records
    .flatMap((cells) => places.map((at) => cells[at] ?? ''))
    .filter((cell) => cell !== '')
  const isWritten = comments.filter((cell) => written.test(cell)).length > comments.length * mostly
  const isTicket = columns.includes('Issue key') && columns.includes('Created')
  return isWritten && isTicket ? [...columns, ...added] : [...columns]
}

/** What a person or an add-on wrote into such a column in another way must not change what the file is. */
const mostly = 0.9

/** How many columns were added for comments. */
export function addedComments(columns: readonly string[]): number {
  return columns.at(-1) === commentText ? added.length : 0
}

/** How a row of the file becomes its messages; null where there are no comments. */
export function cutComments(columns: readonly string[]): ((row: Row) => readonly Row[]) | null {
  const count = addedComments(columns)
  if (count === 0) return null
  const own = columns.slice(0, -count)
  const places = new Set(commentPlaces(own))
  const at = (name: string) => own.indexOf(name)
  const [key, created, summary, description] = [
    at('Issue key'),
    at('Created'),
    at('Summary'),
    at('Description'),
  ]
  return (row) => {
    const told = (place: number) => row.cells[place]?.trim() ?? ''
    const bare = own.map((_, place) => (places.has(place) || place === description ? '' : told(place)))
    const opening = [told(summary), told(description)].filter((part) => part !== '').join('\n\n')
    // The customer opened it, whoever the reporter's number says that is.
    const first = [opening, told(key), told(created), '', '']
    const seen = new Map<string, number>()
    const comments = [...places].flatMap((place) => {
      const cell = told(place)
      if (cell === '') return []
      // What is written in another way has no time, and is set aside.
      const [, time = '', author = '', text = cell] = written.exec(cell) ?? []
      const id = `${told(key)} ${time} ${author}`
      const copy = seen.get(id) ?? 0
      seen.set(id, copy + 1)
      return [['', copy === 0 ? id : `${id} ${copy + 1}`, time, author, text]]
    })
    return [first, ...comments].map((message) => ({ ...row, text: null, cells: [...bare, ...message] }))
  }
}

function commentPlaces(columns: readonly string[]): readonly number[] {
  return columns.flatMap((name, place) => (/^Comments?(?: \(\d+\))?$/.test(name) ? place : []))
}
