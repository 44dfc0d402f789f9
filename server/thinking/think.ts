import { Worker } from 'node:worker_threads'
import type { Known } from '../../core/base/cannot-say.ts'
import type { CostEstimate, CostInputs } from '../../core/cost/cost-inputs.ts'
import { unpackError } from '../across-threads.ts'
import type { Replied } from './thinking-thread.ts'
import type { Answer, JudgedChange, Thought } from './thought.ts'

/** Judges a series in the thinking thread, so that nobody else who is being served waits for it. */
export async function judgeAside(
  order: Omit<Extract<Thought, { kind: 'judge' }>, 'kind'>,
): Promise<JudgedChange> {
  const answer = await think({ kind: 'judge', ...order })
  if (answer.kind !== 'judge') throw new Error('Our fault: a verdict was asked for and something else came')
  return answer.judged
}

/** Estimates what doing nothing costs in the thinking thread. */
export async function estimateAside(inputs: CostInputs): Promise<Known<CostEstimate>> {
  const answer = await think({ kind: 'estimate', inputs })
  if (answer.kind !== 'estimate') throw new Error('Our fault: a cost was asked for and something else came')
  return answer.estimate
}

type Thread = { readonly worker: Worker; readonly waiting: Map<number, PromiseWithResolvers<Answer>> }

/** One for the process, started at the first thought. While nobody waits it does not keep the process alive. */
let thread: Thread | null = null
let asked = 0

async function think(thought: Thought): Promise<Answer> {
  thread ??= startThread()
  const { worker, waiting } = thread
  const promised = Promise.withResolvers<Answer>()
  asked += 1
  waiting.set(asked, promised)
  worker.ref()
  worker.postMessage({ number: asked, thought })
  return promised.promise
}

function startThread(): Thread {
  const worker = new Worker(new URL('./thinking-thread.ts', import.meta.url))
  const waiting: Thread['waiting'] = new Map()
  worker.on('message', (replied: Replied) => {
    const promised = waiting.get(replied.number)
    waiting.delete(replied.number)
    if (waiting.size === 0) worker.unref()
    if ('answer' in replied) promised?.resolve(replied.answer)
    else promised?.reject(unpackError(replied.error))
  })
  const fail = (error: Error) => {
    if (thread?.worker === worker) thread = null
    for (const promised of waiting.values()) promised.reject(error)
    waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('Our fault: the thinking thread ended before it answered')))
  return { worker, waiting }
}
