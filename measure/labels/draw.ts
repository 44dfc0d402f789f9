import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compareText } from '../../core/base/order.ts'
import { hashText } from '../../core/text/hash.ts'
import { companyHints, customerHints } from './hints.ts'
import { halfOf, type Message, readMessages } from './messages.ts'

const chunkSize = 100

type Drawing = {
  readonly side: Message['side']
  readonly seed: string
  readonly quotas: Readonly<Partial<Record<Message['source'], number>>>
  readonly hints: readonly RegExp[]
  readonly eachHint: number
  readonly withoutHints: readonly Message['source'][]
  /** Only messages of one half; of both when left out. */
  readonly half?: ReturnType<typeof halfOf>
}

const first = { seed: 'labels 1', eachHint: 20, withoutHints: ['abcd'] } as const

const more = { side: 'company', half: 'tune', withoutHints: [] } as const

const later = {
  ...more,
  quotas: { star: 90, 'tau-bench': 60, abcd: 30 },
  hints: hintsOf('ownership', 'refusal', 'wayOut', 'deflection', 'jargon', 'brushingOff'),
  eachHint: 40,
} as const

const drawings: readonly Drawing[] = [
  {
    ...first,
    side: 'customer',
    quotas: { star: 120, 'tau-bench': 60, banking77: 75, multidogo: 75 },
    hints: customerHints,
  },
  {
    ...first,
    side: 'company',
    quotas: { star: 160, 'tau-bench': 110, abcd: 40 },
    hints: Object.values(companyHints),
  },
  { ...later, seed: 'labels 2' },
  { ...later, seed: 'labels 3', half: 'test' },
  {
    ...more,
    seed: 'labels 4',
    quotas: {},
    hints: hintsOf(
      'wayOut',
      'deflection',
      'jargon',
      'brushingOff',
      'distrust',
      'pressure',
      'optionOffered',
      'understanding',
    ),
    eachHint: 50,
  },
  {
    ...more,
    seed: 'labels 5',
    quotas: { star: 120, 'tau-bench': 60, abcd: 40 },
    hints: hintsOf(
      'acknowledgement',
      'openQuestion',
      'optionOffered',
      'ownership',
      'promise',
      'ruleCited',
      'wayOut',
      'deflection',
      'distrust',
    ),
    eachHint: 45,
  },
  {
    ...more,
    seed: 'labels 6',
    quotas: { star: 150, 'tau-bench': 40, abcd: 60 },
    hints: hintsOf('openQuestion', 'promise', 'refusal', 'wayOut', 'deflection', 'distrust', 'pressure'),
    eachHint: 60,
  },
  {
    ...more,
    seed: 'labels 7',
    quotas: { star: 200, 'tau-bench': 60, abcd: 60 },
    hints: hintsOf(
      'understanding',
      'openQuestion',
      'optionOffered',
      'promise',
      'wayOut',
      'deflection',
      'distrust',
    ),
    eachHint: 90,
  },
]

/**
 * Draws messages to label, the same on every machine: some of each data set at random, then some for each hint so that
 * rare signals occur. A text is drawn once. `node measure/labels/draw.ts DIR OUT` writes chunks to read into OUT.
 */
function drawMessages(
  messages: readonly Message[],
  drawing: Drawing,
  earlier: readonly Message[],
): readonly Message[] {
  const { side, seed, quotas, hints, eachHint, withoutHints, half } = drawing
  const fits = (message: Message) =>
    message.side === side && isSaid(message) && (half === undefined || halfOf(message.id) === half)
  const pool = dropRepeated(messages.filter(fits), earlier)
    .map((message) => ({ message, order: hashText(`${seed} ${message.id}`) }))
    .sort((left, right) => compareText(left.order, right.order))
    .map(({ message }) => message)
  const drawn = new Set<Message>()
  for (const [source, count] of Object.entries(quotas)) {
    for (const message of pool.filter((known) => known.source === source).slice(0, count)) drawn.add(message)
  }
  for (const hint of hints) {
    const fitting = pool.filter(
      (message) => !withoutHints.includes(message.source) && !drawn.has(message) && hint.test(message.text),
    )
    for (const message of takeEvenly(fitting, eachHint)) drawn.add(message)
  }
  return pool.filter((message) => drawn.has(message))
}

function hintsOf(...kinds: readonly (keyof typeof companyHints)[]): readonly RegExp[] {
  return kinds.map((kind) => companyHints[kind])
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

function dropRepeated(messages: readonly Message[], earlier: readonly Message[]): readonly Message[] {
  const plain = ({ text }: Message) => text.toLowerCase().replace(/[^a-z]+/g, ' ')
  const seen = new Set(earlier.map(plain))
  return messages.filter((message) => !seen.has(plain(message)) && seen.add(plain(message)))
}

const [folder, out] = process.argv.slice(2)
if (!folder || !out) {
  console.error('Say where the data is and where to write: DIR OUT.')
  process.exitCode = 2
} else {
  mkdirSync(out, { recursive: true })
  const messages = readMessages(folder)
  const earlier: Message[] = []
  for (const [index, drawing] of drawings.entries()) {
    const drawn = drawMessages(messages, drawing, earlier)
    earlier.push(...drawn)
    for (let at = 0; at < drawn.length; at += chunkSize) {
      const lines = drawn.slice(at, at + chunkSize).map(({ id, text, before }) => [id, text, before])
      const file = path.join(out, `${index + 1}-${drawing.side}-${at / chunkSize + 1}.tsv`)
      writeFileSync(file, lines.map((cells) => `${cells.map(toCell).join('\t')}\n`).join(''))
    }
    console.log(`${drawing.seed}, ${drawing.side}: ${drawn.length} messages`)
  }
}

function toCell(text: string): string {
  return text.replace(/\r?\n/g, ' / ').replace(/\s+/g, ' ').trim()
}
