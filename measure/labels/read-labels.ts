import { existsSync, readFileSync } from 'node:fs'
import { type SignalKind, signalKinds } from '../../core/signals/signal.ts'
import { halfOf, type Message, readMessages } from './messages.ts'

/** A message with the kinds that each of two readers saw in it, and those that were settled on. */
export type LabelledMessage = {
  readonly message: Message
  readonly half: 'tune' | 'test'
  readonly first: ReadonlySet<SignalKind>
  readonly second: ReadonlySet<SignalKind>
  readonly settled: ReadonlySet<SignalKind>
}

/** The labels of one side joined to the texts in a folder; where two readers agreed, that is settled. */
export function readLabels(folder: string, side: Message['side']): readonly LabelledMessage[] {
  const file = new URL(`${side}.tsv`, import.meta.url)
  if (!existsSync(file)) return []
  const messages = new Map(readMessages(folder).map((message) => [message.id, message]))
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', first = '', second = '', settled = ''] = line.split('\t')
      const message = messages.get(id)
      if (message === undefined)
        throw new Error(`No message is called ${id}: is the data of another version?`)
      return {
        message,
        half: halfOf(id),
        first: toKinds(first),
        second: toKinds(second),
        settled: toKinds(settled),
      }
    })
}

function toKinds(text: string): ReadonlySet<SignalKind> {
  const named = text.split(' ')
  return new Set(signalKinds.filter((kind) => named.includes(kind)))
}
