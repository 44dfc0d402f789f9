import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compareText } from '../../core/base/order.ts'
import { hashText } from '../../core/text/hash.ts'
import { companyHints, customerHints } from './hints.ts'
import { type Message, readMessages } from './messages.ts'

const seed = 'labels 1'
const eachHint = 20
const chunkSize = 100
const quotas: Readonly<Record<Message['side'], Readonly<Partial<Record<Message['source'], number>>>>> = {
  customer: { star: 120, 'tau-bench': 60, banking77: 75, multidogo: 75 },
  company: { star: 160, 'tau-bench': 110, abcd: 40 },
}

/**
 * Draws the messages to label, the same on every machine: some of each data set at random, then some for each hint so that
 * rare signals occur. A text is drawn once. `node measure/labels/draw.ts DIR OUT` writes chunks to read into OUT.
 */
function drawMessages(folder: string, side: Message['side']): readonly Message[] {
  const pool = dropRepeated(
    readMessages(folder).filter((message) => message.side === side && isSaid(message)),
  )
    .map((message) => ({ message, order: hashText(`${seed} ${message.id}`) }))
    .sort((left, right) => compareText(left.order, right.order))
    .map(({ message }) => message)
  const drawn = new Set<Message>()
  for (const [source, count] of Object.entries(quotas[side])) {
    for (const message of pool.filter((known) => known.source === source).slice(0, count)) drawn.add(message)
  }
  for (const hint of side === 'customer' ? customerHints : companyHints) {
    const fitting = pool.filter(
      (message) => message.source !== 'abcd' && !drawn.has(message) && hint.test(message.text),
    )
    for (const message of takeEvenly(fitting, eachHint)) drawn.add(message)
  }
  return pool.filter((message) => drawn.has(message))
}

/** Some from each data set in turn, so that the largest does not crowd out the others. */
function takeEvenly(messages: readonly Message[], most: number): readonly Message[] {
  const queues = [...Map.groupBy(messages, ({ source }) => source).values()].map((queue) => [...queue])
  const taken: Message[] = []
  while (taken.length < most && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) taken.push(...queue.splice(0, 1))
  }
  return taken.slice(0, most)
}

function isSaid({ text }: Message): boolean {
  return text.length >= 12 && text.length <= 1500 && /[a-z]{2}/i.test(text)
}

function dropRepeated(messages: readonly Message[]): readonly Message[] {
  const seen = new Set<string>()
  return messages.filter(({ text }) => {
    const plain = text.toLowerCase().replace(/[^a-z]+/g, ' ')
    return !seen.has(plain) && seen.add(plain)
  })
}

const [folder, out] = process.argv.slice(2)
if (!folder || !out) {
  console.error('Say where the data is and where to write: DIR OUT.')
  process.exitCode = 2
} else {
  mkdirSync(out, { recursive: true })
  for (const side of ['customer', 'company'] as const) {
    const drawn = drawMessages(folder, side)
    for (let at = 0; at < drawn.length; at += chunkSize) {
      const lines = drawn.slice(at, at + chunkSize).map(({ id, text, before }) => [id, text, before])
      const file = path.join(out, `${side}-${at / chunkSize + 1}.tsv`)
      writeFileSync(file, lines.map((cells) => `${cells.map(toCell).join('\t')}\n`).join(''))
    }
    console.log(`${side}: ${drawn.length} messages`)
  }
}

function toCell(text: string): string {
  return text.replace(/\r?\n/g, ' / ').replace(/\s+/g, ' ').trim()
}
