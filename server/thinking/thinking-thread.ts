import { parentPort } from 'node:worker_threads'
import { type PackedError, packError } from '../across-threads.ts'
import { type Answer, answer, type Thought } from './thought.ts'

export type Asked = { readonly number: number; readonly thought: Thought }
export type Replied =
  | { readonly number: number; readonly answer: Answer }
  | { readonly number: number; readonly error: PackedError }

parentPort?.on('message', ({ number, thought }: Asked) => {
  parentPort?.postMessage(reply(number, thought))
})

function reply(number: number, thought: Thought): Replied {
  try {
    return { number, answer: answer(thought) }
  } catch (error) {
    return { number, error: packError(error) }
  }
}
