import { hash } from 'node:crypto'
import { badRow, jsonOf, type Layout, longestCell, type Row } from '../row.ts'
import type { TextBlock } from './text.ts'

/**
 * A chat that WhatsApp exported as text: each message begins with its time, in brackets (iOS) or before a dash (Android), and its
 * writer's name; lines that do not so begin belong to the message above. What has no name is the app's own.
 */
export const chatColumns = ['chat', 'time', 'speaker', 'name', 'text'] as const

/** What stands between the time and the name says which of the two it is. */
const brackets = '] '
const dash = ' - '
const stamp = String.raw`(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}, \d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?)`
const starts: Readonly<Record<string, RegExp>> = {
  [brackets]: new RegExp(String.raw`^\[${stamp}\] `),
  [dash]: new RegExp(`^${stamp} - `),
}
const named = /^([^:\n]{1,80}):(?: |$)/
/** Marks the direction of writing, and on iOS what the app wrote itself. */
const ownMark = '\u200e'
const unseen = /[\u200e\u200f\u202a-\u202e\ufeff]/g
const withoutText = /^(<[^<>]{1,40}>|null|.{0,60}\b(omitted|attached)>?)$/
const leastShare = 0.3

export function isChat({ delimiter, format }: Pick<Layout, 'delimiter' | 'format'>): boolean {
  return format === 'csv' && delimiter !== null && delimiter in starts
}

/** Which of the two ways of writing a text is in; null when it is no such chat. */
export function sniffChat(text: string): string | null {
  const lines = text.slice(0, 20_000).split('\n').slice(0, 200).map(plain)
  const filled = lines.filter((line) => line !== '')
  for (const [delimiter, start] of Object.entries(starts)) {
    const begun = filled.filter((line) => start.test(line))
    const spoken = begun.filter((line) => named.test(line.replace(start, '')))
    const isFirst = start.test(filled[0] ?? '')
    if (isFirst && spoken.length > 1 && begun.length >= filled.length * leastShare) return delimiter
  }
  return null
}

type Message = {
  readonly line: number
  readonly time: string
  readonly speaker: string
  readonly isOwn: boolean
  text: string
}

/** Cuts blocks of lines into messages; a chat is known by its first one. */
export function cutChat({ delimiter }: Layout): (block: TextBlock) => Row[] {
  const start = starts[delimiter ?? ''] ?? /$^/
  let chat = ''
  let line = 0
  let last: Message | null = null
  return (block) => {
    const rows: Row[] = []
    const flush = () => {
      if (last !== null) rows.push(...toRow(last))
      last = null
    }
    const text = block.isBytewise ? Buffer.from(block.text, 'latin1').toString('utf8') : block.text
    const lines = text.split('\n')
    if (lines.at(-1) === '') lines.pop()
    for (const written of lines) {
      line += 1
      const shown = plain(written)
      const [begun, time = ''] = start.exec(shown.slice(0, 60)) ?? []
      if (begun === undefined) {
        if (last !== null && last.text.length <= longestCell) last.text += `\n${shown}`
        continue
      }
      flush()
      const [head, speaker = ''] = named.exec(shown.slice(begun.length)) ?? []
      if (head === undefined) continue
      const said = shown.slice(begun.length + head.length)
      const isOwn = written.includes(`: ${ownMark}`)
      if (chat === '')
        chat = hash('sha256', `${time}\u001f${speaker}\u001f${said.slice(0, 200)}`).slice(0, 16)
      last = { line, time, speaker, isOwn, text: said }
    }
    if (block.isLast) flush()
    return rows
  }

  function toRow({ line: at, time, speaker, isOwn, text }: Message): Row[] {
    const said = text.replace(/ ?<This message was edited>$/, '').trim()
    const isSilent = withoutText.test(said)
    if ((isOwn && !isSilent) || /^(This message was deleted|You deleted this message)\.?$/.test(said))
      return []
    const cells = [chat, time, speaker, speaker, isSilent ? '' : said]
    if (said.length > longestCell) {
      const detail = `A message is longer than ${longestCell} characters. Shorten it.`
      return [badRow(at, jsonOf(cells, chatColumns), { reason: 'field too long', detail })]
    }
    return [{ line: at, cells, text: null, problem: null, raw: null }]
  }
}

function plain(line: string): string {
  return line
    .replace(unseen, '')
    .replace(/[\u202f\u00a0]/g, ' ')
    .trimEnd()
}
